import { parse as parseQuery } from "node:querystring";
import { rfc3986, sign } from "oauth-sign";
import type { DraftRequest } from "../request/prepared-request.ts";
import type { RunContext } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import type { Runtime } from "../runtime.ts";

// Source of all of it: zapier-platform-core, oauth1-sign-request.js. The version is so spelled.
const version = "1.0A";
const hmacSha1 = "HMAC-SHA1";
// Source: zapier-platform-core, tools/http.js. Compared as a whole: with a charset it is another type.
const formType = "application/x-www-form-urlencoded";

/** The values that a request is signed with: parameters of its header, and the two secrets, which never are. */
export interface SigningValues {
  readonly oauth_consumer_secret?: string;
  readonly oauth_token_secret?: string;
  readonly oauth_signature_method?: string;
  readonly [name: string]: string | undefined;
}

/** `OAuth oauth_consumer_key="…",…,oauth_signature="…"` */
export function signedHeader(request: DraftRequest, signing: SigningValues, run: RunContext): string {
  const { oauth_consumer_secret, oauth_token_secret, ...parameters } = signing;
  const own = {
    oauth_version: version,
    oauth_signature_method: hmacSha1,
    oauth_nonce: run.nonce(request, 20),
    oauth_timestamp: String(Math.floor(run.now.getTime() / 1000)),
    ...parameters,
  };
  const url = parsedUrl(request.url);
  const oauth_signature = sign(
    own.oauth_signature_method,
    request.method ?? "GET",
    `${url.protocol}//${url.host}${url.pathname}`,
    signedParameters(request, [own, request.params, parseQuery(url.search.slice(1))], run.runtime),
    oauth_consumer_secret,
    oauth_token_secret,
  );
  const entries = Object.entries({ ...own, oauth_signature });
  return `OAuth ${entries.map(([name, value]) => `${rfc3986(name)}="${rfc3986(String(value))}"`).join(",")}`;
}

/**
 * Those of the header, of the query string and of a form. A name that occurs twice has a list. On the converted runtime
 * a list of the params gets an empty entry more than is sent, so that such a signature is refused.
 */
function signedParameters({ headers, body }: DraftRequest, known: object[], runtime: Runtime): object {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const form = typeof body === "string" && type === formType ? parseQuery(body) : {};
  const all: { [name: string]: unknown } = {};
  for (const [name, value] of [...known, form].flatMap(Object.entries)) {
    const isFirst = all[name] === undefined;
    const isSpoilt = Array.isArray(value) && runtime === "converted";
    all[name] = isFirst && !isSpoilt ? value : [all[name], value].flat();
  }
  return all;
}

function parsedUrl(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  const hint = `The address is ${JSON.stringify(url)}.`;
  throw new RunFailed({ name: "TypeError", message: "Invalid URL", hint });
}
