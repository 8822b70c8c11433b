import type { Url } from "./app.ts";
import type { Key, StepField } from "./field.ts";

/** The common properties of triggers, actions and searches. */
export interface StepBase {
  /** The name of its file, with which the names of its methods in zap.js begin. */
  key: Key;
  /**
   * The name that users read.
   *
   * @minLength 1
   */
  label: string;
  /**
   * The thing it is about, in the singular. The platform builds sentences with it.
   *
   * @minLength 1
   */
  noun?: string;
  /**
   * One sentence about what it does.
   *
   * @minLength 1
   */
  help_text?: string;
  /** True if it is hidden from users: it only fills dropdowns or tests accounts, or it is superseded. */
  hidden?: boolean;
  /** True if it is marked as important. */
  important?: boolean;
  /**
   * The methods that zap.js implements for it, without the key, in the order of the platform's documentation.
   *
   * @uniqueItems
   */
  methods: string[];
}

/** An example of the items of a trigger, or of the result of an action or a search. */
export interface Sample {
  [key: string]: unknown;
}

/**
 * A trigger, as metadata.json holds it: its key, which is the name of the file `triggers/KEY.ts`, the properties that the
 * file exports as `trigger`, and the names of its methods.
 *
 * @discriminator type
 */
export type Trigger = PollingTrigger | StaticHookTrigger | RestHookTrigger | NotificationHookTrigger;

/** The common properties of all triggers. */
interface TriggerBase extends StepBase {
  /** The fields that the user fills in when adding the trigger to a Zap. */
  fields: StepField[];
  /**
   * An example of an item, with the `id` that tells items apart. The editor offers its keys to later steps, and shows it when
   * there is no live item.
   */
  sample?: Sample;
  /** The URL that returns the labels of the items' keys. */
  custom_fields_url?: Url;
  /** True if a dynamic dropdown that it fills can load more. `bundle.meta.page` is then the page, from 0. */
  paging?: boolean;
}

/** The platform polls a URL for items, every few minutes. */
export interface PollingTrigger extends TriggerBase {
  /** The type of the trigger. */
  type: "polling";
  /** The URL that is polled. The method `poll` needs none. */
  url?: Url;
}

/** The user enters a URL of the platform at the service, which sends its hooks there. */
export interface StaticHookTrigger extends TriggerBase {
  /** The type of the trigger. */
  type: "static_hook";
  /** The URL that the editor polls for samples. */
  url?: Url;
  /** Directions for entering the URL at the service, in Markdown. */
  directions?: string;
}

/** The platform subscribes to hooks when a Zap is turned on. */
export interface RestHookTrigger extends TriggerBase {
  /** The type of the trigger. */
  type: "rest_hook";
  /** The name of the event to subscribe to. */
  event: string;
  /** The URL that the editor polls for samples. */
  url?: Url;
}

/** A REST hook that names the URL of its item, `resource_url`, instead of holding the item. */
export interface NotificationHookTrigger extends TriggerBase {
  /** The type of the trigger. */
  type: "notification_hook";
  /** The name of the event to subscribe to. */
  event: string;
  /** The URL that the editor polls for samples. */
  url?: Url;
}
