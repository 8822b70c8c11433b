/** The declarations of an integration, as metadata.json holds them. */
import type { Metadata } from "./definitions/metadata.ts";

export type * from "./definitions/action.ts";
export type * from "./definitions/app.ts";
export type * from "./definitions/field.ts";
export type * from "./definitions/metadata.ts";
export type * from "./definitions/recording.ts";
export type * from "./definitions/trigger.ts";
export type * from "./definitions/zap-scenario.ts";

/** The lists of steps in the metadata. */
export type StepList = "triggers" | "actions" | "searches";

/** A trigger, an action or a search. */
export type Step = Metadata[StepList][number];
