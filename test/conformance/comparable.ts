import type { Arrived } from "./recording-server.ts";
import type { RunnerOutcome } from "./runner.ts";
import type { Scenario } from "./scenario.ts";
import { outcomeOf } from "./steps.ts";

/** What an engine made of a scenario. */
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

/** Whether the signature is right, the server of the scenario tells. */
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

const shownNames: { readonly [name: string]: string } = {
  AppError: "ErrorException",
  HaltedError: "HaltedException",
  StopRequestError: "StopRequestException",
  ExpiredAuthError: "ExpiredAuthException",
  RefreshAuthError: "InvalidSessionException",
};

/** The runner's outcome as the simulator shows it: the same names and, where the runner has JSON, its content. */
export function asSimulated({ error, ...outcome }: RunnerOutcome, { auth, step, meta }: Scenario): unknown {
  const { items, authorize_url } = outcome;
  // Of a test of the account the runner gives the item itself.
  if (!error)
    return { ...outcomeOf(step, meta?.test_poll && !step ? { items: [items] } : outcome), authorize_url };
  const { name, message } = error;
  if (name === "RefreshAuthError" && auth?.type === "oauth2_refresh")
    return { error: { name: "RefreshTokenException", message: message || refused.token } };
  return { error: { name: shownNames[name] ?? name, message: shownMessage(name, message) } };
}

const refused = {
  session: "The server returned 401 to http://HOST/things: the session is not valid.",
  token: "The server returned 401 to http://HOST/things: the platform wants another access token.",
};

function shownMessage(name: string, message: string): string {
  if (name === "RefreshAuthError") return message || refused.session;
  if (!["AppError", "ResponseError", "ThrottledError"].includes(name)) return message;
  const { message: text = "", delay, status, content, request } = JSON.parse(message);
  if (name === "ResponseError")
    return `The server returned ${status} to ${uncensored(request.url)}: ${content || "no content"}`;
  return delay ? `${text}, Retry-After: ${delay}` : text;
}

// core censors in addresses what the user typed, here the host.
function uncensored(url: string): string {
  return url.replace(/:censored:\d+:\w+:/, "HOST");
}
