import type { Json } from "../../model/bundles/shared.ts";
import type { FoundField } from "../fields/form.ts";
import type { Problem } from "../problems/problem.ts";
import type { LogLevel } from "../protocol.ts";
import type { JsonObject, RunError } from "./run-error.ts";
import type { Stage } from "./stage.ts";

export type { JsonObject, RunError };

/**
 * The effect of a run on the Zap. Source: docs/platform.md, "Exceptions".
 *
 * - `succeeded`: the Zap goes on.
 * - `refreshed`: likewise, after the credentials were renewed and the call repeated.
 * - `stopped`: a method stopped the request, or a search found nothing; nobody is told.
 * - `halted`: this run ends, and the Zap stays on.
 * - `error`: the user is told; many of these turn the Zap off.
 * - `turned_off`: the Zap is turned off, and the user is asked by mail to connect the account anew.
 */
export type Outcome = "succeeded" | "refreshed" | "stopped" | "halted" | "error" | "turned_off";

/** The report of every run. */
export interface RunReport {
  /** The effect on the Zap. */
  readonly outcome: Outcome;
  /** The items that the platform would lose or repeat of a poll that succeeds, and credentials in a run's result. Empty when all is well. */
  readonly problems: readonly Problem[];
  /** Every request, in the order in which they were sent. */
  readonly requests: RecordedRequest[];
  /** Every line that the script wrote to its console. */
  readonly logs: LogLine[];
  /** Why the run failed. */
  readonly error?: RunError;
  /** With `simulate({ stages: true })`: the stages that it went through, in the order in which they began. */
  readonly stages?: Stage[];
}

/** The result of one poll. A test may say of which type an item is. */
export interface Run<Item = Json> extends RunReport {
  /** The items that would trigger the Zap, as JSON holds them; empty when the run failed. */
  readonly items: Item[];
}

/** The result of one received hook. */
export interface HookRun<Item = Json> extends Run<Item> {
  /** The samples that the editor shows: the items of a hook with `X-Hook-Test: true`, which trigger nothing. */
  readonly samples: Item[];
  /** The platform's answer to the hook. */
  readonly reply: { readonly status: number; readonly headers: { readonly [name: string]: string } };
}

/** The result of one run of an action. */
export interface WriteRun<Result = JsonObject> extends RunReport {
  /** The values that later steps of the Zap can use; absent when the run failed. */
  readonly result?: Result;
}

/** The result of one search. */
export interface SearchRun<Item = Json, Result = JsonObject> extends RunReport {
  /** Every match, the best first; empty when the run failed. */
  readonly items: Item[];
  /** The values that later steps can use: the first match or what was created; absent when there is neither. */
  readonly result?: Result;
  /** True if nothing was found, and it was created: also where reading it afterwards failed. */
  readonly created: boolean;
}

/** One line of a dynamic dropdown. */
export interface Choice {
  /** The value that scripting gets. */
  readonly value: Json | undefined;
  /** The text that the user reads. */
  readonly label: Json | undefined;
}

/** The result of one look into a dynamic dropdown. */
export interface DropdownRun extends RunReport {
  /** In the order in which they are offered; empty when the run failed. */
  readonly choices: Choice[];
}

/** The result of a search connector. */
export interface SearchfillRun extends RunReport {
  /** The value for the field; absent when nothing was found. */
  readonly value?: Json;
}

/** The custom fields. */
export interface FieldsRun extends RunReport {
  /** In the order in which they are shown; empty when the run failed. */
  readonly fields: FoundField[];
}

/** A file that a pointer stood for. */
export interface HydratedFile {
  readonly filename: string;
  readonly content_type: string;
  readonly length: number;
  readonly content: Uint8Array;
}

/** The value of a pointer. */
export interface HydrateRun extends RunReport {
  /** The result of the method that `z.dehydrate` named. */
  readonly result?: Json;
  /** The file that `z.dehydrateFile` named. */
  readonly file?: HydratedFile;
}

/** The result of one call of a method. */
export interface CallRun extends RunReport {
  /** The result of the method, as JSON holds it. */
  readonly result: Json | undefined;
}

/** One request, and what came back. A followed redirect is a request of its own. */
export interface RecordedRequest {
  /** The sender: the platform itself, or the script with z.request. */
  readonly by: "platform" | "script";
  /** The script's method that was running. */
  readonly script_method?: string;
  readonly method: string;
  /** As it was asked for: `url_base` does not show. */
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: RecordedBody | null;
  /** Absent when no answer came. */
  response?: RecordedResponse;
  /** Why no answer came. */
  failure?: string;
}

export interface RecordedResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] };
  readonly body: RecordedBody;
}

/** Text, or bytes that are no text. */
export type RecordedBody = string | { readonly base64: string };

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  /** The script's method that was running. */
  readonly method: string;
}
