import type { Url } from "./app.ts";
import type { Key, StepField } from "./field.ts";

/** What triggers, actions and searches have in common. */
export interface StepBase {
  /** What its methods in zap.js begin with: the name of its file. */
  key: Key;
  /**
   * Its name, as users read it.
   *
   * @minLength 1
   */
  label: string;
  /**
   * What it is about, in the singular: the platform builds sentences with it.
   *
   * @minLength 1
   */
  noun: string;
  /**
   * What it does, in one sentence.
   *
   * @minLength 1
   */
  help_text: string;
  /** Whether users do not see it: it serves dropdowns or the test of an account only, or it is superseded. */
  hidden?: boolean;
  /** Whether it stands out among the others. */
  important?: boolean;
  /**
   * The methods that zap.js implements for it, without the key, in the order of the platform's documentation.
   *
   * @uniqueItems
   */
  methods: string[];
}

/** An item as a trigger returns it. */
export interface Sample {
  /** What tells items apart. */
  id: string | number;
  [key: string]: unknown;
}

/**
 * One trigger: its key, which is the name of the file `triggers/KEY.ts`, what that file exports as `trigger`, and the
 * methods that zap.js implements for it.
 *
 * @discriminator type
 */
export type Trigger = PollingTrigger | StaticHookTrigger | RestHookTrigger | NotificationHookTrigger;

/** What every trigger has. */
interface TriggerBase extends StepBase {
  /** What the user fills in when adding the trigger to a Zap. */
  fields: StepField[];
  /** One item as the trigger returns it: the editor offers its keys, and shows it when there is no live item. */
  sample: Sample;
  /** Where the labels of its items' keys are asked for. */
  custom_fields_url?: Url;
  /** Whether a dynamic dropdown that it fills can load more: `bundle.meta.page` then counts from 0. */
  paging?: boolean;
}

/** The platform asks a URL for items, every few minutes. */
export interface PollingTrigger extends TriggerBase {
  /** How items reach the platform. */
  type: "polling";
  /** The address that is polled. */
  url: Url;
}

/** The user enters the platform's address where the hooks come from. */
export interface StaticHookTrigger extends TriggerBase {
  /** How items reach the platform. */
  type: "static_hook";
  /** The address that the editor polls for samples. */
  url?: Url;
  /** How the user enters the address, in Markdown. */
  directions?: string;
}

/** The platform subscribes to hooks when a Zap is turned on. */
export interface RestHookTrigger extends TriggerBase {
  /** How items reach the platform. */
  type: "rest_hook";
  /** What is subscribed to. */
  event: string;
  /** The address that the editor polls for samples. */
  url?: Url;
}

/** As a REST hook, but each hook only says where the item can be read: `resource_url`. */
export interface NotificationHookTrigger extends TriggerBase {
  /** How items reach the platform. */
  type: "notification_hook";
  /** What is subscribed to. */
  event: string;
  /** The address that the editor polls for samples. */
  url?: Url;
}
