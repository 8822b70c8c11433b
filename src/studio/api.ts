/**
 * The contract between the studio's server and its page: each route with its input and its output. Both import it; nothing else
 * knows a path.
 */

import type { Json, Values } from "../model/bundles/shared.ts";
import type { Field, Metadata } from "../model/definitions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Choice, FoundField, LogLine, Outcome, Problem, RunError, Runtime } from "../simulator/index.ts";
import type { Edit, Stage } from "../simulator/run/stage.ts";

/** Every route of the API: `METHOD /path` to its input and its output, as JSON. All need the token. */
export interface Routes {
  "GET /api/state": { output: State };
  /** A stream of server-sent events, each one `StudioEvent` as JSON, read over `fetch`. The first is the whole state. */
  "GET /api/events": { output: StudioEvent };
  "GET /api/run": { input: { id: string }; output: RunDetail };
  /** A part of a body or a large value, by the id that a `LargeText` has. */
  "GET /api/text": {
    input: { id: string; from: number; to: number };
    output: { text: string; size: number };
  };
  /** A text or, by the id of a run that hydrated one, a file: bytes with `Content-Disposition: attachment`. */
  "GET /api/download": { input: { id: string }; output: Blob };
  /** Starts a run, and answers once it is in the list. */
  "POST /api/run": { input: RunRequest; output: { id: string } };
  "POST /api/cancel": { input: { id: string }; output: Record<string, never> };
  /** Runs again as a new run: the present script with the answers that were recorded, perhaps with edits. */
  "POST /api/again": {
    input: { id: string; edits?: readonly Edit[]; runtime?: Runtime };
    output: { id: string };
  };
  /** Sends again, live. Anything but a GET needs `confirmed`. */
  "POST /api/send-again": { input: { id: string; confirmed?: boolean }; output: { id: string } };
  "GET /api/compare": { input: { left: string; right: string }; output: RunComparison };
  "POST /api/choices": { input: FieldRequest; output: { choices: Choice[]; run: string; has_more: boolean } };
  "POST /api/custom-fields": { input: StepRequest; output: { fields: FoundField[]; run: string } };
  /** `fields` are those of the search. */
  "POST /api/search-connector": { input: FieldRequest; output: { value?: Json; run: string } };
  /** Keeps a file for a field of a step, and gives the address that is the field's value. */
  "POST /api/file": { input: { name: string; type: string; base64: string }; output: { address: string } };
  "POST /api/clock": { input: { now: string | null }; output: Record<string, never> };
  "POST /api/live": { input: { live: boolean }; output: Record<string, never> };
  "POST /api/connection": {
    input: { id?: string; name: string; auth_fields: { [key: string]: string }; remember: boolean };
    output: { id: string };
  };
  "POST /api/connection/select": { input: { id: string }; output: Record<string, never> };
  "POST /api/connection/forget": { input: { id: string }; output: Record<string, never> };
  /** Connects, tests and labels. With OAuth it gives the address at which the user grants access. */
  "POST /api/connection/connect": { input: { id: string }; output: { grant?: string; run: string } };
  /** With OAuth where the provider takes no loopback address: the address, or the code, that the user pasted. */
  "POST /api/connection/grant": { input: { id: string; pasted: string }; output: { run: string } };
  "POST /api/pin": { input: { run: string; request: number; edited?: PinnedAnswer }; output: { id: string } };
  "POST /api/unpin": { input: { id: string }; output: Record<string, never> };
  /** The vitest file and the recording that saving would write. Nothing is written. */
  "POST /api/test/preview": { input: { run: string; name: string }; output: TestPreview };
  "POST /api/test/save": { input: { run: string; name: string; hash: string }; output: { files: string[] } };
  "POST /api/open": { input: { file: string; line: number; column?: number }; output: Record<string, never> };
  "GET /api/review": { output: Review };
}

/** The input of a route; undefined where it has none. */
export type RouteInput<Name extends keyof Routes> = Routes[Name] extends { input: infer Input }
  ? Input
  : undefined;
export type RouteOutput<Name extends keyof Routes> = Routes[Name]["output"];

