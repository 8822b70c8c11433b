import { createHash } from "node:crypto";
import { posix } from "node:path";
import { lookup } from "mime-types";
import { isPlainObject } from "../json.ts";
import { RunFailed } from "../run/run-failed.ts";
import type { Runtime } from "../runtime.ts";
import type { FileMeta, LazyFile } from "./lazy-file.ts";

/** A body of several parts, with the header that says where they end. */
export interface Multipart {
  readonly body: Buffer;
  readonly headers: { readonly [name: string]: string };
}

/**
 * The multipart body of an action. Each key of an object becomes a part; anything else becomes the part `data`.
 * Source: runner, index.js, `makeMultipartForm`.
 */
export async function multipart(
  data: unknown,
  files: { readonly [key: string]: LazyFile },
  runtime: Runtime,
): Promise<Multipart> {
  // Source: the archived documentation, "Actions via Multipart"; the runner names no type.
  const isTyped = runtime === "legacy" && !isPlainObject(data);
  const meta = isTyped ? { contentType: "application/json; charset=utf-8" } : {};
  const texts = textParts(data).map(([name, content]): MultipartPart => ({ name, content, meta }));
  const parts = [...texts, ...(await fileParts(files))];
  const boundary = boundaryFor(parts);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return { body: multipartBody(parts, boundary), headers };
}

interface MultipartPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly meta: FileMeta;
}

function textParts(data: unknown): [name: string, text: string][] {
  if (!data) return [];
  if (!isPlainObject(data)) return [["data", typeof data === "string" ? data : JSON.stringify(data)]];
  return Object.entries(data).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null ? [] : [[name, asText(value)]],
  );
}

/** The value as Python writes it. Source: runner, index.js, `stringifyForFormData`. */
function asText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** All files are asked for at once. */
function fileParts(files: { readonly [key: string]: LazyFile }): Promise<MultipartPart[]> {
  return Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const [meta, content] = [await file.meta(), contentOf(await file.content())];
      return { name, content, meta };
    }),
  );
}

// Source: Node.js, the streams of its module http.
const noChunk =
  'The "chunk" argument must be of type string or an instance of Buffer or Uint8Array. Received type';

/** Source: npm `form-data` 2.3.3 and `delayed-stream` 1.0: a number becomes text, and nothing else that is neither text nor bytes. */
function contentOf(content: unknown): MultipartPart["content"] {
  if (typeof content === "string" || content instanceof Uint8Array) return content;
  if (typeof content === "number") return String(content);
  const refused = (name: string, message: string) => new RunFailed({ name, message });
  if (typeof content === "boolean") throw refused("TypeError", `${noChunk} boolean (${content})`);
  if (Array.isArray(content)) throw refused("Error", "Arrays are not supported.");
  if (content !== null && content !== undefined) throw refused("TypeError", "source.on is not a function");
  throw refused("TypeError", `Cannot read properties of ${content} (reading 'emit')`);
}

const lineBreak = "\r\n";
const bytesType = "application/octet-stream";

/** Names are not escaped; without a part, the body is empty. Source: npm `form-data` 2.3.3. */
function multipartBody(parts: readonly MultipartPart[], boundary: string): Buffer {
  const lines = parts.flatMap((part) => [
    `--${boundary}${lineBreak}${headerOf(part)}${lineBreak}`,
    ...[part.content, lineBreak],
  ]);
  const end = parts.length > 0 ? [`--${boundary}--${lineBreak}`] : [];
  return Buffer.concat([...lines, ...end].map((line) => Buffer.from(line as string)));
}

function headerOf({ name, content, meta: { filename, contentType } }: MultipartPart): string {
  const base = filename ? baseName(filename) : "";
  const disposition = `form-data; name="${name}"${base ? `; filename="${base}"` : ""}`;
  const type =
    contentType || (filename && lookup(String(filename))) || (content instanceof Uint8Array && bytesType);
  return [`Content-Disposition: ${disposition}`, ...(type ? [`Content-Type: ${type}`] : [])]
    .map((line) => line + lineBreak)
    .join("");
}

/** A script may have given what is no text. */
function baseName(filename: unknown): string {
  try {
    return posix.basename(filename as string);
  } catch (error) {
    throw new RunFailed({ name: "TypeError", message: (error as Error).message });
  }
}

/** One and the same for the same parts, so that a recorded request is found again. */
function boundaryFor(parts: readonly MultipartPart[]): string {
  const hash = createHash("sha256");
  for (const { name, content, meta } of parts) hash.update(name).update(content).update(JSON.stringify(meta));
  return `----zapc${hash.digest("hex").slice(0, 24)}`;
}
