/** What the main thread and the script's worker say to each other. All of it can be cloned. */

/** A request as it is to be sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | Uint8Array | null;
  /**
   * Whether redirects are followed as the platform does it, are the answer, or fail the request. Those of z.request are
   * followed by the script's thread.
   */
  readonly redirects: "platform" | "none" | "error";
  /** How many redirects are followed at most; by default as many as the platform follows. */
  readonly most_redirects?: number;
  /** Set where it sends or fetches files: they may be larger than other payloads. */
  readonly isFile?: boolean;
  /** Milliseconds to wait for the answer. */
  readonly timeout?: number;
  /** Set where the answer is not to be compressed, and is read as it comes. */
  readonly uncompressed?: boolean;
  /** How many bytes of an answer the platform reads. */
  readonly longest?: number;
  readonly tls?: TlsOptions;
}

/** How an encrypted connection is made: options of Node.js, which checks them. */
export type TlsOptions = {
  readonly [option in
    | ("rejectUnauthorized" | "ca" | "cert" | "key" | "pfx" | "passphrase")
    | ("ciphers" | "secureProtocol" | "secureOptions" | "servername")]?: unknown;
};

/** An answer as it came over the wire. */
export interface RawResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] };
  readonly bytes: Uint8Array;
}

/** An answer as the platform reads it. */
export interface WireResponse extends RawResponse {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly redirected: boolean;
  /** The bytes as text. */
  readonly body: string;
}

/** A request got an answer, or none. After a timeout the code is `ESOCKETTIMEDOUT`. */
export type Answer = { readonly response: RawResponse } | { readonly failure: RequestFailure };

/** Why no answer came, with what Node.js says about it: `code`, `syscall`, `port`, … */
export interface RequestFailure {
  readonly message: string;
  readonly code?: string;
  readonly [detail: string]: unknown;
}

/** An error that code inside the script's context has thrown. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  /** Its type, where what was thrown is no object. */
  readonly primitive?: string;
  readonly stack?: string;
}

/** What a method returned: JSON, and what JSON cannot say. */
export interface Returned {
  /** Absent when it returned nothing. */
  readonly json?: string;
  /** Set when it returned what JSON does not have: to the platform that is not nothing. */
  readonly beyond_json?: "function" | "symbol";
  /** The keys of the returned object whose value is undefined: `{ url: undefined }` is not `{}`. */
  readonly undefined_keys: readonly string[];
  /** Those whose value is a function: JSON leaves them out, too. */
  readonly function_keys: readonly string[];
  /** Set when it came by a Promise: the platform looks for parts of a result before it is there. */
  readonly promised?: true;
}

/** How a call ended. After a fatal end the thread cannot be used again. */
export type Outcome =
  | { readonly returned: Returned }
  | { readonly thrown: ThrownError; readonly fatal?: true }
  /** The time limit has ended it. That is fatal, too. */
  | { readonly late: true };

export type Level = "log" | "info" | "debug" | "warn" | "error";

/** The time of a call that does not happen now. */
export interface SimulatedTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds that the call may wait. */
  readonly limit: number;
}

export type ToWorker =
  /** Load the script and list its methods with their number of parameters. */
  | { readonly type: "inspect" }
  | { readonly type: "call"; readonly method: string; readonly bundle: string; readonly time?: SimulatedTime }
  /** To a request that does not wait. */
  | { readonly type: "answer"; readonly id: number; readonly answer: Answer };

export type FromWorker =
  /** With an id, the answer goes to `answer`; without one, the worker waits for it. */
  | { readonly type: "request"; readonly id?: number; readonly request: WireRequest }
  | { readonly type: "log"; readonly level: Level; readonly text: string }
  | { readonly type: "not-simulated"; readonly message: string }
  | { readonly type: "done"; readonly outcome: Outcome };
