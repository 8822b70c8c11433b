import type { GivenMetadata } from "../../inference/given-metadata.ts";
import type { Metadata } from "../../model/definitions.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** A script that can be run. */
export interface RunnableScript {
  /** Its path; nobody changes the file. */
  readonly file: string;
  /** The metadata as the simulator is given them; undefined where all are inferred. */
  readonly given?: GivenMetadata;
  /** The same, completed by what the script says. */
  readonly metadata: Metadata;
  readonly warnings: readonly Diagnostic[];
  /** The milliseconds that building it took. */
  readonly took: number;
  /** Makes the review; absent where there are no sources to review. */
  readonly review?: () => Promise<ScriptReview>;
}

/** The review of a script. */
export interface ScriptReview {
  readonly html: string;
  readonly audit: readonly Diagnostic[];
  /** The changes since the last delivery, in Markdown; absent where nothing was delivered. */
  readonly delivery?: string;
}
