import { beforeAll, expect, test } from "vitest";
import type { Built } from "../../src/built/built.ts";
import type { Compiled } from "../../src/compiler/compile.ts";
import { buildTraced, inner, places, placesIn, traceOn } from "../pasted/traced.ts";
import { describeOn, node4 } from "./other-engines.ts";
import { startRunner } from "./runner/start-runner.ts";

let compiled: Compiled;
let built: Built;

beforeAll(async () => {
  ({ compiled, built } = await buildTraced());
});

test("maps a trace of the platform's runner", async () => {
  const runner = await startRunner();
  const metadata = { ...compiled.metadata, app: { ...compiled.metadata.app, test_trigger: "thing" } };
  const platform = runner.connect({ script: built.code, metadata, auth_fields: {} });
  const [item] = (await platform.poll("thing")).items;
  await runner.close();
  const { stack } = item as unknown as { stack: string };
  expect(stack).toContain("eval at compileLegacyScriptingSource (");
  expect(placesIn(stack, built)).toEqual(places);
});

describeOn([node4], (engine) => {
  test("maps a trace, whatever lines stand before zap.js", () => {
    expect(placesIn(inner(traceOn(engine, built)), built)).toEqual(places);
  });
});
