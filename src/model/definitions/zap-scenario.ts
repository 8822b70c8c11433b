import type { Headers, HttpMethod, Json, Values, ZapInfo } from "../bundles/shared.ts";
import type { Key } from "./field.ts";

/** The life of one Zap, for `zapc simulate zap`: it is turned on, and then step follows step. */
export interface ZapScenario {
  /** The key of its trigger. */
  trigger: Key;
  /** The values that the user filled in for the trigger. */
  trigger_fields?: Values;
  /** The value of `bundle.zap` in scripting. */
  zap?: ZapInfo;
  /**
   * The events once it is on, in this order.
   *
   * @minItems 1
   */
  steps: ZapStep[];
}

/**
 * One step in the life of a Zap that is on.
 *
 * @discriminator type
 */
export type ZapStep = PollZapStep | HookZapStep | TurnOffZapStep;

/** The properties of every step. */
interface ZapStepBase {
  /**
   * When it happens, with the time zone: 2026-03-01T09:00:00Z.
   *
   * @pattern ^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$
   */
  at?: string;
}

/** The platform polls the trigger. */
export interface PollZapStep extends ZapStepBase {
  /** The kind of event. */
  type: "poll";
}

/** A hook reaches the Zap's address. */
export interface HookZapStep extends ZapStepBase {
  /** The kind of event. */
  type: "hook";
  /** The method of the request: POST, when it is left out. */
  method?: HttpMethod;
  /** Its headers. */
  headers?: Headers;
  /** The part of the address behind the `?`. */
  querystring?: string;
  /** A text is the body as it is; anything else is sent as JSON. */
  body?: Json;
}

/** The user turns the Zap off. */
export interface TurnOffZapStep extends ZapStepBase {
  /** The kind of event. */
  type: "turn_off";
}
