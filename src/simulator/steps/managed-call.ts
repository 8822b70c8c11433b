import type { MethodsAround } from "../../model/methods.ts";
import { withValidAccount } from "../authentication/account.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { changedFiles, partBody, shownFiles, withFiles } from "../files/request-files.ts";
import type { WireResponse } from "../protocol.ts";
import { changeRequest, type PreResult, refuseFunctions } from "../request/changed-request.ts";
import { finishRequest } from "../request/final-request.ts";
import { bareRequest, type DraftRequest } from "../request/prepared-request.ts";
import { afterMethod, beforeMethod, responseError } from "../request/response-errors.ts";
import {
  isPlainObject,
  type Known,
  qualifiedVariablesOf,
  render,
  variablesOf,
} from "../request/variables.ts";
import type { MethodResult, RunContext, Running } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { accountBundle, type Bundle, shownResponse } from "./bundle.ts";

/** A request that the platform makes, with the methods around it. */
export interface ManagedCall {
  /** The methods' names in `Zap`. */
  readonly methods: MethodsAround;
  /** What of the request is the step's own. */
  readonly request: Pick<DraftRequest, "url"> & Partial<Pick<DraftRequest, "method" | "body" | "headers">>;
  /** What `{{variables}}` stand for, besides auth fields. */
  readonly variables: Omit<Known, "authData" | "meta">;
  /** What the bundle of its methods has besides the request, the account and the Zap. */
  readonly bundle: FieldValues;
  /** What `bundle.request.data` shows of an empty body. */
  readonly empty_data?: string;
  /** The keys of the fields that hold files. */
  readonly files?: readonly string[];
  /** The full method gets a request without an address. */
  readonly full_asks?: "where it likes";
  /** Of the answer only the status is looked at. */
  readonly answer?: "unread";
  /** What a method returns as a Promise is looked at before it is there. */
  readonly promises?: "lost";
}

type Headers = DraftRequest["headers"];

/** What became of the request; undefined when a method stopped it. */
export type CallResult = unknown;

/** Makes the call as the converted runtime does. The result is not shaped yet. */
export function manage(call: ManagedCall, on: Running): Promise<CallResult> {
  return withValidAccount(on, () => manageOnce(call, on));
}

async function manageOnce(call: ManagedCall, on: Running): Promise<CallResult> {
  const { run, account } = on;
  const known = { ...call.variables, meta: on.reason.meta, authData: account.auth_fields };
  const headers = { ...bareRequest.headers, ...call.request.headers };
  const authenticated = account.authenticate({ ...bareRequest, ...call.request, headers });
  const prepared = render(authenticated, variablesOf(known));

  const { full, post } = call.methods;
  if (full && run.has(full)) {
    const asked = call.full_asks ? { ...prepared, url: "", method: "GET" } : prepared;
    return valueIn(await runFull(run, full, await preparedBundle(call, asked, on)), call.promises);
  }
  const draft = await completeRequest(call, prepared, on);
  if (!draft) return undefined;
  const response = await run.send(await finishRequest(draft, qualifiedVariablesOf(known, run.client), on));
  beforeMethod(response, on, draft);

  if (call.answer === "unread") return afterMethod(response);
  if (!post || !run.has(post)) return parsed(response);
  const bundle = { ...bundleOf(call, draft, on), response: shownResponse(response) };
  return receivedBy(run, post, { bundle, response, promises: call.promises });
}

function valueIn(result: MethodResult | undefined, promises: ManagedCall["promises"]): unknown {
  return promises === "lost" && result?.promised ? undefined : result?.value;
}

/** The request as it is to be sent; undefined when the `pre_` method stops it. */
async function completeRequest(
  call: ManagedCall,
  prepared: DraftRequest,
  on: Running,
): Promise<DraftRequest | undefined> {
  const { pre } = call.methods;
  if (pre && on.run.has(pre)) {
    const bundle = await preparedBundle(call, prepared, on);
    const result = await preparedFurther(on.run, pre, bundle);
    return result && changeRequest(prepared, await withChangedFiles(result, bundle, on));
  }
  const parted = partBody(prepared.body, call.files);
  return changeRequest(parted ? await withFiles(prepared, parted, on.run) : prepared, {});
}

