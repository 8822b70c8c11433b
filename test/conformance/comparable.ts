import type { Arrived } from "./recording-server.ts";

/** An engine's result of a scenario. */
export interface Observed {
  readonly arrived: readonly Arrived[];
  readonly outcome: unknown;
}

/** The two engines ask two servers, and sign with what is made up for each request. */
export function comparable(observed: Observed, origin: string): Observed {
  const host = hostOf(origin);
  const text = withoutBoundary(JSON.stringify(observed))
    .replaceAll(host, "HOST")
    .replaceAll(encodeURIComponent(host), "HOST");
  return JSON.parse(text, (name, value) => (name === "authorization" ? withoutNonce(value) : value));
}

/** The parts of a multipart body stand between lines that are made up. */
function withoutBoundary(text: string): string {
  const [, boundary] = /boundary=([\w-]+)/.exec(text) ?? [];
  return boundary ? text.replaceAll(boundary, "BOUNDARY") : text;
}

/** The scenario's server checks the signature. */
function withoutNonce(authorization: string): string {
  if (!/^(OAuth|Digest) /.test(authorization)) return authorization;
  const [type = "", ...parts] = authorization.split(/(?<=^\w+) |, ?(?=\w+=)/);
  const madeUp = /^(cnonce|response|oauth_nonce|oauth_timestamp|oauth_signature)=.*/;
  return `${type} ${parts.map((part) => part.replace(madeUp, "$1=…")).sort()}`;
}

/** `http://127.0.0.1:80` -> `127.0.0.1:80` */
export function hostOf(origin: string): string {
  return origin.slice("http://".length);
}

/** The runner does not name the answer that ends a session or a token; the simulator does. */
export function withRefusal(outcome: Outcome, host: string): Outcome {
  const { error } = outcome;
  const what = error && error.message === "" ? refused[error.name] : undefined;
  if (!error || what === undefined) return outcome;
  return { error: { ...error, message: `The server returned 401 to http://${host}/things: ${what}` } };
}

export interface Outcome {
  readonly error?: { readonly name: string; readonly message: string };
}

const refused: { readonly [name: string]: string } = {
  InvalidSessionException: "the session is not valid.",
  RefreshTokenException: "the platform wants another access token.",
};
