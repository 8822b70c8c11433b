/**
 * The platform's globals, as an integration's sources see them. Source: platform-facts, "`z`" and "Exceptions".
 * A global that the platform has and this file has not yet is a type error, never a silent `any`.
 */

/** What `z.request` is asked to send. */
interface ZRequest {
  url: string;
  /** `GET` when left out. */
  method?: string;
  headers?: { [name: string]: string };
  /** What becomes the query string. */
  params?: { [name: string]: string | number | boolean | null | undefined };
  /** The body, as text. */
  data?: string | null;
  /** Basic authentication: user name and password. */
  auth?: [username: string, password: string];
}

/** What `z.request` answers. A 4xx or 5xx is an answer like any other. */
interface ZResponse {
  status_code: number;
  /** Names in lower case. */
  headers: { [name: string]: string };
  /** The body as text; null when there is none. */
  content: string | null;
}

declare const z: {
  /** Sends a request and waits for its answer. Throws only when no answer came. */
  request(request: ZRequest): ZResponse;
  JSON: {
    /** As `JSON.parse`; the error of bad input quotes its first 100 characters. */
    parse(text: string | null): unknown;
    stringify(value: unknown): string;
  };
  /** A digest of a string, as hexadecimal digits unless `encoding` says otherwise. */
  hash(algorithm: string, text: string, encoding?: "hex" | "base64", input_encoding?: string): string;
  /** A keyed digest of a string, as hexadecimal digits unless `encoding` says otherwise. */
  hmac(algorithm: string, key: string, text: string, encoding?: "hex" | "base64"): string;
  /** Censors a secret: `:censored:LENGTH:HASH:`. */
  snipify(text: string): string;
};

declare const console: {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

/** Decodes Base64 into a binary string. */
declare function atob(text: string): string;
/** Encodes a binary string as Base64. */
declare function btoa(text: string): string;

/** The user sees the message. Many of them turn the Zap off. */
declare class ErrorException extends Error {
  constructor(message: string);
}
/** Stops this run and never turns the Zap off. */
declare class HaltedException extends Error {
  constructor(reason: string);
}
/** In a `pre_` method: the request is not made, silently, and the outcome is empty. */
declare class StopRequestException extends Error {
  constructor(reason: string);
}
/** Stops, turns the Zap off and mails the user to connect the account again. */
declare class ExpiredAuthException extends Error {
  constructor(message: string);
}
/** Runs `get_session_info` again, stores what it returns, and repeats the call once. */
declare class InvalidSessionException extends Error {
  constructor(message?: string);
}
/** Refreshes the OAuth2 token, then repeats the call once. */
declare class RefreshTokenException extends Error {
  constructor(message?: string);
}
