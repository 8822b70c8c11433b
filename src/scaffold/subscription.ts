import { readFileSync } from "node:fs";
import MagicString from "magic-string";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import type { Discovered } from "../source/discover.ts";
import { exportedValue } from "../source/discovering/exported.ts";
import { unwrapped } from "../source/nodes.ts";
import type { Source } from "../source/source.ts";
import { apiOf } from "./api-of.ts";
import type { ProjectFile } from "./step.ts";
import { hooksText } from "./trigger-templates.ts";

/** The code that a project needs before its triggers can subscribe to hooks. */
export interface SubscriptionFiles {
  /** Files inside the directory of the sources. */
  readonly added: readonly ProjectFile[];
  /** The same, of the user's own, with their new content. */
  readonly changed: readonly ProjectFile[];
  /** True if the project subscribes in a way of its own, which a test cannot know. */
  readonly hasOwnHooks: boolean;
}

export interface SubscriptionNeeds {
  readonly discovered: Discovered;
  readonly metadata: Metadata;
  /** As the end of `Failed to …`. */
  readonly task: string;
}

/** The methods in hooks.ts and the addresses in app.ts, as far as the project does not have them. */
export function subscriptionFor({ discovered, metadata, task }: SubscriptionNeeds): SubscriptionFiles {
  const { subscribe_url, unsubscribe_url } = metadata.app;
  const hooks = discovered.declarations.find(({ row }) => row.kind === "hook")?.source;
  const url = `${apiOf(metadata)}/hooks`;
  const missing = Object.entries({ subscribe_url, unsubscribe_url }).filter(
    ([, value]) => value === undefined,
  );
  const lines = missing.map(([name]) => `${name}: ${JSON.stringify(url)}`);
  const app = discovered.declarations.find(({ row }) => row.metadata === "app")?.source as Source;
  const isOurs = (hooks === undefined || hooks.text === hooksText) && (subscribe_url ?? url) === url;
  return {
    added: hooks === undefined ? [{ path: "hooks.ts", text: hooksText }] : [],
    changed: lines.length === 0 ? [] : [{ path: app.path, text: withProperties(app, lines, task) }],
    hasOwnHooks: !isOurs,
  };
}

/** The text of app.ts with further properties of the app. */
function withProperties(source: Source, lines: readonly string[], task: string): string {
  const exported = exportedValue(source, "app");
  const object = exported && unwrapped(exported);
  const last = object?.type === "ObjectExpression" ? object.properties.at(-1) : undefined;
  if (last === undefined)
    throw new Failure(`Failed to ${task}: ${source.path} does not write the app as one object.`, {
      hint: `Write ${lines.join(" and ")} into the app, then add it again.`,
    });
  const text = new MagicString(source.text);
  text.appendLeft(last.end, lines.map((line) => `,\n  ${line}`).join(""));
  // The text that was read has `\n` as line ends.
  const isWindows = readFileSync(source.file, "utf8").includes("\r\n");
  return isWindows ? text.toString().replaceAll("\n", "\r\n") : text.toString();
}
