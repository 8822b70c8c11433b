import { ApiError } from "../errors.ts";
import type { JsonAnswer } from "../routes.ts";
import type { User } from "./management.ts";
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

function failed(message: string): object {
  return { status_code: "error", error: { message } };
}
