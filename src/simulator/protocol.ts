/** The messages between the simulator and the process of its script: JSON, and bytes (see process/frames.ts). */
import type { Runtime } from "./runtime.ts";

/** A request as it is to be sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string | Uint8Array | null;
  /**
   * True if redirects are followed as the platform does it, are the answer, or fail the request. Those of z.request are
   * followed by the script's process.
   */
  readonly redirects: "platform" | "none" | "error";
  /** The number of redirects that are followed at most; by default as many as the platform follows. */
  readonly most_redirects?: number;
  /** Set where it sends or fetches files: they may be larger than other payloads. */
  readonly isFile?: boolean;
  /** Milliseconds to wait for the answer. */
  readonly timeout?: number;
  /** Set where the answer is not to be compressed, and is read as it comes. */
  readonly uncompressed?: boolean;
  /** The number of bytes of an answer that the platform reads. */
  readonly longest?: number;
  readonly tls?: TlsOptions;
}

/** The options of an encrypted connection: those of Node.js, which checks them. */
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
  /** Its address, after redirects. */
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
  /** The thrown value before the platform wrote into its message, where that is another thing. */
  readonly original?: string;
  /** The message of its cause: `fetch` says nothing else of it. */
  readonly cause?: string;
  /** Set where a callback threw it, which nobody catches. */
  readonly uncaught?: true | undefined;
}

/** A bundle on its way to the script. Its paths lead from the bundle to objects in it. */
export interface BundleText {
  readonly bundle: object;
  /** The places at which it holds an object once more, each with the first. */
  readonly same: readonly (readonly [again: readonly string[], first: readonly string[]])[];
  /** The objects that outlive the call: the script may change them. */
  readonly kept: readonly (readonly string[])[];
}

/** The script's methods, with their numbers of parameters; null where it is something, but no function. */
export type Methods = { readonly [name: string]: number | null };

/** The result of a method: JSON, and what JSON cannot say. */
export interface ReturnedValue {
  /** Absent when it returned nothing. */
  readonly json?: string;
  /** Set where JSON changes parts of a request that a `pre_` method returns: JSON with marks, see script/values-in-context.ts. */
  readonly values?: string;
  /** Set when it returned what JSON does not have: to the platform that is not nothing. */
  readonly beyond_json?: "function" | "symbol";
  /** The keys of the returned object whose value is undefined: `{ url: undefined }` is not `{}`. */
  readonly undefined_keys: readonly string[];
  /** Those whose value is a function: JSON leaves them out, too. */
  readonly function_keys: readonly string[];
  /**
   * Set when it was a promise: one that was awaited, though the platform looks for parts of a result before it is there, or one
   * that nobody waits for.
   */
  readonly promise?: "awaited" | "not awaited";
  /** The objects that outlive the call and have changed, as JSON. */
  readonly changed?: readonly (string | null)[];
  /** Set where they have changed. */
  readonly methods?: Methods;
}

/** The end of a call. After a fatal end the process cannot be used again. */
export type CallOutcome =
  | {
      readonly returned: ReturnedValue;
      readonly fatal?: true;
      /** The number of requests with a callback that has not been called. */
      readonly unheard?: number;
    }
  | { readonly thrown: ThrownError; readonly fatal?: true }
  /** The time limit has ended it. Such an end is fatal, too. */
  | { readonly late: true };

export type LogLevel = "log" | "info" | "debug" | "warn" | "error";

export interface ScriptSource {
  readonly source: string;
  /** The name that stack traces show. */
  readonly filename: string;
  readonly runtime: Runtime;
}

/** The time of a call that does not happen now. */
export interface SimulatedTime {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds that the call may wait. */
  readonly limit: number;
}

/** A call of a method. */
export interface CallOfScript {
  readonly method: string;
  /** A BundleText, as JSON. */
  readonly bundle: string;
  /** Left out: the time that it is. */
  readonly time?: SimulatedTime;
  /** Set where the script has run already, in the call before this one. */
  readonly goes_on?: true;
}

/** The messages of the simulator to the process that its script runs in. */
export type MessageToScript =
  /** Always the first. The process runs this script only. */
  | ({ readonly type: "load" } & ScriptSource)
  /** Load the script and list its methods with their number of parameters. */
  | { readonly type: "inspect" }
  | ({ readonly type: "call" } & CallOfScript)
  /** With an id, to a request that does not wait; without one, to the one that does. */
  | { readonly type: "answer"; readonly id?: number; readonly answer: Answer };

/** The messages of the process to the simulator. */
export type MessageFromScript =
  /** It can be given a script. */
  | { readonly type: "ready" }
  /** Without an id, the script stands still until the answer is there. */
  | { readonly type: "request"; readonly id?: number; readonly request: WireRequest }
  | { readonly type: "log"; readonly level: LogLevel; readonly text: string }
  | { readonly type: "not-simulated"; readonly message: string }
  /** The call uses too much memory: the process ends itself. */
  | { readonly type: "out-of-memory" }
  | { readonly type: "done"; readonly outcome: CallOutcome };

/** The data that the script's thread is started with. */
export interface WorkerData {
  /** The folder of the bundled libraries. */
  readonly libraries: string;
  /** The file descriptor by which it talks to the simulator: see `channels`. */
  readonly channel: number;
}
