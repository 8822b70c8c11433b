import type { Json } from "../../model/bundles/shared.ts";
import type { MethodsAround } from "../../model/methods.ts";
import { withValidAccount } from "../authentication/account.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { changedFiles, partBody, shownFiles, withFiles } from "../files/request-files.ts";
import { isPlainObject } from "../json.ts";
import { checkNesting } from "../nesting.ts";
import { promiseProblem } from "../problems/problem.ts";
import type { WireResponse } from "../protocol.ts";
import { changeRequest, type PreResult, refuseFunctions } from "../request/changed-request.ts";
import { finishRequest } from "../request/final-request.ts";
import { bareRequest, type DraftHeaders, type DraftRequest } from "../request/prepared-request.ts";
import { afterMethod, beforeMethod, responseError } from "../request/response-errors.ts";
import { qualifiedVariablesOf, render, type VariableSources, variablesOf } from "../request/variables.ts";
import type { ActiveExecution, Execution } from "../run/execution.ts";
import type { ActiveRun, MethodResult, RunContext } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { accountBundle, type Bundle, shownResponse } from "./bundle.ts";

/** A request that the platform makes, with the methods around it. */
export interface ManagedCall {
  /** The methods' names in `Zap`. */
  readonly methods: MethodsAround;
  /** The step's own part of the request. */
  readonly request: Pick<DraftRequest, "url"> & Partial<Pick<DraftRequest, "method" | "body" | "headers">>;
  /** The values of `{{variables}}`, besides auth fields; methods may change them. */
  readonly data: StepData;
  /** The members of the bundle of its methods besides the request, the account and the Zap. */
  readonly bundle: (data: StepData) => FieldValues;
  /** The text that `bundle.request.data` shows of an empty body. */
  readonly empty_data?: (data: StepData) => string;
  /** The keys of the fields that hold files. */
  readonly files?: readonly string[];
  /** The full method gets a request without an address. */
  readonly full_asks?: "where it likes";
  /** The platform looks only at the status of the answer. */
  readonly answer?: "unread";
  /** The platform looks at a Promise of a result before the result is there. */
  readonly promises?: "lost";
  /** There are others in its execution: what its methods write into values, only they see. */
  readonly among_others?: true;
}

/** The values that the user filled in for a step, and the API's answer to its subscription. */
export interface StepData extends Pick<VariableSources, "inputData" | "targetUrl"> {
  readonly inputData: FieldValues;
  /** The value as the user wrote it. Left out: it is the same. */
  readonly inputDataRaw?: FieldValues;
  readonly subscribeData?: unknown;
}

/** The result of the request; undefined when a method stopped it. */
export type CallResult = unknown;

/** Makes the call as the converted runtime does. The result is not shaped yet. */
export function manage(call: ManagedCall, on: ActiveRun): Promise<CallResult> {
  return withValidAccount(on, (on) => manageIn(call, on));
}

/** Makes the call in an execution that is under way. */
export async function manageIn(given: ManagedCall, on: ActiveExecution): Promise<CallResult> {
  const { run, account, execution, auth_fields } = on;
  const call = withLiveData(given, execution);
  const shown = call.among_others ? { ...on, auth_fields: execution.live(account.auth_fields) } : on;
  const known = () => knownTo(call.among_others ? given : call, on);
  const headers = { ...bareRequest.headers, ...call.request.headers };
  const authenticated = account.authenticate({ ...bareRequest, ...call.request, headers }, auth_fields);
  const prepared = render(authenticated, variablesOf(known()));
  notePrepared(prepared, run);

  const { full, post } = call.methods;
  if (full && execution.has(full)) {
    const asked = call.full_asks ? { ...prepared, url: "", method: "GET" } : prepared;
    const result = await runFull(execution, full, await preparedBundle(call, asked, shown));
    return valueIn(result, { run, method: full, promises: call.promises });
  }
  const draft = await completeRequest(call, prepared, shown);
  if (!draft) return undefined;
  const wire = await finishRequest(draft, qualifiedVariablesOf(known(), run.client), on);
  const response = await run.send(wire);
  beforeMethod(response, on, draft);

  if (call.answer === "unread") return afterMethod(response);
  if (!post || !execution.has(post)) return parsed(response);
  const bundle = { ...bundleOf(call, draft, shown), response: shownResponse(response, wire, run) };
  return receivedBy(execution, post, { bundle, response, promises: call.promises });
}

