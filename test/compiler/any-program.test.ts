import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type Engine, enginesHere, thisNode } from "../conformance/engines.ts";
import { describeOn, otherEngines } from "../conformance/other-engines.ts";
import { commentsTooMany } from "./programs/comments.ts";
import { type CompiledPrograms, compilePrograms, differencesOn } from "./programs/differences.ts";
import { program } from "./programs/program.ts";

/*
 * Programs that fast-check makes of what TypeScript has must do as zap.js what they do in TypeScript. For others, and more:
 * ZAPC_SEED=7 ZAPC_PROGRAMS=5000 npx vitest run test/compiler/any-program
 */
const { ZAPC_SEED = "1", ZAPC_PROGRAMS = "100" } = process.env;
const seed = Number(ZAPC_SEED);
const numRuns = Number(ZAPC_PROGRAMS);

/** As many as are compiled into one zap.js. */
const BATCH = 50;

/** Milliseconds after which the smallest program so far is shown. */
const MOST_SHRINKING = 90_000;

const timeout = MOST_SHRINKING + 30_000 + numRuns * 500;

describe(`${numRuns} programs of seed ${seed} do as zap.js what they do in TypeScript`, { timeout }, () => {
  const batches: (CompiledPrograms & { readonly programs: readonly string[] })[] = [];
  beforeAll(async () => {
    const all = fc.sample(program, { seed, numRuns });
    for (let start = 0; start < numRuns; start += BATCH) {
      const programs = all.slice(start, start + BATCH);
      batches.push({ programs, ...(await compilePrograms(programs)) });
    }
  }, timeout);

  test("with no comment twice", () => {
    expect(batches.flatMap(({ zap, programs }) => commentsTooMany(zap, programs))).toEqual([]);
  });

  const doTheSameOn = async (engine: Engine) => {
    for (const [batch, compiled] of batches.entries()) {
      const [first] = differencesOn(engine, compiled).keys();
      if (first !== undefined) expect.fail(await shrunk(batch * BATCH + first, engine));
    }
  };
  test.each(enginesHere)("on $name", doTheSameOn);
  describeOn(otherEngines, (engine) => {
    test("all of them", () => doTheSameOn(engine));
  });
});

test("shows how a program differs", async () => {
  const same = `export const feature = () => "same";`;
  const textOfFunction = "export const feature = () => String(() => 1);";
  expect(differencesOn(thisNode, await compilePrograms([same, textOfFunction]))).toEqual(
    new Map([
      [1, `In TypeScript:\n() => 1\nAs zap.js on ${thisNode.name}:\nfunction() {\n      return 1;\n    }\n`],
    ]),
  );
});

/** The smallest program made of the one at an index, and how it differs on an engine. */
async function shrunk(index: number, engine: Engine): Promise<string> {
  let smallest = `Program ${index} of seed ${seed} does not differ when it is compiled alone.`;
  const isSame = fc.asyncProperty(program, async (text) => {
    const difference = differencesOn(engine, await compilePrograms([text])).get(0);
    if (difference) smallest = `Program ${index} of seed ${seed} differs:\n${text}\n${difference}`;
    return difference === undefined;
  });
  await fc.check(isSame, { seed, path: String(index), interruptAfterTimeLimit: MOST_SHRINKING });
  return smallest;
}
