import { createHash } from "node:crypto";
import { RunFailed } from "../run/run-failed.ts";

// Source of all of it: zapier-platform-core, add-digest-auth-header.js and tools/http.js.
const otherAlgorithm = "algorithm 'MD5-SESS' and 'SHA' are not implemented yet";
const otherQuality = "qop other than 'auth' is not implemented yet";

/** The parameters of a `WWW-Authenticate: Digest …`. */
export interface Challenge {
  readonly [name: string]: string | undefined;
}

/** `Digest realm="things", qop="auth,auth-int"` -> `{realm: "things", qop: "auth,auth-int"}` */
export function challengeIn(header: string | string[] | undefined): Challenge | undefined {
  const text = [header ?? []].flat().join(", ");
  if (!text.startsWith("Digest ")) return undefined;
  const parts = text.slice("Digest ".length).matchAll(/([^\s,=]+)=(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g);
  return Object.fromEntries(
    [...parts].map(([, name, quoted, bare]) => [name, quoted?.replace(/\\(.)/g, "$1") ?? bare?.trim()]),
  );
}

interface DigestRequest {
  readonly username?: unknown;
  readonly password?: unknown;
  readonly method?: string;
  readonly url: string;
  /** Used once. */
  readonly cnonce: string;
}

/** The `Authorization` header that answers a challenge. The query string is left out. */
export function answerTo(challenge: Challenge, asked: DigestRequest): string {
  const { username, password, method = "GET", url, cnonce } = asked;
  const { realm, nonce, qop, opaque, algorithm } = challenge;
  if (algorithm && algorithm.toUpperCase() !== "MD5") throw notImplemented(otherAlgorithm);
  if (qop && !qop.split(",").includes("auth")) throw notImplemented(otherQuality);
  const uri = new URL(url).pathname;
  const what = `${nonce}:${qop ? `00000001:${cnonce}:auth:` : ""}${md5(`${method}:${uri}`)}`;
  const response = md5(`${md5(`${username}:${realm}:${password}`)}:${what}`);
  const parts = [
    ...[`username="${username}"`, `realm="${realm}"`, `nonce="${nonce}"`, `uri="${uri}"`],
    `response="${response}"`,
    ...(opaque ? [`opaque="${opaque}"`] : []),
    ...(algorithm ? [`algorithm="${algorithm}"`] : []),
    ...(qop ? [`qop="${qop}"`, "nc=00000001", `cnonce="${cnonce}"`] : []),
  ];
  return `Digest ${parts.join(", ")}`;
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

function notImplemented(message: string): RunFailed {
  return new RunFailed({ name: "NotImplementedError", message });
}
