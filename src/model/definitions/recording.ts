/** Requests and their answers, written down so that the same runs need no network. Secrets are taken out. */
export interface Recording {
  /** The program that wrote the file, and its version: `zapc 0.1.0`. */
  readonly generator?: string;
  /** The version of this format. In 1, answers are packed as they came, and less is taken out. */
  readonly version: 1 | 2;
  /** When it was recorded: the time that the script's clock showed, and shows again in the replay. */
  readonly now: string;
  /** The values that were taken out besides those of the account. */
  readonly redacted: Redacted;
  /** In the order in which they were sent. Each is answered once; those that differ may come in another order. */
  readonly requests: RecordedExchange[];
}

/** The values that are taken out of a recording besides those of the account, and out of the requests that are compared with it. */
export interface Redacted {
  /** Names of headers whose values are taken out, in lower case. */
  readonly headers: string[];
  /** Regular expressions of JavaScript, without slashes and flags: their matches are taken out. */
  readonly patterns: string[];
}

/** One request, and what came back. */
export interface RecordedExchange {
  /** In capitals. */
  readonly method: string;
  /** The whole address with its query string. */
  readonly url: string;
  /** As they were sent, for whoever reads it: they are not compared. */
  readonly headers: { readonly [name: string]: string };
  /** Text; in Base64 where it is none; null without a body. */
  readonly body: string | Base64 | null;
  /** The answer; where there is none, `failure` says why. */
  readonly response?: RecordedAnswer;
  /** Why no answer came. */
  readonly failure?: RecordedFailure;
}

/** An answer. */
export interface RecordedAnswer {
  /** The status code. */
  readonly status: number;
  /** By their names in lower case. One that came several times is a list. */
  readonly headers: { readonly [name: string]: string | string[] };
  /** Text; in Base64 where it is none. */
  readonly body: string | Base64;
}

/** Why no answer came. */
export interface RecordedFailure {
  /** The message of Node.js: `connect ECONNREFUSED 127.0.0.1:2`. */
  readonly message: string;
  /** The code of the error: `ECONNREFUSED`. */
  readonly code?: string;
}

/** Bytes that are no text. */
export interface Base64 {
  /** The bytes in Base64. */
  readonly base64: string;
}