async function withChangedFiles(
  result: PreResult,
  { request }: Bundle,
  { run }: Running,
): Promise<PreResult> {
  const { files, data, headers } = result;
  if (!isPlainObject(files) || Object.keys(files).length === 0) return result;
  const changed = { files, data, headers: headers as Headers | undefined, shown: request.files };
  return { ...result, data: undefined, ...(await changedFiles(changed, run)) };
}

/** The bundle of a method that runs before the request. */
async function preparedBundle(call: ManagedCall, request: DraftRequest, on: Running): Promise<Bundle> {
  const parted = partBody(request.body, call.files);
  if (!parted) return bundleOf(call, request, on);
  const bundle = bundleOf(call, { ...request, body: parted.data }, on);
  const { "Content-Type": _, ...headers } = bundle.request.headers;
  return { ...bundle, request: { ...bundle.request, headers, files: await shownFiles(parted, on.run) } };
}

function bundleOf(call: ManagedCall, request: DraftRequest, { run, account, reason }: Running): Bundle {
  const { bundle, empty_data } = call;
  const preemptive = run.runtime === "legacy" ? account.preemptive : undefined;
  const options = { ...reason, empty_data, preemptive };
  const named = { ...request, method: request.method || call.request.method || "GET" };
  const full = { ...accountBundle(named, account.auth_fields, options), ...bundle };
  return request.parts ? { ...full, request: { ...full.request, ...request.parts } } : full;
}

/** What the `pre_` method changes; undefined when it stops the request. */
export async function preparedFurther(
  run: RunContext,
  method: string,
  bundle: object,
): Promise<PreResult | undefined> {
  const result = await unlessStopped(run, method, bundle);
  if (!result) return undefined;
  const { value, undefined_keys, function_keys, promised } = result;
  refuseFunctions(function_keys);
  // Source: runner, index.js, `parseFinalResult`: it finds no data and no files on a Promise, and nothing looks at them later.
  if (promised) return { ...Object(value), data: undefined, files: undefined };
  if (value === undefined || value === null) {
    throw new RunFailed({
      name: "TypeError",
      // Source: runner, index.js, `parseFinalResult`, on Node.js 16 and later.
      message: `Cannot read properties of ${value} (reading 'files')`,
      method,
      hint: `${method} returned ${value}: return bundle.request, or the part of a request that changes.`,
    });
  }
  return { ...Object(value), ...Object.fromEntries(undefined_keys.map((key) => [key, undefined])) };
}

/** Runs a method that does all itself. On the converted runtime it may stop its request, too. */
export function runFull(run: RunContext, method: string, bundle: object): Promise<MethodResult | undefined> {
  return run.runtime === "converted" ? unlessStopped(run, method, bundle) : run.call(method, bundle);
}

/** Source: platform-facts, "Exceptions"; runner, index.js, `runEventCombo`. */
async function unlessStopped(
  run: RunContext,
  method: string,
  bundle: object,
): Promise<MethodResult | undefined> {
  try {
    return await run.call(method, bundle);
  } catch (error) {
    if (!(error instanceof RunFailed) || error.exception !== "StopRequestError") throw error;
    run.stopped = true;
    return undefined;
  }
}

interface Received {
  readonly bundle: object;
  readonly response: WireResponse;
  readonly promises?: ManagedCall["promises"] | undefined;
}

/** The error of a 4xx or 5xx comes after the `post_` method, which may throw a better one. */
export async function receivedBy(
  run: RunContext,
  method: string,
  { bundle, response, promises }: Received,
): Promise<CallResult> {
  try {
    const value = valueIn(await run.call(method, bundle), promises);
    afterMethod(response);
    return value;
  } catch (error) {
    const isException = error instanceof RunFailed && error.exception;
    throw isException ? error : (responseError(response) ?? error);
  }
}

/** Source: runner, index.js, `runEventCombo`: what is no JSON counts as `{}`. */
export function parsed(response: WireResponse): CallResult {
  afterMethod(response);
  try {
    return JSON.parse(response.body);
  } catch {
    return {};
  }
}
