import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundledSources } from "../../bin/load.mjs";
import { type PageFiles, pageFiles } from "../../src/studio/page-files.ts";

const files = await bundledSources().then((folder) => pageFiles(join(folder, "studio/page")));

test("serves the page at /, and each of its files with its type", () => {
  const typesByPath = Object.entries(files).map(([path, { type }]) => [
    path.replace(/-\w+\.js$/, "-*.js"),
    type,
  ]);
  expect(Object.fromEntries(typesByPath)).toMatchObject({
    "/": "text/html; charset=utf-8",
    "/icon.svg": "image/svg+xml",
    "/main.css": "text/css; charset=utf-8",
    "/main.js": "text/javascript; charset=utf-8",
  });
});

test("names no other host", () => {
  const html = textOf(files, "/");
  expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url).sort()).toEqual([
    "/icon.svg",
    "/main.css",
    "/main.js",
  ]);
});

test("the core is at most 40 KB, compressed", () => {
  expect(sizeOf(core(files))).toBeLessThanOrEqual(40_000);
});

test("the page with its editor is at most 180 KB, compressed", () => {
  expect(sizeOf(Object.keys(files))).toBeLessThanOrEqual(180_000);
});

/** The files that are loaded before anything is opened: those that the HTML names, and what they import. */
function core(all: PageFiles): string[] {
  const loaded = new Set(["/", "/icon.svg", "/main.css", "/main.js"]);
  for (const path of loaded) {
    if (!path.endsWith(".js")) continue;
    const imports = textOf(all, path).matchAll(/(?:\bfrom|\bimport)\s*"([^"]+)"/g);
    for (const [, from] of imports) loaded.add(new URL(from as string, `http://page${path}`).pathname);
  }
  return [...loaded];
}

function textOf(all: PageFiles, path: string): string {
  return (all[path] as PageFiles[string]).bytes.toString();
}

function sizeOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync((files[path] as PageFiles[string]).bytes).length, 0);
}