/** Writes down the request that the platform has prepared. */
export function notePrepared(
  { method = "GET", url, headers, params, body }: DraftRequest,
  run: RunContext,
): void {
  const request = { method, url, headers, params, body: body as Json | undefined };
  run.stages.begin("prepared").end({ request });
}

/** The call with data that its methods can change. */
function withLiveData(call: ManagedCall, execution: Execution): ManagedCall {
  const { inputData, inputDataRaw, subscribeData, ...others } = call.data;
  const data: StepData = {
    ...others,
    inputData: execution.live(inputData),
    ...(inputDataRaw && { inputDataRaw: execution.live(inputDataRaw) }),
    ...(subscribeData !== undefined && { subscribeData: execution.live(subscribeData) }),
  };
  return { ...call, data };
}

/** The present values of `{{variables}}`. */
function knownTo({ data }: ManagedCall, { reason, auth_fields }: ActiveExecution): VariableSources {
  const { inputData, targetUrl, subscribeData } = data;
  return {
    inputData,
    ...(targetUrl !== undefined && { targetUrl }),
    ...(subscribeData !== undefined && { subscribeData: Object(subscribeData) }),
    meta: reason.meta,
    authData: auth_fields,
  };
}

interface ReturnContext {
  readonly run: RunContext;
  readonly method: string;
  readonly promises: ManagedCall["promises"];
}

function valueIn(result: MethodResult | undefined, { run, method, promises }: ReturnContext): unknown {
  if (promises !== "lost" || !result?.promised) return result?.value;
  run.problems.push(promiseProblem(method, "fields"));
  return undefined;
}

/** The request as it is to be sent; undefined when the `pre_` method stops it. */
async function completeRequest(
  call: ManagedCall,
  prepared: DraftRequest,
  on: ActiveExecution,
): Promise<DraftRequest | undefined> {
  const { pre } = call.methods;
  if (pre && on.execution.has(pre)) {
    const bundle = await preparedBundle(call, prepared, on);
    const result = await preparedFurther(on.execution, pre, bundle);
    return result && changeRequest(prepared, await withChangedFiles(result, bundle, on));
  }
  const parted = partBody(prepared.body, call.files);
  // Source: runner, file.js, `isAnyFileFieldSet`: 0 and false are no files.
  const isUpload = parted && Object.values(parted.files).some(Boolean);
  return changeRequest(isUpload ? await withFiles(prepared, parted, on.run) : prepared, {});
}

async function withChangedFiles(
  result: PreResult,
  { request }: Bundle,
  { run }: ActiveRun,
): Promise<PreResult> {
  const { files, data, headers } = result;
  if (!isPlainObject(files) || Object.keys(files).length === 0) return result;
  const changed = { files, data, headers: headers as DraftHeaders | undefined, shown: request.files };
  return { ...result, data: undefined, ...(await changedFiles(changed, run)) };
}

/** The bundle of a method that runs before the request. */
async function preparedBundle(
  call: ManagedCall,
  request: DraftRequest,
  on: ActiveExecution,
): Promise<Bundle> {
  const parted = partBody(request.body, call.files);
  if (!parted) return bundleOf(call, request, on);
  const bundle = bundleOf(call, { ...request, body: parted.data }, on);
  const { "Content-Type": _, ...headers } = bundle.request.headers;
  return { ...bundle, request: { ...bundle.request, headers, files: await shownFiles(parted, on.run) } };
}

