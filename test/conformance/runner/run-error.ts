import type { Auth } from "../../../src/model/definitions.ts";
import { withoutUser } from "../../../src/simulator/request/urls.ts";
import type { Ended } from "../../platform/platform.ts";

/** An exception of the runner. */
export class RunnerError extends Error {
  constructor({ name, message }: { readonly name: string; readonly message: string }) {
    super(message);
    this.name = name;
  }
}

interface Account {
  readonly auth: Auth;
  readonly fields: { readonly [key: string]: unknown };
}

const scriptNames: { readonly [name: string]: string } = {
  AppError: "ErrorException",
  HaltedError: "HaltedException",
  StopRequestError: "StopRequestException",
  ExpiredAuthError: "ExpiredAuthException",
  RefreshAuthError: "InvalidSessionException",
  FetchError: "RequestError",
};

const consequences: { readonly [name: string]: Ended["outcome"] } = {
  HaltedError: "halted",
  ExpiredAuthError: "turned_off",
};

/** The outcome of a failed run: by the script's names and, where the runner has JSON, by its content. */
export function failed({ name, message }: RunnerError, { auth, fields }: Account): Ended {
  const isToken = name === "RefreshAuthError" && auth.type === "oauth2_refresh";
  return {
    outcome: consequences[name] ?? "error",
    error: {
      name: isToken ? "RefreshTokenException" : (scriptNames[name] ?? name),
      message: shownMessage(name, uncensored(message, Object.values(fields))),
    },
  };
}

function shownMessage(name: string, message: string): string {
  if (name === "FetchError") return unanswered(message);
  if (!["AppError", "ResponseError", "ThrottledError"].includes(name)) return message;
  const { message: text = "", delay, status, content, request } = JSON.parse(message);
  if (name === "ResponseError")
    return `The server returned ${status} to ${request.url}: ${content || "no content"}`;
  return delay ? `${text}, Retry-After: ${delay}` : text;
}

/** `request to URL failed, reason: REASON`, or a reason that names the URL, too. */
function unanswered(message: string): string {
  const [, reason = message] = /^request to \S+ failed, reason: (.*)$/s.exec(message) ?? [];
  const [url = ""] = /http\S+/.exec(message) ?? [];
  return `GET ${withoutUser(url)} got no answer: ${reason}`;
}

/** core censors what the user typed. `:censored:9:0a1b2c3d4e:` has the length of it. */
function uncensored(message: string, values: readonly unknown[]): string {
  return message.replace(/:censored:(\d+):\w+:/g, (censored, length) => {
    const value = values.find((value) => typeof value === "string" && value.length === Number(length));
    return value === undefined ? censored : JSON.stringify(value).slice(1, -1);
  });
}
