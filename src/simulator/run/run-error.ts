import type { SourceFrame } from "../../built/source-frames.ts";
import type { Json } from "../../model/bundles/shared.ts";

/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Why a run failed, for the user. */
export interface RunError {
  /** The script's name of the exception (`HaltedException`), or the platform's error: `ResponseError`, `ThrottledError`. */
  readonly name: string;
  readonly message: string;
  /** The script's method that threw; absent where the platform itself failed. */
  readonly method?: string;
  /**
   * The frames inside the script: `at post_poll (triggers/new_dataset.ts:12:7)` where its zap.js.map lies beside it, else
   * `at Object.new_dataset_post_poll (/path/zap.js:34:9)`.
   */
  readonly stack?: string;
  /** The same frames, as far as they are of the sources. */
  readonly frames?: readonly SourceFrame[];
  /** The same frames in zap.js, where `stack` names the sources. */
  readonly script_stack?: string;
  /** The advice. */
  readonly hint?: string;
}