function bundleOf(call: ManagedCall, request: DraftRequest, on: ActiveExecution): Bundle {
  const { run, account, reason, auth_fields } = on;
  const preemptive = run.runtime === "legacy" ? account.preemptive : undefined;
  const options = { ...reason, empty_data: call.empty_data?.(call.data), preemptive };
  const named = { ...request, method: request.method || call.request.method || "GET" };
  const full = { ...accountBundle(named, auth_fields, options), ...call.bundle(call.data) };
  return request.parts ? { ...full, request: { ...full.request, ...request.parts } } : full;
}

/** The request as the `pre_` method changes it; undefined when it stops the request. */
export async function preparedFurther(
  execution: Execution,
  method: string,
  bundle: object,
): Promise<PreResult | undefined> {
  const result = await unlessStopped(execution, method, bundle);
  if (!result) return undefined;
  const { value, request = value, undefined_keys, function_keys, promised } = result;
  refuseFunctions(function_keys);
  // Source: runner, index.js, `parseFinalResult`: it finds no data and no files on a Promise, and nothing looks at them later.
  if (promised) {
    if (changesBody(value, bundle)) execution.run.problems.push(promiseProblem(method, "request"));
    return { ...Object(request), data: undefined, files: undefined };
  }
  if (value === undefined || value === null) {
    throw new RunFailed({
      name: "TypeError",
      // Source: runner, index.js, `parseFinalResult`, on Node.js 16 and later.
      message: `Cannot read properties of ${value} (reading 'files')`,
      method,
      hint: `${method} returned ${value}: return bundle.request, or the part of a request that changes.`,
    });
  }
  return { ...Object(request), ...Object.fromEntries(undefined_keys.map((key) => [key, undefined])) };
}

/** Tells whether the data or the files of a returned request are others than those that the method was given. */
function changesBody(returned: unknown, bundle: object): boolean {
  const { request } = bundle as { readonly request?: unknown };
  return ["data", "files"].some((part) => {
    const [after, before] = [returned, request].map((it) => (isPlainObject(it) ? it[part] : undefined));
    return after !== undefined && JSON.stringify(after) !== JSON.stringify(before);
  });
}

/** Runs a method that does all itself. On the converted runtime it may stop its request, too. */
export function runFull(
  execution: Execution,
  method: string,
  bundle: object,
): Promise<MethodResult | undefined> {
  const isConverted = execution.run.runtime === "converted";
  return isConverted ? unlessStopped(execution, method, bundle) : execution.call(method, bundle);
}

/** Source: docs/platform.md, "Exceptions"; runner, index.js, `runEventCombo`. */
async function unlessStopped(
  execution: Execution,
  method: string,
  bundle: object,
): Promise<MethodResult | undefined> {
  try {
    return await execution.call(method, bundle);
  } catch (error) {
    if (!(error instanceof RunFailed) || error.exception !== "StopRequestError" || error.uncaught)
      throw error;
    execution.run.stopped = true;
    return undefined;
  }
}

interface ReceivedResponse {
  readonly bundle: object;
  readonly response: WireResponse;
  readonly promises?: ManagedCall["promises"] | undefined;
}

/** The error of a 4xx or 5xx comes after the `post_` method, which may throw a better one. */
export async function receivedBy(
  execution: Execution,
  method: string,
  { bundle, response, promises }: ReceivedResponse,
): Promise<CallResult> {
  const { run } = execution;
  try {
    const value = valueIn(await execution.call(method, bundle), { run, method, promises });
    afterMethod(response);
    return value;
  } catch (error) {
    const isException = error instanceof RunFailed && (error.exception || error.uncaught);
    throw isException ? error : (responseError(response) ?? error);
  }
}

/** Source: runner, index.js, `runEventCombo`: a body that is not JSON counts as `{}`. */
export function parsed(response: WireResponse): CallResult {
  afterMethod(response);
  checkNesting(response.body, "The answer");
  try {
    return JSON.parse(response.body);
  } catch {
    return {};
  }
}
