import { existsSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { caseNamed, caseNames } from "../compiler/case.ts";
import { calling } from "../compiler/outcomes.ts";
import { describeOn, mujs, otherEngines } from "./other-engines.ts";

/*
 * The zap.js of each case, on the engines that are programs of their own. test/compiler/cases.test.ts tests that the compiler still
 * gives these files, and that the outcome is that of TypeScript.
 */
const programs = new Map(caseNames.filter(isWritten).map((name) => [name, programOf(name)]));

// mujs can set no prototype, so statics are copied there; and it defines no value in the place of a getter.
const differOnMujs = ["statics-that-change-later", "a-getter-that-a-spread-replaces"];

describeOn(otherEngines, (engine) => {
  let printed: ReadonlyMap<string, () => string>;
  beforeAll(() => {
    const results = engine.runAll([...programs.values()]);
    printed = new Map([...programs.keys()].map((name, index) => [name, results[index] as () => string]));
  });

  const same = [...programs.keys()].filter((name) => engine !== mujs || !differOnMujs.includes(name));
  test.each(same)("%s does as zap.js what it does in TypeScript", (name) => {
    const outcome = JSON.parse(readFileSync(caseNamed(name).expected("outcome.json"), "utf8"));
    expect(JSON.parse(printed.get(name)?.() ?? "")).toEqual(outcome);
  });
});

function programOf(name: string) {
  const { expected, platform } = caseNamed(name);
  return calling({ zap: readFileSync(expected("zap.js"), "utf8"), globals: platform });
}

function isWritten(name: string): boolean {
  return existsSync(caseNamed(name).expected("zap.js"));
}
