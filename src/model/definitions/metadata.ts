import type { Action, Search } from "./action.ts";
import type { App } from "./app.ts";
import type { Trigger } from "./trigger.ts";

/** metadata.json: everything of the integration that is not scripting, for review and for the simulator. */
export interface Metadata {
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