/** The state of the studio, but for its runs' details. */
export interface State {
  readonly version: string;
  readonly app: { readonly name: string; readonly script: string; readonly scripting?: string };
  readonly build: BuildState;
  /** The metadata of the last good build. */
  readonly metadata?: Metadata;
  readonly operations: readonly Operation[];
  readonly connections: readonly ConnectionState[];
  readonly selected_connection?: string;
  /** True if requests may reach the network. */
  readonly live: boolean;
  readonly may: { readonly live: boolean; readonly write: boolean };
  /** The simulated time; null is the time that it is. */
  readonly now: string | null;
  readonly runtime: Runtime;
  readonly runs: readonly RunRow[];
  /** The number of runs that are no longer kept, and the most that are. */
  readonly history: { readonly forgotten: number; readonly most_runs: number; readonly most_bytes: number };
  readonly zaps: readonly ZapState[];
  readonly pins: readonly Pin[];
}

export type BuildState =
  | { readonly status: "building" }
  | {
      readonly status: "good";
      readonly built_at: string;
      readonly took: number;
      readonly warnings: readonly FramedDiagnostic[];
    }
  /** The last good script stays runnable, where there is one. */
  | {
      readonly status: "broken";
      readonly findings: readonly FramedDiagnostic[];
      readonly has_script: boolean;
    };

/** A finding, with its code frame as plain text. */
export interface FramedDiagnostic extends Diagnostic {
  readonly frame?: string;
}

/** One entry of the left list. */
export interface Operation {
  /** `auth`, `triggers/new_ticket`, `actions/create_ticket`, `searches/find_ticket`, `hydrators/get_file`. */
  readonly id: string;
  readonly kind: "auth" | "trigger" | "action" | "search" | "hydrator";
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  /** `polling`, `rest_hook`, `static_hook`, `notification_hook` of a trigger. */
  readonly type?: string;
  readonly hidden: boolean;
  readonly fields: readonly Field[];
  readonly has_custom_fields: boolean;
  readonly sample?: Json;
  /** The methods that the script has for it, in the platform's order. */
  readonly methods: readonly string[];
}

export interface ConnectionState {
  readonly id: string;
  readonly name: string;
  readonly label?: string;
  readonly status: "new" | "connecting" | "connected" | "failed";
  readonly message?: string;
  readonly remembered: boolean;
  /** The keys that have a value; values never leave the server. */
  readonly filled: readonly string[];
}

/** A Zap that is on. */
export interface ZapState {
  readonly id: string;
  readonly operation: string;
  readonly live: boolean;
  readonly polls: number;
  /** With hooks: the loopback address at which any program can send one. It needs no token, is random, and expires. */
  readonly hook_address?: string;
  readonly expires?: string;
}

export type RunKind =
  | "test"
  | "poll"
  | "turn_on"
  | "hook"
  | "write"
  | "search"
  | "hydrate"
  | "turn_off"
  | "dropdown"
  | "custom_fields"
  | "search_connector"
  | "connect"
  | "test_account";

/** A run that the user asks for. */
export type RunRequest =
  | {
      kind: "test" | "poll" | "write";
      operation: string;
      fields: Values;
      custom_fields?: readonly FoundField[];
      edits?: readonly Edit[];
      runtime?: Runtime;
    }
  | {
      kind: "search";
      operation: string;
      fields: Values;
      create?: { fields: Values };
      edits?: readonly Edit[];
      runtime?: Runtime;
    }
  | { kind: "turn_on"; operation: string; fields: Values }
  /** `polls`: so many of them, each `every_minutes` of simulated time after the one before. */
  | { kind: "zap_poll"; zap: string; polls: number; every_minutes: number }
  | {
      kind: "hook";
      zap: string;
      method?: string;
      headers?: { [name: string]: string };
      body: Json;
      querystring?: string;
    }
  | { kind: "turn_off"; zap: string }
  | { kind: "hydrate"; pointer: string };

/** A run of one kind that is asked for. */
export type RunRequestOf<Kind extends RunRequest["kind"], Any = RunRequest> = Any extends {
  kind: infer Kinds;
}
  ? Kind extends Kinds
    ? Any
    : never
  : never;

export interface StepRequest {
  readonly operation: string;
  readonly fields: Values;
}

export interface FieldRequest extends StepRequest {
  readonly field: string;
  readonly page?: number;
}

