import { parse as parseForm } from "node:querystring";
import type { RequestFiles } from "../../model/bundles/action.ts";
import type { Meta } from "../../model/bundles/shared.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { WireRequest, WireResponse } from "../protocol.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import type { Reason, RunContext } from "../run/run-context.ts";
import type { RunOptions } from "../run/run-options.ts";
import type { GivenResponse } from "../script/response-in-context.ts";

// Source: docs/platform.md, "bundle.meta and bundle.zap"; the names of the converted runtime and their order: runner, bundle.js.
const ordinaryMeta = {
  auth_test: false,
  frontend: false,
  prefill: false,
  hydrate: true,
  test_poll: false,
  first_poll: false,
  limit: -1,
  page: 0,
  isBulkRead: false,
  standard_poll: true,
};

// Source: runner, bundle.js.
export const unknownZap = { id: 0 };

/** `bundle.meta` of an ordinary call, with what the caller says. */
export function metaOf(given: Meta = {}): Meta {
  const { test_poll = false } = given;
  return Object.assign({ ...ordinaryMeta, auth_test: test_poll, standard_poll: !test_poll }, given);
}

/** Why and for which Zap, as the caller says. */
export function runReason({ meta, zap = unknownZap }: RunOptions): Reason {
  return { meta: metaOf(meta), zap };
}

/** `bundle.request`, and the other members of a method's bundle. */
export interface Bundle {
  readonly request: {
    readonly headers: DraftRequest["headers"];
    readonly files?: RequestFiles;
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

interface AccountBundleOptions extends Reason {
  /** The text that is shown of an empty body; by default null of a GET, and an empty text of anything else. */
  readonly empty_data?: string | undefined;
  /** True if user name and password are sent before they are asked for; false with Digest on the legacy runtime. */
  readonly preemptive?: false | undefined;
}

/** The members of every bundle of a connected account. */
export function accountBundle(
  request: DraftRequest,
  auth_fields: FieldValues,
  { meta, zap, empty_data, preemptive }: AccountBundleOptions,
): Bundle {
  const shown = shownRequest(request, empty_data);
  const { username, password } = auth_fields;
  // With every type of authentication. Source: runner, bundle.js, `addAuthData`.
  const credentials = [username, password, ...(preemptive === false ? [false] : [])];
  const auth = username && password ? { auth: credentials } : {};
  return { request: { ...shown, ...auth }, auth_fields, meta, zap };
}

/** The address before its variables were rendered, under both of its names. */
export function rawUrl(url: string): { raw_url: string; url_raw: string } {
  const url_raw = withBareVariables(url);
  return { url_raw, raw_url: url_raw };
}

/** `bundle.response`, of which the script's realm makes its own objects. On the converted runtime it has more than is documented. */
export function shownResponse(response: WireResponse, request: WireRequest, run: RunContext): GivenResponse {
  const { status, headers, body, url, redirected } = response;
  const raw = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]));
  const shown = { status_code: status, headers: raw, content: body };
  if (run.runtime === "legacy") return shown;
  // Source: core, http-middlewares/after/prepare-response.js: compared as a whole.
  const isForm = headers["content-type"] === "application/x-www-form-urlencoded";
  const form = isForm ? { form: { ...parseForm(body) } } : {};
  return { ...shown, more: { url, redirected, ...form, request: sentRequest(request, run) } };
}

// Source: core, tools/request-merge.js; runner, index.js, `runEventCombo`.
const requestOptions = {
  allowGetBody: true,
  // A function of the script's realm.
  serializeValueForCurlies: null,
  skipThrowForStatus: true,
  merge: true,
  removeMissingValuesFrom: { params: false, body: false },
  throwForThrottlingEarly: true,
};

/** `bundle.response.request` */
function sentRequest({ method, headers, url, body }: WireRequest, { now }: RunContext) {
  const text = typeof body === "string" ? { body } : {};
  return { method, headers, url, ...text, ...requestOptions, _requestStart: now.toISOString() };
}

/** `bundle.request`. Source: runner, bundle.js. */
function shownRequest(
  { method = "GET", url, headers, params, body }: DraftRequest,
  empty_data: string | undefined,
): Bundle["request"] {
  return {
    method,
    url: withBareVariables(url),
    headers: { "Content-Type": "application/json", ...headers },
    params,
    data: shownData(body) ?? empty_data ?? (method === "GET" ? null : ""),
  };
}

function shownData(body: unknown): string | undefined {
  if (typeof body === "string") return body || undefined;
  if (body instanceof Uint8Array) return Buffer.from(body).toString("utf8");
  const filled = Array.isArray(body) || isPlainObject(body) ? Object.keys(body).length > 0 : false;
  return filled ? JSON.stringify(body) : undefined;
}

/** `{{bundle.inputData.key}}` -> `{{key}}` */
function withBareVariables(text: string): string {
  return text.replace(/\{\{\s*bundle\.[^.]+\.([^}\s]+)\s*\}\}/g, "{{$1}}");
}
