import type { ThrownError } from "../protocol.ts";
import type { Runtime } from "../runtime.ts";
import type { ConvertedName } from "../script/exceptions.ts";
import type { RunError } from "./run.ts";

/** The shown names of the platform's exceptions, by their names on the converted runtime. */
const shownNames: { readonly [name in Exclude<ConvertedName, "RefreshAuthError">]: string } = {
  AppError: "ErrorException",
  HaltedError: "HaltedException",
  StopRequestError: "StopRequestException",
  ExpiredAuthError: "ExpiredAuthException",
};

/** The exceptions that ask for new credentials: one class, RefreshAuthError, which the type of authentication names. */
export type RefreshAuthException = "InvalidSessionException" | "RefreshTokenException";

/** Ends a run from within. */
export class RunFailed extends Error {
  readonly error: RunError;
  /** Set where one of the platform's exceptions was thrown, by the script or by the platform itself. */
  declare readonly exception?: ConvertedName;
  /** Set where the script threw it in a callback: any value ends the run. */
  declare readonly uncaught?: true;

  constructor(error: RunError, exception?: ConvertedName, { uncaught }: Pick<ThrownError, "uncaught"> = {}) {
    super(error.message);
    this.error = error;
    if (exception) this.exception = exception;
    if (uncaught) this.uncaught = uncaught;
  }
}

interface Thrown {
  readonly thrown: ThrownError;
  /** The account's name for an exception that asks for new credentials. */
  readonly refusal: RefreshAuthException;
  readonly runtime: Runtime;
}

/** The failure of a run in which a method of the script has thrown. */
export function thrownBy(method: string, { thrown, refusal, runtime }: Thrown): RunFailed {
  const { name, message, stack, primitive, original, cause, uncaught } = thrown;
  if (primitive !== undefined && runtime === "converted") return noError(method, message, primitive);
  const names: { readonly [name in ConvertedName]: string } = { ...shownNames, RefreshAuthError: refusal };
  const exception = name in names ? (name as ConvertedName) : undefined;
  const shown = exception ? names[exception] : name;
  const text = exception === "AppError" ? messageInJson(message) : message;
  const because = cause ? `Its cause: ${cause}` : undefined;
  const hint = original === undefined ? because : hintAt(method, original);
  const error = { name: shown, message: text, method, ...(stack && { stack }), ...(hint && { hint }) };
  return new RunFailed(error, exception, { uncaught });
}

/** Source: runner, index.js, `runEvent`, and zapier-platform-core, which look for an error's stack and change its message. */
function noError(method: string, text: string, type: string): RunFailed {
  const isNothing = text === "null" || type === "undefined";
  const message = isNothing
    ? `Cannot read properties of ${text} (reading 'stack')`
    : `Cannot create property 'message' on ${type} '${text}'`;
  const hint = hintAt(method, type === "string" ? JSON.stringify(text) : text);
  return new RunFailed({ name: "TypeError", message, method, hint });
}

function hintAt(method: string, thrown: string): string {
  return `${method} threw ${thrown}: throw an ErrorException, whose message the user sees.`;
}

// Source: runner, exceptions.js: the message of an ErrorException is `{"message": …}`.
function messageInJson(text: string): string {
  try {
    const { message = "" } = JSON.parse(text);
    return typeof message === "string" ? message : JSON.stringify(message);
  } catch {
    return text;
  }
}
