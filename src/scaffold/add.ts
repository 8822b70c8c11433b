import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "../metadata/describe.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { keyPattern } from "../model/layout.ts";
import type { StepKind } from "../model/methods.ts";
import { Cache } from "../source/cache.ts";
import { discover } from "../source/discover.ts";
import { apiOf } from "./api-of.ts";
import type { NewStep } from "./step.ts";
import { folders, stepFiles, templates } from "./step-files.ts";
import { type SubscriptionFiles, subscriptionFor } from "./subscription.ts";
import { madeUpAccount, testFiles } from "./test-files.ts";
import { listName, wordsFor } from "./words.ts";
import { requireFree, writeProject } from "./write-project.ts";

/** The options of `zapc add`. */
export interface AddOptions {
  readonly kind: StepKind;
  readonly key: string;
  /** The directory of the sources, inside the project. */
  readonly scripting: string;
  readonly template?: string;
  readonly label?: string;
  readonly noun?: string;
  /** The address of the list of its things. */
  readonly url?: string;
  /** The key of the action that creates what a search does not find. */
  readonly action?: string;
}

/** The files that were written, and those of the user's that were changed. */
export interface Added {
  readonly files: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Adds a trigger, an action or a search, with its test, to the project in a directory: all of its files, or none.
 *
 * @throws {Failure} where the key is not valid or is there already, or a file cannot be written.
 * @throws {Invalid} where the sources cannot be read.
 */
export async function add(options: AddOptions, directory = "."): Promise<Added> {
  const { kind, key, scripting } = options;
  const task = `add the ${kind} "${key}"`;
  requireKey(key, task);
  const template = chosenTemplate(options, task);
  const isThere = (path: string) => existsSync(join(directory, path));
  const cache = new Cache();
  const discovered = await discover(join(directory, scripting), cache);
  const { metadata } = await describe(discovered, cache);
  requireNew(options, metadata, task);
  const subscription =
    template === "hook" ? subscriptionFor({ discovered, metadata, task }) : nothingToSubscribe;
  const steps = newSteps({ ...options, template, hasOwnHooks: subscription.hasOwnHooks }, metadata);
  const { auth } = metadata.app;
  const places = { scripting, account: madeUpAccount(auth) };
  const files = [
    ...steps.flatMap((step) => stepFiles(step, places)),
    ...subscription.added.map(({ path, text }) => ({ path: `${scripting}/${path}`, text })),
    ...(isThere("test/connected.ts") ? [] : testFiles(auth)).filter(({ path }) => !isThere(path)),
  ];
  const changed = subscription.changed.map(({ path, text }) => ({ path: `${scripting}/${path}`, text }));
  requireFree(directory, files, task);
  writeProject(directory, [...files, ...changed]);
  return { files: files.map(({ path }) => path), changed: changed.map(({ path }) => path) };
}

const nothingToSubscribe: SubscriptionFiles = { added: [], changed: [], hasOwnHooks: false };

function requireKey(key: string, task: string): void {
  if (keyPattern.test(key)) return;
  throw new Failure(`Failed to ${task}: this is not a valid key.`, {
    hint: "A key begins with a letter, and has letters, digits and underscores, at least 2 of them: new_ticket.",
  });
}

function chosenTemplate({ kind, template }: AddOptions, task: string): string {
  const names = Object.keys(templates[kind]);
  if (template === undefined) return names[0] as string;
  if (names.includes(template)) return template;
  throw new Failure(`Failed to ${task}: ${folders[kind]} have no template "${template}".`, {
    hint: `Choose one of ${names.join(", ")}.`,
  });
}

function requireNew({ kind, key }: AddOptions, metadata: Metadata, task: string): void {
  const keys = metadata[folders[kind]].map((step) => step.key);
  const same = keys.find((it) => it.toLowerCase() === key.toLowerCase());
  if (same === undefined) return;
  throw new Failure(
    `Failed to ${task}: there is ${same === key ? "one" : `the ${kind} "${same}"`} already.`,
    {
      hint: `Choose a key that is none of ${keys.join(", ")}.`,
    },
  );
}

/** The step that is asked for and, where a search creates with an action that there is not, that action. */
function newSteps(
  options: AddOptions & { readonly template: string; readonly hasOwnHooks: boolean },
  metadata: Metadata,
): NewStep[] {
  const { kind, template, hasOwnHooks } = options;
  const words = wordsFor(kind, options);
  const api = apiOf(metadata);
  const url = options.url ?? `${api}/${listName(words.noun)}`;
  const step = {
    ...{ kind, key: options.key, words, template, api, url, hasOwnHooks },
    important: lacksImportant(kind, metadata),
  };
  if (template !== "search_or_create") return [step];
  const creates = options.action ?? `create_${words.noun.toLowerCase().replace(/[^a-z\d]+/g, "_")}`;
  const isThere = metadata.actions.some(({ key }) => key === creates);
  const action: NewStep = {
    ...{ kind: "action", key: creates, template: "plain", api, url, hasOwnHooks },
    words: wordsFor("action", { key: creates, noun: words.noun }),
    important: lacksImportant("action", metadata),
  };
  return [{ ...step, creates }, ...(isThere ? [] : [action])];
}

/** The audit wants one trigger and one action that are marked as important. */
function lacksImportant(kind: StepKind, metadata: Metadata): boolean {
  return kind !== "search" && !metadata[folders[kind]].some(({ important, hidden }) => important && !hidden);
}
