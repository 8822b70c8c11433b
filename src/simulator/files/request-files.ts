import type { RequestFiles } from "../../model/bundles/action.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import type { RunContext } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { type FileSource, type LazyFile, lazyFile } from "./lazy-file.ts";
import { multipart } from "./multipart.ts";

/** The prepared body, parted into what is sent as data and the files. */
export interface PartedBody {
  readonly data: FieldValues;
  readonly files: FieldValues;
}

/** Takes the values of file fields out of a prepared body; undefined where there are none. */
export function partBody(body: unknown, file_fields: readonly string[] = []): PartedBody | undefined {
  if (!isPlainObject(body)) return undefined;
  const [files, data]: [[string, unknown][], [string, unknown][]] = [[], []];
  for (const entry of Object.entries(body)) (file_fields.includes(entry[0]) ? files : data).push(entry);
  if (files.length === 0) return undefined;
  return { data: Object.fromEntries(data), files: Object.fromEntries(files) };
}

/** `bundle.request.files`. Source: runner, bundle.js, `addRequestData`: to name them, files are downloaded. */
export async function shownFiles({ files }: PartedBody, run: RunContext): Promise<RequestFiles> {
  return described(
    Object.entries(files).map(([key, url_or_content]) => {
      return { key, content: url_or_content, file: lazyFile({ url_or_content }, run) };
    }),
  );
}

interface NamedFile {
  readonly key: string;
  readonly content: unknown;
  readonly file: LazyFile;
}

/** All files are asked for at once. */
async function described(files: readonly NamedFile[]): Promise<RequestFiles> {
  const entries = files.map(async ({ key, content, file }) => {
    const { filename = null, contentType = null } = await file.meta();
    return [key, [filename, content, contentType]];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * The request of an action with files and no `pre_write`. A value that is not a text is not sent. Source: runner, index.js,
 * `addFilesToRequestBodyFromBody`.
 */
export async function withFiles(
  request: DraftRequest,
  { data, files }: PartedBody,
  run: RunContext,
): Promise<DraftRequest> {
  const sources = Object.entries(files)
    .filter(([, file]) => typeof file === "string")
    .map(([key, url_or_content]) => [key, { url_or_content }] as const);
  const { "Content-Type": _, ...headers } = request.headers;
  const sent = { headers: { ...headers, Accept: "*/*" }, data: JSON.stringify(data), sources };
  return { ...request, ...(await asMultipart(sent, run)) };
}

interface RequestWithFiles {
  readonly files: FieldValues;
  readonly data: unknown;
  readonly headers: DraftRequest["headers"] | undefined;
  /** The addresses that the method was shown: a value that it has put in their place is a content, even an address. */
  readonly shown: RequestFiles | undefined;
}

/** The files of a result of a `pre_` method. Source: runner, index.js, `addFilesToRequestBodyFromPreResult`. */
export async function changedFiles(
  { files, data, headers, shown = {} }: RequestWithFiles,
  run: RunContext,
): Promise<Pick<DraftRequest, "headers" | "body" | "parts">> {
  if (!headers) {
    // Source: runner, index.js, on Node.js 16 and later.
    const message = "Cannot convert undefined or null to object";
    const hint = "Return the headers, too: a pre_ method with files must.";
    throw new RunFailed({ name: "TypeError", message, hint });
  }
  const addresses: unknown[] = Object.values(shown).map(([, address]) => address);
  const sources = Object.entries(files).flatMap(([key, file]): [string, FileSource][] => {
    if (typeof file === "string") return [[key, { url_or_content: file }]];
    if (!Array.isArray(file) || file.length !== 3) return [];
    const [filename, url_or_content, contentType] = file;
    const is_content = !addresses.includes(url_or_content);
    return [[key, { url_or_content, meta: { filename, contentType }, ...(is_content && { is_content }) }]];
  });
  const { "Content-Type": _, ...kept } = headers;
  return asMultipart({ headers: kept, data: data || "{}", sources }, run);
}

interface FormFiles {
  readonly headers: DraftRequest["headers"];
  readonly data: unknown;
  readonly sources: readonly (readonly [key: string, file: FileSource])[];
}

/** The multipart body, with what it is made of. */
async function asMultipart(
  { headers, data, sources }: FormFiles,
  run: RunContext,
): Promise<Pick<DraftRequest, "headers" | "body" | "parts">> {
  const files = sources.map(([key, source]) => {
    return { key, content: source.url_or_content, file: lazyFile(source, run) };
  });
  const lazy = Object.fromEntries(files.map(({ key, file }) => [key, file]));
  const { body, headers: typed } = await multipart(data, lazy, run.runtime);
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return { headers: { ...headers, ...typed }, body, parts: { data: text, files: await described(files) } };
}
