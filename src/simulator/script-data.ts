import type { MessagePort } from "node:worker_threads";
import type { Runtime } from "./runtime.ts";

/** How the worker is started. */
export interface ScriptData {
  readonly source: string;
  /** The name that stack traces show. */
  readonly filename: string;
  readonly runtime: Runtime;
  /** The folder of jQuery. */
  readonly jquery: string;
  /** Where the answers to waiting requests arrive. */
  readonly answers: MessagePort;
  /** One Int32: 1 when an answer has arrived. */
  readonly signal: SharedArrayBuffer;
}
