import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunReport } from "zapc/simulator";
import type { Ended } from "../platform/platform.ts";
import { startSimulated, type World } from "../platform/world.ts";
import { cityDatasets, cityManagement, DATA_TIME } from "../portal/index.ts";
import { subscribed } from "../portal/pipeline.ts";
import { storage_secret } from "../portal/storage.ts";
import { thisNode } from "./engines.ts";
import { asFile, callsFile, callsIn, type RecordedCall, writeRecordedScript } from "./recorded/record.ts";
import { runs } from "./recorded/runs.ts";
import { ownHeaders } from "./recording-server.ts";
import { startOnRunner } from "./runner/world.ts";

let onRunner: Awaited<ReturnType<typeof startOnRunner>>;

beforeAll(async () => {
  onRunner = await startOnRunner();
});

afterAll(() => onRunner.close());

const names = Object.keys(runs);

test.each(names)("%s is the same in the simulator and in the runner", async (name) => {
  const { seen } = await inSimulator(name);
  reset(onRunner);
  expect(seen).toEqual((await observed(name, onRunner)).seen);
});

test("the recorded calls are those in the simulator", async () => {
  const calls: RecordedCall[] = [];
  for (const name of names) calls.push(...(await inSimulator(name)).calls);
  await expect(asFile(calls)).toMatchFileSnapshot(callsFile);
});

test("every method of dist/zap.js was called in the runner", () => {
  const zap = readFileSync("dist/zap.js", "utf8");
  const methods: readonly string[] = JSON.parse(
    thisNode.run({ zap, calls: "print(JSON.stringify(Object.keys(Zap)));" }),
  );
  expect(methods.filter((method) => !onRunner.called.has(method))).toEqual([]);
});

const folder = writeRecordedScript();
const ranInSimulator = new Map<string, { readonly seen: object; readonly calls: readonly RecordedCall[] }>();

/** A run in the simulator with a portal of its own. Each runs once. */
async function inSimulator(name: string) {
  const known = ranInSimulator.get(name);
  if (known) return known;
  const world = await startSimulated();
  const { seen, ended } = await observed(name, world, folder);
  await world.close();
  const ran = { seen, calls: callsIn(name, ended as RunReport[]) };
  ranInSimulator.set(name, ran);
  return ran;
}

/** Runs, what a user sees of them, and all that they asked. */
async function observed(name: string, world: World, folder?: string) {
  const platform = await world.connect({ now: DATA_TIME, ...(folder && { folder }) });
  const ended = (await runs[name]?.({ ...world, platform })) ?? [];
  const asked = [...world.portal.requests, ...world.pipeline.requests];
  return {
    ended,
    seen: {
      ended: ended.map(shown),
      stored: world.storage.requests,
      asked: asked.map(({ headers, ...request }) => ({ ...request, headers: ownHeaders(headers) })),
    },
  };
}

/** Makes the portal and what is beside it what they were at the start. */
function reset({ portal, pipeline, storage }: World): void {
  storage.stores.set(storage_secret, {});
  storage.requests.length = 0;
  portal.mend();
  portal.requests.length = 0;
  portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
  Object.assign(portal.management, cityManagement());
  pipeline.requests.length = 0;
  pipeline.answer = subscribed;
}

/** The parts of a run that a user of the platform sees. */
function shown(run: Ended): object {
  const { outcome, error, items, result, fields, created, valid, label, file } = run as Ended & {
    readonly [name: string]: unknown;
  };
  const { name, message } = error ?? {};
  return { outcome, error: error && { name, message }, items, result, fields, created, valid, label, file };
}
