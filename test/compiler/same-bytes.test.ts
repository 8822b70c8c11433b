import files, { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { openCache } from "../../src/source/cache.ts";
import { zapcWith } from "../cli/zapc.ts";

/** An integration with files of every kind. */
const helpdesk = "docs/examples/helpdesk";

/** A scripting directory of its own, with a place for what a build remembers. */
function project(depth = "a"): string {
  const directory = join(mkdtempSync(join(tmpdir(), "zapc-bytes-")), depth);
  cpSync(helpdesk, directory, { recursive: true });
  mkdirSync(join(directory, "node_modules"));
  return directory;
}

/** What `zapc build` writes in a process of its own, in an environment. */
async function built(directory: string, environment: { readonly [name: string]: string }) {
  const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
  const { code, stderr } = await zapcWith(environment)(["build", "--scripting", directory, "--out", out]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]);
}

test("the same bytes are written in two directories", async () => {
  const [one, other] = await Promise.all([compile(project()), compile(project("deeper/b c"))]);
  expect(outputFiles(other)).toEqual(outputFiles(one));
});

test("the same bytes are written whatever the order in which files are found", async () => {
  const directory = project();
  const inOrder = await compile(directory);
  const { readdirSync: list } = files;
  let listings = 0;
  replaceListing(((...args: Parameters<typeof list>) => {
    listings += 1;
    return list(...args).reverse();
  }) as typeof list);
  onTestFinished(() => replaceListing(list));
  expect(outputFiles(await compile(directory))).toEqual(outputFiles(inOrder));
  expect(listings).toBeGreaterThan(2);
});

function replaceListing(list: typeof readdirSync): void {
  files.readdirSync = list;
  syncBuiltinESMExports();
}

test("the same bytes are written in two locales and time zones", async () => {
  const one = await built(project(), { LC_ALL: "C", TZ: "America/New_York" });
  const other = await built(project(), {
    LC_ALL: "tr_TR.UTF-8",
    LANG: "tr_TR.UTF-8",
    TZ: "Pacific/Kiritimati",
  });
  expect(other).toEqual(one);
});

test("the same bytes are written with what an earlier build remembers, and without", async () => {
  const directory = project();
  const cache = openCache(directory);
  const without = await compile(directory, cache);
  cache.save({ ok: true });
  expect(readdirSync(join(directory, "node_modules/.cache/zapc"))).toHaveLength(1);
  expect(outputFiles(await compile(directory, openCache(directory)))).toEqual(outputFiles(without));
});
