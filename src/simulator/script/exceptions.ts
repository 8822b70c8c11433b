/** The classes behind the exceptions on the converted runtime. Source: runner, exceptions.js. */
export type ConvertedName =
  | "AppError"
  | "HaltedError"
  | "StopRequestError"
  | "ExpiredAuthError"
  | "RefreshAuthError";

/** The script's names. The two that ask for new credentials are one class. Source: runner, exceptions.js. */
export const exceptionNames = {
  ErrorException: "AppError",
  HaltedException: "HaltedError",
  StopRequestException: "StopRequestError",
  ExpiredAuthException: "ExpiredAuthError",
  RefreshTokenException: "RefreshAuthError",
  InvalidSessionException: "RefreshAuthError",
} as const satisfies { [name: string]: ConvertedName };

type Exceptions = { [name in ConvertedName]: new (message?: unknown) => Error };

/** Made inside the context: see `inContext`. */
export function makeExceptions(): Exceptions {
  class AppError extends Error {
    // Source: runner, exceptions.js: the message of this one is JSON.
    constructor(message?: unknown, code?: unknown, status?: unknown) {
      super(JSON.stringify({ message, code, status }));
      this.name = "AppError";
      // Source: runner, exceptions.js: nothing is written into its message.
      Object.assign(this, { doNotContextify: true });
    }
  }

  const named = (name: string) =>
    class extends Error {
      constructor(message?: unknown) {
        super();
        this.name = name;
        (this as { message: unknown }).message = message || "";
      }
    };

  return {
    AppError,
    HaltedError: named("HaltedError"),
    StopRequestError: named("StopRequestError"),
    ExpiredAuthError: named("ExpiredAuthError"),
    RefreshAuthError: named("RefreshAuthError"),
  };
}
