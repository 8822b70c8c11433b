import { posix } from "node:path";
import contentDisposition from "content-disposition";
import { extension } from "mime-types";
import type { Json } from "../../model/bundles/shared.ts";
import { DataFailure } from "../../model/failure.ts";
import { shownOption } from "../../model/option-checks.ts";
import { lastingAccount, withValidAccount } from "../authentication/account.ts";
import { isPlainObject } from "../json.ts";
import type { WireResponse } from "../protocol.ts";
import { finishRequest } from "../request/final-request.ts";
import { bareRequest, type DraftRequest } from "../request/prepared-request.ts";
import { afterMethod, beforeMethod } from "../request/response-errors.ts";
import { refuseVariables } from "../request/variables.ts";
import type { HydratedFile } from "../run/run.ts";
import type { ActiveRun, Sender } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { accountBundle } from "./bundle.ts";

/** The content of a pointer. Source of the shape: runner, zfactory.js; zapier-platform-core, create-dehydrator.js. */
export type Pointer =
  | { readonly type: "method"; readonly bundle: { readonly method: string; readonly bundle?: GivenBundle } }
  | { readonly type: "file"; readonly bundle: FilePointer };

interface GivenRequest {
  readonly headers?: object;
  readonly params?: object;
}

interface GivenBundle {
  readonly request?: GivenRequest;
  readonly [key: string]: unknown;
}

interface FilePointer {
  readonly url?: string;
  /** With a request of its own, none of the app's authentication is added. */
  readonly request?: Partial<DraftRequest> | null;
  readonly meta?: { readonly name?: string; readonly length?: number } | null;
}

// Source: zapier-platform-core, tools/wrap-hydrate.js.
const pointerText = /^hydrate\|\|\|(.*)\|\|\|hydrate$/s;

/** Reads the result of `z.dehydrate` or `z.dehydrateFile`. Any other value throws a Failure. */
export function readPointer(text: unknown): Pointer {
  const [, payload = ""] = (typeof text === "string" && pointerText.exec(text)) || [];
  const pointer = parsedPointer(payload);
  if (pointer) return pointer;
  throw new DataFailure(`Failed to hydrate: ${shownOption(text)} is no pointer.`, {
    hint: "A pointer is what z.dehydrate or z.dehydrateFile returned: hydrate|||…|||hydrate.",
  });
}

function parsedPointer(payload: string): Pointer | undefined {
  try {
    const pointer: Partial<Pointer> | null = JSON.parse(payload);
    const isKnown = pointer?.type === "method" || pointer?.type === "file";
    return isKnown && isPlainObject(pointer.bundle) ? (pointer as Pointer) : undefined;
  } catch {
    return undefined;
  }
}

/** Calls the method that a pointer names. Source: runner, index.js, `runHydrateMethod`, and bundle.js. */
export async function hydrateMethod(
  { method, bundle: given = {} }: Extract<Pointer, { type: "method" }>["bundle"],
  on: ActiveRun,
): Promise<Json | undefined> {
  if (!on.run.has(method)) {
    // Assumed: the text. The runner gives nothing for it.
    throw new RunFailed({ name: "Error", message: `There is no method "${method}" to hydrate with.` });
  }
  return withValidAccount(on, async ({ execution, auth_fields, reason }) => {
    const bundle = accountBundle(bareRequest, auth_fields, reason);
    const request = given.request && completed(given.request, bareRequest.headers, method);
    const { value } = await execution.call(method, { ...bundle, ...given, ...(request && { request }) });
    return value as Json | undefined;
  });
}

/** Source: runner, bundle.js, `addRequestData`: the prepared values are written into a request that the pointer brings. */
function completed(request: GivenRequest, prepared: object, method: string): GivenRequest {
  const { headers, params } = request;
  if (headers && params) return { ...request, headers: { ...headers, ...prepared } };
  const message = "Cannot convert undefined or null to object";
  const hint = "Hand z.dehydrate no request, or one with headers and params.";
  throw new RunFailed({ name: "TypeError", message, method, hint });
}

/** Downloads the file that a pointer stands for. Source: runner, index.js, `runHydrateFile`. */
export async function hydrateFile(pointer: FilePointer, on: ActiveRun): Promise<HydratedFile> {
  const request = isPlainObject(pointer.request) ? pointer.request : undefined;
  const draft = {
    headers: {},
    params: {},
    body: undefined,
    ...request,
    url: pointer.url || request?.url || "",
  } as DraftRequest;
  const response = request
    ? await download(draft, { ...on, account: lastingAccount({}, {}), auth_fields: {} })
    : await withValidAccount(on, (on) => download(draft, on));
  const { name, length } = pointer.meta ?? {};
  const content = response.bytes;
  return {
    filename: name ?? filenameOf(response),
    content_type: String(response.headers["content-type"] ?? defaultType),
    length: length ?? content.length,
    content,
  };
}

async function download(draft: DraftRequest, sender: Sender): Promise<WireResponse> {
  refuseVariables(draft);
  const wire = await finishRequest(draft, () => undefined, sender);
  const response = await sender.run.send({ ...wire, isFile: true });
  beforeMethod(response, sender, draft);
  afterMethod(response);
  return response;
}

// Source of all of it: zapier-platform-core, tools/create-file-stasher.js.
const defaultType = "application/octet-stream";
const defaultName = "unnamedfile";

function filenameOf({ headers, url }: WireResponse): string {
  const name = namedInHeader(headers["content-disposition"]) || namedInUrl(url) || defaultName;
  const type = headers["content-type"];
  const ending = type === undefined || posix.extname(name) ? false : extension(String(type));
  return ending && ending !== "bin" ? `${name}.${ending}` : name;
}

function namedInHeader(value: WireResponse["headers"][string] | undefined): string | undefined {
  try {
    return value === undefined ? undefined : contentDisposition.parse(String(value)).parameters.filename;
  } catch {
    return undefined;
  }
}

function namedInUrl(url: string): string | undefined {
  try {
    return decodeURIComponent(posix.basename(new URL(url).pathname));
  } catch {
    return undefined;
  }
}
