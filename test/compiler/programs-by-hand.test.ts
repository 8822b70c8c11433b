import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type Engine, enginesHere } from "../conformance/engines.ts";
import { describeOn, node4 } from "../conformance/other-engines.ts";
import { jshint } from "../jshint.ts";
import { type CompiledPrograms, compilePrograms, differencesOn } from "./programs/differences.ts";

/*
 * Programs that compilers get wrong, each a file whose `feature` gives a value. To add one, write the file: what it gives in
 * TypeScript is what it has to give as zap.js.
 */
const directory = fileURLToPath(new URL("programs/cases/", import.meta.url));
const files = readdirSync(directory);

let compiled: CompiledPrograms;
const differences = new Map<Engine, ReadonlyMap<number, string>>();

beforeAll(async () => {
  compiled = await compilePrograms(files.map((file) => readFileSync(directory + file, "utf8")));
});

function differencesOnce(engine: Engine): ReadonlyMap<number, string> {
  const known = differences.get(engine) ?? differencesOn(engine, compiled);
  differences.set(engine, known);
  return known;
}

function sameOn(engine: Engine): void {
  test.each(files)("%s gives what it gives in TypeScript", (file) => {
    expect(differencesOnce(engine).get(files.indexOf(file))).toBeUndefined();
  });
}

describe.each(enginesHere)("on $name", sameOn);
// In mujs objects order their keys in another way, and `__proto__` is a key like any other.
describeOn([node4], sameOn);

test("zap.js has no line that the editor's JSHint marks", () => {
  expect(jshint(compiled.zap)).toEqual([]);
});
