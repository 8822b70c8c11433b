import type { DigestAuth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { WireRequest } from "../protocol.ts";
import { libraryAgent } from "../request/final-request.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { sentUrl } from "../request/urls.ts";
import type { Account } from "../run/run-context.ts";
import { lastingAccount } from "./account.ts";
import { withCredentials } from "./basic-account.ts";
import { answerTo, challengeIn } from "./digest-challenge.ts";

/**
 * User name and password, proven by an answer to the server's challenge: each request is sent twice, first bare, only to
 * be challenged. Source: zapier-platform-core, add-digest-auth-header.js.
 */
export function digestAccount({ mapping }: DigestAuth, typed: FieldValues): Account {
  return lastingAccount(typed, {
    auth_fields: withCredentials(typed, mapping),
    preemptive: false,
    async sign(request, { run, auth_fields }) {
      const { status, headers } = await run.send(challengeRequest(request));
      const challenge = status === 401 ? challengeIn(headers["www-authenticate"]) : undefined;
      if (!challenge) return request;
      const cookie = headers["set-cookie"];
      return {
        ...request,
        headers: {
          ...request.headers,
          Authorization: answerTo(challenge, { ...auth_fields, ...request, cnonce: run.nonce(request, 8) }),
          ...(cookie && { Cookie: [cookie].flat().join(", ") }),
        },
      };
    },
  });
}

/** Sent by the library itself. */
function challengeRequest({ method = "GET", url }: DraftRequest): WireRequest {
  const headers = { "user-agent": libraryAgent };
  return { method, url: sentUrl(url), headers, body: null, redirects: "platform" };
}
