import { STATUS_CODES } from "node:http";
import type { WireResponse } from "../protocol.ts";
import { orUriError, sentUrl } from "../request/urls.ts";
import type { RunContext } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";

/** The facts about a file beside its content: texts, unless a script says something else. */
export interface FileMeta {
  readonly filename?: unknown;
  readonly contentType?: unknown;
}

/** A file of a field: its content is fetched when it is needed, and once. */
export interface LazyFile {
  meta(): Promise<FileMeta>;
  content(): Promise<unknown>;
}

/** The source of a file. */
export interface FileSource {
  readonly url_or_content: unknown;
  /** The facts that are known already. */
  readonly meta?: FileMeta;
  /** A content, even where it looks like an address. */
  readonly is_content?: true;
}

// Source: npm `node-fetch` 2.6.7, with which the runner downloads files, without the app's authentication.
const downloadHeaders = {
  accept: "*/*",
  "user-agent": "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
};
// Source: runner, file.js.
const defaultType = "application/octet-stream";

/** Source: runner, file.js, `LazyFile`: an address is downloaded, any other text becomes a .txt file. */
export function lazyFile({ url_or_content, meta = {}, is_content }: FileSource, run: RunContext): LazyFile {
  // The parser of addresses turns any value into a text: a list with one address in it is that address.
  const url = String(url_or_content);
  if (is_content || !isUrl(url)) return textFile(url_or_content, meta);
  let downloading: Promise<DownloadedFile> | undefined;
  const downloaded = () => {
    downloading ??= download(url, run);
    return downloading;
  };
  return {
    meta: async () => (meta.filename && meta.contentType ? meta : { ...(await downloaded()).meta, ...meta }),
    content: async () => (await downloaded()).content,
  };
}

function textFile(content: unknown, { filename, contentType }: FileMeta): LazyFile {
  return {
    meta: async () => ({
      filename: filename || nameOf(content),
      contentType: contentType || "text/plain",
    }),
    content: async () => content,
  };
}

/** Source: runner, file.js, `extractFilenameFromContent`, on Node.js 16 and later. */
function nameOf(content: unknown): string {
  if (typeof content === "string") return `${content.slice(0, 12).replace(".txt", "")} ... .txt`;
  const isNothing = content === null || content === undefined;
  const message = isNothing
    ? `Cannot read properties of ${content} (reading 'substr')`
    : "content.substr is not a function";
  throw new RunFailed({ name: "TypeError", message, hint: "A file is a text: an address, or a content." });
}

function isUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

interface DownloadedFile {
  readonly meta: FileMeta;
  readonly content: Buffer;
}

async function download(url: string, run: RunContext): Promise<DownloadedFile> {
  const response = await run.send({
    method: "GET",
    url: sentUrl(url),
    headers: downloadHeaders,
    body: null,
    redirects: "platform",
    isFile: true,
  });
  if (response.status < 200 || response.status > 299) {
    // Source: runner, file.js, `downloadFile`.
    const message = `Got ${STATUS_CODES[response.status]} when download file: ${url}`;
    throw new RunFailed({ name: "Error", message });
  }
  const type = response.headers["content-type"];
  return {
    meta: { filename: filenameOf(response), contentType: String(type || defaultType) },
    content: Buffer.from(response.bytes),
  };
}

// Source: runner, file.js, `extractFilenameFromContentDisposition`.
const dispositionPatterns = [
  /filename\*\s*=\s*[a-z0-9_-]+''(.*)(?:;|$)/i,
  /filename\s*=\s*"([^"]+)"/i,
  /filename\s*=\s*([^ ]+)/i,
];

function filenameOf({ headers, url }: WireResponse): string {
  const disposition = headers["content-disposition"];
  if (disposition === undefined) return new URL(url).pathname.split("/").at(-1) ?? "";
  const match = dispositionPatterns.map((pattern) => pattern.exec(String(disposition))).find(Boolean);
  return orUriError(() => decodeURIComponent(match?.[1] ?? ""));
}
