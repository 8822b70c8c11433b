/*
 * The exceptions by which a method tells the platform what to do. Source: docs/platform.md, "Exceptions"; runner, exceptions.js, by which
 * the message is all that the constructors take. There, InvalidSessionException and RefreshTokenException are one class, and
 * the `message` of a caught ErrorException is JSON.
 */

/**
 * An error for the user, who reads the message. Many of them turn the Zap off.
 *
 * Throw a HaltedException instead for a failure that does not last.
 */
declare class ErrorException extends Error {
  /** @param message - What went wrong and what to do, in words for the Zap's owner. */
  constructor(message: string);
}

/** Stops this run. It never turns the Zap off, however often it happens. */
declare class HaltedException extends Error {
  /** @param reason - Shown in the Zap's history. */
  constructor(reason: string);
}

/**
 * In a `pre_` method: the request is not made, and nobody is told. The outcome is empty: `[]` for lists, `{}` for an object.
 * On the newer runtime also in a full method and in `catch_hook`.
 */
declare class StopRequestException extends Error {
  /** @param reason - Not shown to the user. */
  constructor(reason: string);
}

/** Stops this run, turns the Zap off, and mails the user to connect the account again. */
declare class ExpiredAuthException extends Error {
  /** @param message - Why the account no longer works, in words for the Zap's owner. */
  constructor(message: string);
}

/**
 * For session authentication: `get_session_info` runs again, what it returns is stored in `bundle.auth_fields`, and the call
 * is repeated once. A 401 does the same.
 */
declare class InvalidSessionException extends Error {
  /** @param message - For the log only. */
  constructor(message?: string);
}

/**
 * For OAuth2 with refresh, from a `post_` method: the token is refreshed and the call is repeated once. A 401 does the same.
 */
declare class RefreshTokenException extends Error {
  /** @param message - For the log only. */
  constructor(message?: string);
}
