import { ApiError } from "../errors.ts";
import type { JsonAnswer } from "../routes.ts";
import { invalid } from "./datasets.ts";
import type { User, UserGroup } from "./management.ts";
import type { AutomationCall } from "./routes.ts";

/** Source: automation-v1, "Invite users": the answer has an entry for each user by its number. Assumed: the errors' wording. */
export function invite({ management, body }: AutomationCall): JsonAnswer {
  if (!Array.isArray(body)) {
    throw new ApiError(
      400,
      "bad_request",
      "Bad request: the server did not understand the request parameters.",
    );
  }
  const answers = body.map((wanted: Partial<User>) => {
    const { email = "" } = wanted;
    if (!/^[^@\s]+@[^@\s]+$/u.test(email)) return failed("Enter a valid email address.");
    if (management.users.some((user) => user.email === email)) return failed("This user exists already.");
    const user: User = {
      permissions: [],
      groups: [],
      ...wanted,
      email,
      username: email.replace(/@.*$/u, ""),
    };
    management.users.push(user);
    return { status_code: "success", data: user };
  });
  return { status: 200, schema: "invitations", body: { ...answers } };
}

/** Source: automation-v1, "Add a user to a user group". Assumed: the error's wording. */
export function addToGroup({ management, body }: AutomationCall, group: UserGroup): JsonAnswer {
  const { username } = (body ?? {}) as { username?: string };
  const user = management.users.find((candidate) => candidate.username === username);
  if (!user) throw invalid({ username: [`There is no user ${username}`] });
  group.users.push(user.username);
  return { status: 201, schema: "user", body: user };
}

function failed(message: string): object {
  return { status_code: "error", error: { message } };
}
