import { createHash } from "node:crypto";
import type FormData from "form-data";
import { isPlainObject } from "../request/variables.ts";
import type { Runtime } from "../runtime.ts";
import type { LazyFile } from "./lazy-file.ts";

/** A body of several parts, with the header that says where they end. */
export interface Multipart {
  readonly body: Buffer;
  readonly headers: { readonly [name: string]: string };
}

/**
 * The multipart body of an action. Of an object each key becomes a part; anything else becomes the part `data`.
 * Source: runner, index.js, `makeMultipartForm`.
 */
export async function multipart(
  data: unknown,
  files: { readonly [key: string]: LazyFile },
  runtime: Runtime,
): Promise<Multipart> {
  // Source: the archived documentation, "Actions via Multipart"; the runner says nothing of the type.
  const typed = runtime === "legacy" && !isPlainObject(data);
  const options = typed ? { contentType: "application/json; charset=utf-8" } : {};
  const parts: Part[] = textParts(data).map(([name, content]) => ({ name, content, options }));
  for (const [name, file] of Object.entries(files)) {
    const { filename, contentType } = await file.meta();
    const meta = { ...(filename && { filename }), ...(contentType && { contentType }) };
    parts.push({ name, content: await file.content(), options: meta });
  }
  // Loaded where it is needed: few actions send files, and it takes long.
  const { default: Form } = await import("form-data");
  const form = new Form();
  form.setBoundary(boundaryFor(parts));
  for (const { name, content, options } of parts) form.append(name, content, options);
  return { body: form.getBuffer(), headers: form.getHeaders() };
}

interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  readonly options: FormData.AppendOptions;
}

function textParts(data: unknown): [name: string, text: string][] {
  if (!data) return [];
  if (!isPlainObject(data)) return [["data", typeof data === "string" ? data : JSON.stringify(data)]];
  return Object.entries(data).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null ? [] : [[name, asText(value)]],
  );
}

/** As Python would write it. Source: runner, index.js, `stringifyForFormData`. */
function asText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** One and the same for the same parts, so that a recorded request is found again. */
function boundaryFor(parts: readonly Part[]): string {
  const hash = createHash("sha256");
  for (const { name, content, options } of parts)
    hash.update(name).update(content).update(JSON.stringify(options));
  return `----zapc${hash.digest("hex").slice(0, 24)}`;
}
