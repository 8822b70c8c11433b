import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Ended } from "../platform/platform.ts";
import { startSimulated, type World } from "../platform/world.ts";
import { cityDatasets, cityManagement, DATA_TIME } from "../portal/index.ts";
import { subscribed } from "../portal/pipeline.ts";
import { thisNode } from "./engines.ts";
import { runs } from "./recorded/runs.ts";
import { ownHeaders } from "./recording-server.ts";
import { startOnRunner } from "./runner/world.ts";

let simulated: World;
let onRunner: Awaited<ReturnType<typeof startOnRunner>>;

beforeAll(async () => {
  simulated = await startSimulated();
  onRunner = await startOnRunner();
});

beforeEach(() => {
  for (const { portal, pipeline } of [simulated, onRunner]) {
    portal.mend();
    portal.requests.length = 0;
    portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
    Object.assign(portal.management, cityManagement());
    pipeline.requests.length = 0;
    pipeline.answer = subscribed;
  }
});

afterAll(async () => {
  await simulated.close();
  await onRunner.close();
});

test.each(Object.keys(runs))("%s is the same in the simulator and in the runner", async (name) => {
  expect(await observed(name, simulated)).toEqual(await observed(name, onRunner));
});

test("every method of dist/zap.js was called in the runner", () => {
  const zap = readFileSync("dist/zap.js", "utf8");
  const methods: readonly string[] = JSON.parse(
    thisNode.run({ zap, calls: "print(JSON.stringify(Object.keys(Zap)));" }),
  );
  expect(methods.filter((method) => !onRunner.called.has(method))).toEqual([]);
});

/** What came of a run, and all that it asked. */
async function observed(name: string, world: World): Promise<object> {
  const platform = await world.connect({ now: DATA_TIME });
  const ended = await runs[name]?.({ ...world, platform });
  const asked = [...world.portal.requests, ...world.pipeline.requests];
  return {
    ended: ended?.map(shown),
    asked: asked.map(({ headers, ...request }) => ({ ...request, headers: ownHeaders(headers) })),
  };
}

/** Of a run what a user of the platform sees. */
function shown(run: Ended): object {
  const { outcome, error, items, result, fields, created, valid, label, file } = run as Ended & {
    readonly [name: string]: unknown;
  };
  const { name, message } = error ?? {};
  return { outcome, error: error && { name, message }, items, result, fields, created, valid, label, file };
}
