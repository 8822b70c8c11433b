import type { Action, Search } from "./action.ts";
import type { App } from "./app.ts";
import type { Trigger } from "./trigger.ts";

/** metadata.json: everything of the integration that is not scripting, for review and for the simulator. */
export interface Metadata {
  /** The version of this format. Files of zapc 0.2 and earlier have none. */
  format?: 1;
  /** The program that wrote the file, and its version: `zapc 0.1.0`. */
  generator?: string;
  /**
   * The hash in the header of the zap.js that the file belongs to.
   *
   * @pattern ^[0-9a-f]{16}$
   */
  script?: string;
  /** The integration as a whole. */
  app: App;
  /**
   * The methods of the app as a whole that zap.js implements, in the order of the platform's documentation.
   *
   * @uniqueItems
   */
  methods: string[];
  /**
   * The methods that `z.dehydrate` can name, in the order of the alphabet.
   *
   * @uniqueItems
   */
  hydrators: string[];
  /** The triggers, in the order of their keys. */
  triggers: Trigger[];
  /** The actions, in the order of their keys. */
  actions: Action[];
  /** The searches, in the order of their keys. */
  searches: Search[];
}