/** One row of the list of runs. */
export interface RunRow {
  readonly id: string;
  /** Counts from 1. */
  readonly number: number;
  readonly kind: RunKind;
  readonly operation: string;
  /** `manual`, `poll 3`, `hook`, `replay of #12`, `sent again #12`, `editor`. */
  readonly cause: string;
  readonly status: "running" | "cancelled" | Outcome;
  /** The step that is under way, while it runs: `GET https://api.example.com/tickets`. */
  readonly stage?: string;
  readonly started: string;
  /** Milliseconds. */
  readonly took?: number;
  /** The status of the last answer. */
  readonly http_status?: number;
  readonly requests: number;
  readonly items?: { readonly seen: number; readonly new: number };
  readonly badges: readonly ("pinned" | "edited" | "saved" | "redacted")[];
  readonly error?: string;
  readonly zap?: string;
  readonly poll?: number;
  readonly runtime: Runtime;
}

/** A text that may be large: at most the first 64 KB where it is above 1 MB. `id` gives the rest. */
export interface LargeText {
  readonly id: string;
  readonly size: number;
  readonly start: string;
}

/** The answerer of a request. */
export type AnsweredBy = "live" | "recorded" | "pinned" | "edited" | "file" | "none";

export interface ShownRequest {
  readonly by: "platform" | "script";
  readonly script_method?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: LargeText;
  readonly response?: {
    readonly status: number;
    readonly headers: { readonly [name: string]: string | string[] };
    readonly body: LargeText;
  };
  readonly failure?: string;
  readonly answered_by: AnsweredBy;
  readonly pin?: string;
}

/** A run, opened. Everything in it is redacted. */
export interface RunDetail extends RunRow {
  readonly asked: RunRequest | null;
  readonly now: string;
  readonly stages: readonly ShownStage[];
  readonly sent: readonly ShownRequest[];
  readonly logs: readonly LogLine[];
  readonly problems: readonly Problem[];
  readonly fault?: RunError;
  /** The items or the result of the run. */
  readonly result?: LargeText;
}

/** A stage with its values as texts of JSON: `before` and `after` are what the inspector compares. */
export interface ShownStage {
  /** In the stages that edits name; -1 of a method that the script does not define. */
  readonly index: number;
  readonly kind: Stage["kind"];
  readonly title: string;
  readonly method?: string;
  readonly at: number;
  readonly took: number;
  readonly before?: LargeText;
  readonly after?: LargeText;
  /** The whole bundle of a method; `before` is the part of it that the method changes. */
  readonly bundle?: LargeText;
  /** Absent: the script does not define the method. `none`: before and after are equal. */
  readonly changed: "not defined" | "none" | "changed";
  readonly requests: readonly number[];
  readonly logs: readonly number[];
  readonly error?: RunError;
  readonly items?: Extract<Stage, { kind: "dedupe" }>["items"];
  /** The platform's limit beside the figure: `12 KB of 6 MB`. */
  readonly limits: readonly {
    readonly what: string;
    readonly used: number;
    readonly limit: number;
    readonly unit: "ms" | "bytes";
  }[];
}

/** Two runs, compared when asked for. */
export interface RunComparison {
  readonly left: RunRow;
  readonly right: RunRow;
  readonly parts: readonly ComparedPart[];
}

export interface ComparedPart {
  /** `request 1`, `items`, `new_ticket_post_poll: result`. */
  readonly title: string;
  readonly differences: readonly { readonly path: string; readonly left?: Json; readonly right?: Json }[];
  /** There are more differences than are listed. */
  readonly more: number;
}

export interface Pin {
  readonly id: string;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly edited: boolean;
}

export interface PinnedAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface TestPreview {
  readonly hash: string;
  readonly files: readonly { readonly path: string; readonly text: string; readonly exists: boolean }[];
  readonly redactions: readonly string[];
  readonly assertions: readonly string[];
  /** Values that differed between two runs of the test, with the exception that is suggested. */
  readonly unsteady: readonly string[];
  /** Why it cannot be saved. */
  readonly refused?: string;
}

export interface Review {
  readonly review_html: LargeText;
  readonly audit: readonly Diagnostic[];
  readonly delivery?: string;
  readonly script: LargeText;
}

/** An event of the stream. */
export type StudioEvent =
  | { readonly type: "state"; readonly state: State }
  /** A row is new, or changed. */
  | { readonly type: "run"; readonly row: RunRow };

/** The body of an answer that is no success. */
export interface ErrorBody {
  readonly error: string;
  readonly hint?: string;
}
