import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** One file of the page, as it is served. */
export interface PageFile {
  /** The value of `Content-Type`. */
  readonly type: string;
  readonly bytes: Buffer;
}

/** The files of the page by the path of their request: `/`, `/main.js`, `/chunks/editor-AB12CD34.js`. */
export interface PageFiles {
  readonly [path: string]: PageFile;
}

const types: { readonly [extension: string]: string } = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * Reads the files of the studio's page.
 *
 * @param folder - where bin/load.mjs has bundled them
 */
export function pageFiles(folder: string = pageFolder()): PageFiles {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => extname(file));
  return Object.fromEntries(files.map((file) => [requestPath(file), readFile(join(folder, file))]));
}

function requestPath(file: string): string {
  return file === "index.html" ? "/" : `/${file.replaceAll("\\", "/")}`;
}

function readFile(file: string): PageFile {
  const type = types[extname(file)];
  if (type === undefined) throw new Error(`${file} is no file of the page`);
  return { type, bytes: readFileSync(file) };
}

/** The folder of bin/load.mjs with the bundled page. This module is bundled into a file beside it, or one folder below. */
function pageFolder(): string {
  const places = ["./studio/page/", "../studio/page/"].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((folder) => existsSync(join(folder, "main.js"))) ?? (places[0] as string);
}
