/** Runs a compiled zap.js as the platform would: `import { simulate } from "zapc/simulator"`. */

export type { SourceFrame } from "../built/source-frames.ts";
export type { Addition } from "../inference/infer-metadata.ts";
export type { AuthorizeRun, ConnectRun } from "./authentication/account-connector.ts";
export type { AccountTest } from "./authentication/account-test.ts";
export type { AuthorizeOptions, Redirect } from "./authentication/oauth.ts";
export { type Comparison, compare, type Difference } from "./compare.ts";
export type { FoundField } from "./fields/form.ts";
export type { Hook } from "./hooks/received-hook.ts";
export type { HttpHandler } from "./network/by-handler.ts";
export type { SimulateOptions, Time } from "./options.ts";
export type { Problem } from "./problems/problem.ts";
export type { RecordOptions } from "./recording/options.ts";
export type {
  CallRun,
  Choice,
  DropdownRun,
  FieldsRun,
  HookRun,
  HydratedFile,
  HydrateRun,
  JsonObject,
  LogLine,
  Outcome,
  RecordedBody,
  RecordedRequest,
  RecordedResponse,
  Run,
  RunError,
  RunReport,
  SearchfillRun,
  SearchRun,
  WriteRun,
} from "./run/run.ts";
export type {
  CustomFieldsOptions,
  DropdownOptions,
  EditOptions,
  PollOptions,
  RunOptions,
  SearchOptions,
  TurnOnOptions,
  WriteOptions,
} from "./run/run-options.ts";
export type {
  DedupedItem,
  DedupeStage,
  Edit,
  EditedRequest,
  EditedResponse,
  ItemsStage,
  MethodStage,
  PreparedShown,
  PreparedStage,
  SentStage,
  Stage,
} from "./run/stage.ts";
export type { Runtime } from "./runtime.ts";
export { simulate } from "./simulate.ts";
export type { Simulator } from "./simulator.ts";
export type { FieldAddress, StepRef } from "./steps/read-step.ts";
export type { Zap } from "./zap/zap.ts";
