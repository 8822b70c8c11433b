import { createHash } from "node:crypto";
import type { Arrived, Reply, Respond } from "../recording-server.ts";

interface Challenge {
  readonly qop?: string | undefined;
  readonly opaque?: string;
  readonly algorithm?: string;
}

// The credentials of the scenarios' user, as the mapping makes them.
const password = "pä:ssx";

export function digestChallenge(challenge: Challenge, headers: Reply["headers"] = {}): Reply {
  const parameters = { realm: 'things, "all"', nonce: "n=1", qop: "auth", ...challenge };
  const parts = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const quoted = parts.map(([name, value]) => `${name}="${String(value).replaceAll('"', '\\"')}"`);
  return { status: 401, headers: { ...headers, "www-authenticate": `Digest ${quoted.join(", ")}` } };
}

/** Challenges who comes without an answer, and tells whether an answer is right. */
export function digest(challenge: Challenge = {}, headers?: Reply["headers"]): Respond {
  return (request) => {
    if (!request.headers.authorization) return digestChallenge(challenge, headers);
    return isRight(request) ? { body: '[{"id":"right"}]' } : { status: 403, body: "wrong" };
  };
}

/** Source: RFC 7616, section 3.4. */
function isRight({ method, headers, path }: Arrived): boolean {
  const given = Object.fromEntries(
    [...(headers.authorization ?? "").matchAll(/(\w+)=(?:"((?:[^"\\]|\\.|"(?!,|$))*)"|([^,]*))/g)].map(
      ([, name, quoted, bare]) => [name, quoted ?? bare],
    ),
  );
  const user = md5(`${given.username}:things, "all":${password}`);
  const request = md5(`${method}:${given.uri}`);
  const middle = given.qop ? `:${given.nc}:${given.cnonce}:auth:` : ":";
  return given.response === md5(`${user}:n=1${middle}${request}`) && path.startsWith(given.uri ?? "none");
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
