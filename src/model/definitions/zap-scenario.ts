import type { Headers, HttpMethod, Json, Values, ZapInfo } from "../bundles/shared.ts";
import type { Key } from "./field.ts";

/** What happens to one Zap, for `zapc simulate zap`: it is turned on, and then step follows step. */
export interface ZapScenario {
  /** The key of its trigger. */
  trigger: Key;
  /** What the user filled in for the trigger. */
  trigger_fields?: Values;
  /** What scripting sees as `bundle.zap`. */
  zap?: ZapInfo;
  /**
   * What happens once it is on, in this order.
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

/** What every step has. */
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
  /** What happens. */
  type: "poll";
}

/** A hook reaches the Zap's address. */
export interface HookZapStep extends ZapStepBase {
  /** What happens. */
  type: "hook";
  /** How it is sent: POST, when it is left out. */
  method?: HttpMethod;
  /** Its headers. */
  headers?: Headers;
  /** What stands behind the `?` of the address. */
  querystring?: string;
  /** A text is the body as it is; anything else is sent as JSON. */
  body?: Json;
}

/** The user turns the Zap off. */
export interface TurnOffZapStep extends ZapStepBase {
  /** What happens. */
  type: "turn_off";
}
