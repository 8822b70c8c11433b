import type { FieldValues } from "../fields/field-values.ts";
import { NotSimulated } from "../not-simulated.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { isPlainObject } from "../request/variables.ts";
import { type Account, lastingAccount } from "./account.ts";
import { type Client, renderClient } from "./client.ts";
import { type Signing, signedHeader } from "./oauth1-signature.ts";

/** Tokens with which every request is signed. */
export function oauth1Account(stored: FieldValues, client: Client): Account {
  const { oauth_token, oauth_token_secret } = stored;
  return lastingAccount(stored, {
    // Source: runner, middleware-factory.js, `oauth1`: one of the two alone signs nothing.
    authenticate(request) {
      if (!oauth_token || !oauth_token_secret) return request;
      const known = { ...consumer(client, stored), oauth_token, oauth_token_secret };
      return { ...request, auth: { ...known, ...signingOf(request) } };
    },
    async sign(request) {
      const signing = signingOf(request);
      if (Object.keys(signing).length === 0) return request;
      return { ...request, headers: { ...request.headers, Authorization: signedHeader(request, signing) } };
    },
  });
}

/** The app's key and secret, which may hold variables. */
export function consumer(client: Client, values: FieldValues): Signing {
  const { client_id, client_secret } = renderClient(client, values);
  return { oauth_consumer_key: client_id, oauth_consumer_secret: client_secret };
}

/** What a request says itself wins over what the platform knows, unless it is empty. */
function signingOf({ auth }: DraftRequest): Signing {
  if (auth === undefined || auth === null) return {};
  if (!isPlainObject(auth)) throw new NotSimulated("An OAuth1 request whose auth is no object");
  return Object.fromEntries(Object.entries(auth).filter(([, value]) => value)) as Signing;
}
