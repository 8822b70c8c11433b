import type { BasicAuth, CredentialsMapping } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { Account } from "../run/run-context.ts";
import { lastingAccount } from "./account.ts";
import { renderTemplate } from "./placement.ts";

/** User name and password in a header of every request. */
export function basicAccount({ mapping }: BasicAuth, typed: FieldValues): Account {
  return lastingAccount(typed, {
    auth_fields: withCredentials(typed, mapping),
    async sign(request, { auth_fields }) {
      const { username = "", password = "" } = auth_fields;
      // Source: zapier-platform-core, add-basic-auth-header.js: either one is enough.
      if (!username && !password) return request;
      const credentials = Buffer.from(`${username}:${password}`).toString("base64");
      return { ...request, headers: { ...request.headers, Authorization: `Basic ${credentials}` } };
    },
  });
}

interface Credentials extends FieldValues {
  readonly username: string;
  readonly password: string;
}

/** The values that the mapping makes of the auth fields are among them. Source: runner, middleware-factory.js, `basicDigestAuth`. */
export function withCredentials(typed: FieldValues, mapping: CredentialsMapping): Credentials {
  const username = renderTemplate(mapping.username, typed);
  const password = renderTemplate(mapping.password, typed);
  return { ...typed, username, password };
}
