import type { Json } from "../../model/bundles/shared.ts";
import type { Metadata, Search } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { checkOptions } from "../options.ts";
import type { SearchRun } from "../run/run.ts";
import type { Running } from "../run/run-context.ts";
import type { SearchOptions } from "../run/run-options.ts";
import type { Runs } from "../run/runs.ts";
import type { Runtime } from "../runtime.ts";
import { type ActionStep, write } from "./action.ts";
import { rawUrl, reasonOf } from "./bundle.ts";
import { type ManagedCall, manage } from "./managed-call.ts";
import { readingFor, searchStep } from "./read-step.ts";
import { shapeList, shapeObject } from "./shape.ts";

/** A search, with what the user filled in. */
export interface SearchStep {
  readonly search: Search;
  readonly search_fields: FieldValues;
  /** The linked action, which creates what is not found. */
  readonly create?: ActionStep;
}

/** What a search step gives to later steps. */
export interface Found {
  /** Every match, the best first. */
  readonly matches: Json[];
  /** The first match or what was created, as its resource says if there is one; absent when there is neither. */
  readonly item?: { readonly [key: string]: Json };
  readonly created: boolean;
}

/** One search, as the simulator offers it. */
export async function runSearch(
  search: string,
  options: SearchOptions,
  parts: { readonly metadata: Metadata; readonly runs: Runs },
): Promise<SearchRun> {
  const task = `search ${search}`;
  checkOptions(task, options, "search");
  const step = searchStep(search, options, readingFor(task, options, parts));
  const run = await parts.runs.run(task, reasonOf(options), (on) => find(step, on));
  const { result: found, ...report } = run;
  const { matches = [], created = false, item } = found ?? {};
  return { ...report, items: matches, created, ...(item && { result: item }) };
}

/** Searches, creates what is not found, and reads what there is then. Source: platform-facts, "Actions and searches". */
async function find(step: SearchStep, on: Running): Promise<Found> {
  const { search, search_fields, create } = step;
  const matches = shapeList(await manage(searchCall(step), on));
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
  const written = await write(create, on);
  const read = { found: written, context: create.action_fields };
  return { matches, item: await readResource(search, read, on), created: true };
}

/** Asks the search's URL for matches. Source: runner, index.js, `runSearch`. */
function searchCall({ search: { key, url }, search_fields }: SearchStep): ManagedCall {
  return {
    methods: methodsAround("search", "search", key),
    request: { url },
    variables: { inputData: search_fields },
    bundle: { search_fields, ...rawUrl(url) },
  };
}

interface Read {
  /** The match, or what was created. */
  readonly found: { readonly [key: string]: Json };
  /** What the search or the action was given. */
  readonly context: FieldValues;
}

/** Reads the resource of what was found. Source: runner, index.js, `runSearchResource`. */
async function readResource(search: Search, { found, context }: Read, on: Running): Promise<Read["found"]> {
  const { key, resource_url: url = "" } = search;
  const methods = methodsAround("read_resource", "search", key);
  if (url === "" && !(methods.full && on.run.has(methods.full))) return found;
  const call: ManagedCall = {
    methods,
    request: { url },
    variables: { inputData: found },
    bundle: {
      search_fields: found,
      read_fields: found,
      ...readBundle(on.run.runtime, { found, context }, url),
    },
  };
  return shapeObject(await manage(call, on));
}

/**
 * What is documented, and the runner does not do. Source: scripting-methods, "SEARCH_KEY_read_resource"; runner, bundle.js,
 * `addInputData`, and index.js, `runSearchResource`.
 */
function readBundle(runtime: Runtime, { found, context }: Read, url: string): FieldValues {
  return runtime === "legacy" ? { read_context: context, ...rawUrl(url) } : { read_context: found };
}
