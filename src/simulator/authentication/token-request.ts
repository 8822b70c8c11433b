import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import { changeRequest, type PreResult } from "../request/changed-request.ts";
import { finishRequest } from "../request/final-request.ts";
import { bareRequest, type DraftRequest } from "../request/prepared-request.ts";
import { afterMethod, beforeMethod } from "../request/response-errors.ts";
import { qualifiedVariablesOf, render, variablesOf } from "../request/variables.ts";
import { type ActiveExecution, executed } from "../run/execution.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { accountBundle, shownResponse } from "../steps/bundle.ts";
import { notePrepared, preparedFurther, receivedBy } from "../steps/managed-call.ts";
import type { Client } from "./client.ts";
import { oauth2Answer } from "./token-answer.ts";

/** A request for tokens. */
export interface TokenRequest {
  /** `oauthv2_token` or `oauthv2_refresh`, as in the methods' names. */
  readonly what: string;
  readonly url: string;
  /** The parameters: the code or the refresh token, and the app's credentials. */
  readonly parameters: { readonly [name: string]: string };
  /** Their placement at first; a second attempt has them at the other place. */
  readonly placement: "params" | "body";
  readonly client: Client;
  readonly authData: FieldValues;
  readonly inputData: FieldValues;
}

// Source: docs/platform.md, "Authentication".
const headers = { ...bareRequest.headers, "Content-Type": "application/x-www-form-urlencoded" };

/**
 * Asks for tokens, with the script's methods around the request, and returns those of the answer. After an error it asks once more
 * with the parameters at the other place, unless there is a `pre_` method. Source: runner, index.js,
 * `runOAuth2GetAccessToken` and `runOAuth2RefreshAccessToken`.
 */
export function requestTokens(request: TokenRequest, on: ActiveRun): Promise<unknown> {
  return executed(on, async (on) => {
    try {
      return await requestOnce(request, on);
    } catch (error) {
      const { pre } = methodsAround(request.what, "auth");
      if (!isRefusal(error, on) || (pre && on.execution.has(pre))) throw error;
      const placement = request.placement === "params" ? "body" : "params";
      return await requestOnce({ ...request, placement }, on);
    }
  });
}

/** Tells whether another attempt may help. Source: for the legacy runtime the archived documentation: "if that returns a 4xx". */
function isRefusal(error: unknown, { run }: ActiveRun): boolean {
  if (!(error instanceof RunFailed) || error.error.method !== undefined) return false;
  if (run.runtime === "converted") return error.error.name === "ResponseError";
  const { status = 0 } = run.requests.at(-1)?.response ?? {};
  return status >= 400 && status < 500;
}

async function requestOnce(given: TokenRequest, on: ActiveExecution): Promise<unknown> {
  const { what, url, parameters, placement, inputData } = given;
  const { run, account, reason, execution } = on;
  const request = { ...given, authData: execution.live(given.authData) };
  const known = { authData: request.authData, inputData, meta: reason.meta };
  const bare = { ...bareRequest, url, method: "POST", headers, [placement]: parameters };
  const prepared = render(bare, variablesOf(known));
  notePrepared(prepared, run);

  const { pre, post } = methodsAround(what, "auth");
  const changes =
    pre && execution.has(pre)
      ? await preparedFurther(execution, pre, tokenBundle(request, prepared, on))
      : {};
  if (!changes) return undefined;
  const draft = withChanges(prepared, changes);
  const wire = await finishRequest(draft, qualifiedVariablesOf(known, run.client), on);
  const response = await run.send(wire);
  beforeMethod(response, { account, run });

  // Source: the scripting reference, `post_oauthv2_token`: an error status is raised before it runs; the runner does so after it.
  if (run.runtime === "legacy") afterMethod(response);
  if (!post || !execution.has(post)) return oauth2Answer(response, run.runtime);
  const bundle = { ...tokenBundle(request, draft, on), response: shownResponse(response, wire, run) };
  // Source: runner, index.js, `defaultToResponse`: a value that a method does not return is read from the answer.
  return (await receivedBy(execution, post, { bundle, response })) || oauth2Answer(response, run.runtime);
}

/** An object as data is not encoded as Python does here: the content type decides its encoding. Source: runner, `parseFinalResult`. */
function withChanges(prepared: DraftRequest, { data, ...changes }: PreResult): DraftRequest {
  return isPlainObject(data)
    ? changeRequest({ ...prepared, body: data }, changes)
    : changeRequest(prepared, { ...changes, data });
}

/**
 * The bundle of the methods. On the converted runtime the body as it is, also as `bundle.load`. Source: runner, bundle.js,
 * `addAuthData` and `addRequestData`; docs/platform.md, "Authentication".
 */
function tokenBundle(
  { client, authData, parameters }: TokenRequest,
  draft: DraftRequest,
  { run, reason }: ActiveRun,
): object {
  const bundle = accountBundle(draft, authData, reason) as { request: object };
  const { body } = draft;
  const isEmpty = !body || (isPlainObject(body) && Object.keys(body).length === 0);
  const { client_id, client_secret } = client;
  const legacy = run.runtime === "legacy";
  return {
    ...bundle,
    request: { ...bundle.request, data: isEmpty ? (legacy ? {} : "") : body },
    oauth_data: { client_id, client_secret },
    load: legacy ? parameters : body,
  };
}
