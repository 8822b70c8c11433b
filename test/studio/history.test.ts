import { expect, test } from "vitest";
import { History, mostBytes, mostRuns } from "../../src/studio/session/history.ts";
import type { RunRecord, RunStep } from "../../src/studio/session/run-record.ts";
import { stepsAgain } from "../../src/studio/session/run-record.ts";

/** A run with an answer of so many bytes. */
function run(number: number, bytes = 0, before: readonly RunStep[] = []): RunRecord {
  const response = { status: 200, headers: {}, bytes: new Uint8Array(bytes) };
  const step = { exchanges: [{ request: {}, by: "live", response }] } as unknown as RunStep;
  const row = { id: `r${number}`, number, status: "succeeded" };
  return { row, steps: [...before, step] } as unknown as RunRecord;
}

function historyOf(records: readonly RunRecord[]) {
  const forgotten: string[] = [];
  const history = new History((id) => forgotten.push(id));
  for (const record of records) {
    history.add(record);
    history.ended(record);
  }
  return { history, forgotten, ids: history.rows.map(({ id }) => id) };
}

test("keeps 500 runs: the oldest goes first", () => {
  const { history, forgotten } = historyOf(Array.from({ length: mostRuns + 2 }, (_, index) => run(index)));
  expect({ rows: history.rows.length, forgotten, count: history.forgotten }).toEqual({
    ...{ rows: mostRuns, forgotten: ["r0", "r1"], count: 2 },
  });
});

test("keeps so many bytes: the oldest goes first, and the newest stays however large it is", () => {
  const third = mostBytes / 3;
  expect(historyOf([run(1, third), run(2, third), run(3, third)])).toMatchObject({
    ...{ forgotten: ["r1"], ids: ["r3", "r2"] },
  });
  expect(historyOf([run(1), run(2, mostBytes + 1)])).toMatchObject({ forgotten: ["r1"], ids: ["r2"] });
});

test("keeps a run that is under way", () => {
  const running = run(1);
  running.row = { ...running.row, status: "running" };
  const history = new History(() => {});
  history.add(running);
  const others = [run(2, mostBytes), run(3, mostBytes)];
  for (const record of others) {
    history.add(record);
    history.ended(record);
  }
  expect(history.rows.map(({ id }) => id)).toEqual(["r3", "r1"]);
});

test("a poll cannot be done again once the answers of an earlier poll of its Zap are gone", () => {
  const first = run(1, mostBytes);
  const second = run(2, mostBytes, first.steps);
  const { forgotten } = historyOf([first, second]);
  expect(forgotten).toEqual(["r1"]);
  expect(first.steps[0]?.exchanges).toEqual([]);
  expect(() => stepsAgain(second)).toThrow(
    "Failed to do run #2 again: an earlier run of its Zap is no longer in the list.\n→ Turn the Zap on anew.",
  );
});
