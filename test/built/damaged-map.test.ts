import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readBuilt } from "../../src/built/built.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { buildTraced } from "../pasted/traced.ts";
import { temporaryFolder } from "../simulator/integration.ts";

type Map = { [name: string]: unknown };

let [code, map]: [string, Map] = ["", {}];
beforeAll(async () => {
  const files = outputFiles((await buildTraced()).compiled);
  [code, map] = [String(files.get("zap.js")), JSON.parse(String(files.get("zap.js.map")))];
});

async function read(text: string): Promise<unknown> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "zap.js"), code);
  writeFileSync(join(folder, "zap.js.map"), text);
  return readBuilt(folder).then(
    () => "read",
    ({ fault }) => fault.replaceAll(folder, "DIST"),
  );
}

const damaged = "Failed to read DIST/zap.js.map: it is damaged.";

const damages: { readonly [what: string]: (map: Map) => unknown } = {
  "a list": () => [],
  null: () => null,
  "another version": (map) => ({ ...map, version: 2 }),
  "no mappings": ({ mappings, ...map }) => map,
  "mappings that are a list": (map) => ({ ...map, mappings: [] }),
  "a mapping more": (map) => ({ ...map, mappings: `${map.mappings};AAAA` }),
  "a mapping less": (map) => ({ ...map, mappings: String(map.mappings).slice(0, -2) }),
  "a source that is an object": (map) => ({ ...map, sources: [{ b: 1 }] }),
  "sources in another order": (map) => ({ ...map, sources: (map.sources as string[]).toReversed() }),
  "a source of another text": (map) => ({ ...map, sourcesContent: ["", ""] }),
  "hashes that are numbers": (map) => ({ ...map, x_zapc_sources: { "app.ts": 1 } }),
  "the hash of another map": (map) => ({ ...map, x_zapc_map: "0123456789abcdef" }),
  "a hash that is a list": (map) => ({ ...map, x_zapc_map: ["a", { b: 1 }] }),
};

test.each(Object.entries(damages))("a source map is damaged: %s", async (_, damage) => {
  expect(await read(JSON.stringify(damage(map)))).toBe(damaged);
});

test("a source map is damaged: half of it is there", async () => {
  expect(await read(JSON.stringify(map).slice(0, 500))).toBe(damaged);
});

test("a source map may be written with other blanks", async () => {
  expect(await read(JSON.stringify(map, null, 2))).toBe("read");
});

const earlier: { readonly [what: string]: readonly [Map, string] } = {
  "nothing else": [{}, "read"],
  "no texts of the sources": [{ sourcesContent: undefined }, "read"],
  "mappings that are none": [{ mappings: "!!!" }, damaged],
  "a source that there is not": [{ sources: ["reader.ts"] }, damaged],
  "a line that a source has not": [{ sourcesContent: ["a", "b"] }, damaged],
  "a line that zap.js has not": [{ mappings: `${";".repeat(500)}AAAA` }, damaged],
  "a column that zap.js has not": [{ mappings: "ggggggBAAAA" }, damaged],
};

test.each(Object.entries(earlier))(
  "each place of a map of an earlier version, without its own hash, exists: %s",
  async (_, [changes, expected]) => {
    expect(await read(JSON.stringify({ ...map, x_zapc_map: undefined, ...changes }))).toBe(expected);
  },
);
