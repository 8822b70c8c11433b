import type { SessionAuth } from "../model/definitions.ts";
import type { Account } from "./account.ts";
import { pollBundle, postPollBundle } from "./bundle.ts";
import type { WireResponse } from "./protocol.ts";
import { changeRequest, type PreResult } from "./request/changed-request.ts";
import { finishRequest } from "./request/final-request.ts";
import { type Authentication, type DraftRequest, prepareRequest } from "./request/prepared-request.ts";
import { afterMethod, beforeMethod, responseError } from "./request/response-errors.ts";
import { qualifiedVariablesOf, variablesOf } from "./request/variables.ts";
import type { MethodResult, RunContext, Subject } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";

interface Poll {
  readonly run: RunContext;
  readonly subject: Subject;
  readonly account: Account;
  readonly auth: SessionAuth;
}

/** Polls as the converted runtime does. The result is not shaped yet; undefined when the request was stopped. */
export async function poll(poll: Poll): Promise<unknown> {
  const { run, subject, account } = poll;
  await account.connect(run, subject);
  try {
    return await pollOnce(poll);
  } catch (error) {
    if (!account.canRenewAfter(error, run)) throw error;
    await account.renew(run, subject);
    return await pollOnce(poll);
  }
}

async function pollOnce({ run, subject, account, auth }: Poll): Promise<unknown> {
  const { trigger, trigger_fields } = subject;
  const { auth_fields } = account;
  const known = { auth_fields, trigger_fields };
  const authentication: Authentication = { ...auth, auth_fields };

  const prepared = prepareRequest(trigger.url, variablesOf(known), authentication);
  const bundle = pollBundle(prepared, auth_fields, subject);

  if (run.has(`${trigger.key}_poll`)) {
    return (await unlessStopped(run.call(`${trigger.key}_poll`, bundle)))?.value;
  }

  const changes = await preparedFurther(run, `${trigger.key}_pre_poll`, bundle);
  if (!changes) return undefined;
  const draft = changeRequest(prepared, changes);
  const response = await run.send(finishRequest(draft, qualifiedVariablesOf(known), authentication));
  beforeMethod(response);

  const postPoll = `${trigger.key}_post_poll`;
  if (!run.has(postPoll)) return parsed(response);
  return receivedBy(run, postPoll, { bundle, draft, response });
}

/** What the `pre_` method changes: nothing without one; undefined when it stops the request. */
async function preparedFurther(
  run: RunContext,
  method: string,
  bundle: object,
): Promise<PreResult | undefined> {
  if (!run.has(method)) return {};
  const result = await unlessStopped(run.call(method, bundle));
  if (!result) return undefined;
  const { value, undefined_keys } = result;
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

/** Source: runner, index.js, `runEventCombo`: in a `pre_` and in a full method. */
async function unlessStopped(result: Promise<MethodResult>): Promise<MethodResult | undefined> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof RunFailed && error.exception === "StopRequestError") return undefined;
    throw error;
  }
}

interface Received {
  readonly bundle: object;
  readonly draft: DraftRequest;
  readonly response: WireResponse;
}

/** The error of a 4xx or 5xx comes after the `post_` method, which may throw a better one. */
async function receivedBy(
  run: RunContext,
  method: string,
  { bundle, draft, response }: Received,
): Promise<unknown> {
  try {
    const { value } = await run.call(method, postPollBundle(bundle, draft, response));
    afterMethod(response);
    return value;
  } catch (error) {
    const isException = error instanceof RunFailed && error.exception;
    throw isException ? error : (responseError(response) ?? error);
  }
}

/** Source: runner, index.js, `runEventCombo`: what is no JSON counts as `{}`. */
function parsed(response: WireResponse): unknown {
  afterMethod(response);
  try {
    return JSON.parse(response.body);
  } catch {
    return {};
  }
}
