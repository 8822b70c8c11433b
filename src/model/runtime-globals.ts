/**
 * The globals that the platform gives a script besides ES5. Source: docs/platform.md, "Two runtimes", and the
 * parameters of the function in which the runner evaluates a script.
 */
export const runtimeGlobals = [
  "_",
  "crypto",
  "async",
  "moment",
  "DOMParser",
  "XMLSerializer",
  "atob",
  "btoa",
  "z",
  "$",
  "console",
  "require",
  "ErrorException",
  "HaltedException",
  "StopRequestException",
  "ExpiredAuthException",
  "RefreshTokenException",
  "InvalidSessionException",
] as const;
