import type { Json } from "../../model/bundles/shared.ts";
import type { Metadata, Search } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import { checkKey } from "../arguments.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { checkOptions } from "../options.ts";
import type { RunReport, SearchRun } from "../run/run.ts";
import type { ActiveRun } from "../run/run-context.ts";
import type { SearchOptions } from "../run/run-options.ts";
import type { RunQueue } from "../run/run-queue.ts";
import type { Runtime } from "../runtime.ts";
import { write } from "./action.ts";
import { rawUrl, runReason } from "./bundle.ts";
import { type ManagedCall, manage } from "./managed-call.ts";
import { readingFor, type SearchStep, searchStep } from "./read-step.ts";
import { shaped, shapeList, shapeObject } from "./shape.ts";

type FoundItem = { readonly [key: string]: Json };

/** The result of a search step for later steps. */
export interface SearchResult {
  /** Every match, the best first. */
  readonly matches: Json[];
  /** The first match or what was created, as its resource says if there is one; absent when there is neither. */
  readonly item?: FoundItem;
  readonly created: boolean;
}

/** One search, as the simulator offers it. */
export async function runSearch(
  search: string,
  options: SearchOptions,
  parts: SearchParts,
): Promise<SearchRun> {
  return searched(search, options, {
    ...parts,
    outputOf: ({ matches, created, item }) => ({
      items: matches,
      created,
      ...(item && { result: item }),
    }),
  });
}

interface SearchParts {
  readonly metadata: Metadata;
  readonly runs: RunQueue;
}

/** One search that gives what `gives` makes of what is found: when the run failed, nothing but what was created by then. */
export async function searched<Output extends object>(
  search: string,
  options: SearchOptions,
  { outputOf, ...parts }: SearchParts & { readonly outputOf: (found: SearchResult) => Output },
): Promise<Output & RunReport> {
  checkKey(search, { task: "search", example: 'sim.search("find_ticket")' });
  const task = `search ${search}`;
  checkOptions(task, options, "search");
  const step = searchStep(search, options, readingFor(task, options, parts));
  const done: CreateProgress = { created: false };
  return parts.runs.run(task, {
    reason: runReason(options),
    edits: options.edits,
    work: (on) => find(step, on, done),
    outputOf: (found = { matches: [], ...done }) => outputOf(found),
  });
}

/** The work that has been done by the time a run fails. */
interface CreateProgress {
  /** True if the action has created something, though it cannot be read. */
  created: boolean;
}

/** Searches, creates what is not found, and reads what there is then. Source: docs/platform.md, "Actions and searches". */
async function find(step: SearchStep, on: ActiveRun, done: CreateProgress): Promise<SearchResult> {
  const { search, search_fields, create } = step;
  const matches = shaped(await manage(searchCall(step), on), shapeList, on);
  const [match] = matches;
  if (match !== undefined) {
    const read = { found: Object(match), context: search_fields };
    return { matches, item: await readResource(search, read, on), created: false };
  }
  if (!create) {
    // Assumed: a search that finds nothing ends the run of its Zap, and nobody is told.
    on.run.stopped = true;
    return { matches, created: false };
  }
  // Source: runner, index.js, `runEventCombo`: a search that a method stops has found nothing.
  on.run.stopped = false;
  const written = await write(create, on);
  done.created = !on.run.stopped;
  const read = { found: written, context: create.action_fields };
  return { matches, item: await readResource(search, read, on), ...done };
}

/** Asks the search's URL for matches. Source: runner, index.js, `runSearch`. */
function searchCall({ search: { key, url = "" }, search_fields }: SearchStep): ManagedCall {
  return {
    methods: methodsAround("search", "search", key),
    request: { url },
    data: { inputData: search_fields },
    bundle: ({ inputData }) => ({ ...rawUrl(url), search_fields: inputData }),
  };
}

interface ResourceRead {
  /** The match, or what was created. */
  readonly found: FieldValues;
  /** The values that the search or the action was given. */
  readonly context: FieldValues;
}

/** Reads the resource of what was found. Source: runner, index.js, `runSearchResource`. */
async function readResource(
  search: Search,
  { found, context }: ResourceRead,
  on: ActiveRun,
): Promise<FoundItem> {
  const { key, resource_url: url = "" } = search;
  const methods = methodsAround("read_resource", "search", key);
  if (url === "" && !(methods.full && on.run.has(methods.full))) return found as FoundItem;
  const call: ManagedCall = {
    methods,
    request: { url },
    data: { inputData: found },
    bundle: ({ inputData }) => ({
      search_fields: inputData,
      read_fields: inputData,
      ...readBundle(on.run.runtime, { found: inputData, context }, url),
    }),
  };
  return shaped(await manage(call, on), shapeObject, on);
}

/**
 * The documented bundle, which the runner does not make. Source: the scripting reference, "SEARCH_KEY_read_resource"; runner, bundle.js,
 * `addInputData`, and index.js, `runSearchResource`.
 */
function readBundle(runtime: Runtime, { found, context }: ResourceRead, url: string): FieldValues {
  return runtime === "legacy" ? { read_context: context, ...rawUrl(url) } : { read_context: found };
}
