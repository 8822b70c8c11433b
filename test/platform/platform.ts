import type {
  AuthorizeOptions,
  AuthorizeRun,
  CustomFieldsOptions,
  FieldsRun,
  Hook,
  HydratedFile,
  PollOptions,
  Redirect,
  Run,
  RunError,
  RunOptions,
  RunReport,
  SearchOptions,
  SearchRun,
  StepRef,
  TurnOnOptions,
  WriteOptions,
  WriteRun,
} from "zapc/simulator";

/** The end of a run. */
export interface Ended extends Pick<RunReport, "outcome"> {
  readonly error?: Pick<RunError, "name" | "message">;
}

type Polled = Ended & Pick<Run, "items">;

/**
 * An integration with a connected account on the platform, as a test works with it: the simulator is one, and the platform's
 * own runner with what the platform does around it.
 */
export interface Platform {
  /** From now on it is this time for the script. */
  at(time: string): void;
  poll(trigger: string, options?: PollOptions): Promise<Polled>;
  turnOn(trigger: string, options?: TurnOnOptions): Promise<PlatformZap>;
  write(action: string, options?: WriteOptions): Promise<Ended & Pick<WriteRun, "result">>;
  search(search: string, options?: SearchOptions): Promise<Ended & Omit<SearchRun, keyof RunReport>>;
  customFields(whose: StepRef, options?: CustomFieldsOptions): Promise<Ended & Pick<FieldsRun, "fields">>;
  hydrate(
    pointer: string,
    options?: RunOptions,
  ): Promise<Ended & { readonly result?: unknown; readonly file?: HydratedFile }>;
  authorizeUrl(options?: AuthorizeOptions): Promise<Ended & Pick<AuthorizeRun, "url">>;
  connect(redirect?: Redirect): Promise<Ended>;
  testAccount(): Promise<Ended & { readonly valid: boolean; readonly label?: string }>;
  close(): Promise<void>;
}

/** A Zap that was turned on. */
export interface PlatformZap {
  readonly live: boolean;
  readonly turnedOn: Ended;
  readonly subscribe_data: unknown;
  /** Its items are those that trigger: whose `id` has not been seen before. */
  poll(): Promise<Polled>;
  hook(hook: Hook): Promise<Polled>;
  turnOff(): Promise<Ended>;
}
