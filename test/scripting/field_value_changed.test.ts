import { describe, expect, test } from "vitest";
import { idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();
const permits = "permis-de-construire";
const air = "qualite-de-lair-temps-reel";

async function turnedOn(trigger_fields: object) {
  const simulator = await held.connect();
  const zap = await simulator.turnOn("field_value_changed", { trigger_fields: { ...trigger_fields } });
  expect(zap.turnedOn.error).toBeUndefined();
  return async () => {
    const run = await zap.poll();
    expect(run.error).toBeUndefined();
    return run.items;
  };
}

describe("with one record for each thing", () => {
  const fields = { dataset: permits, watched: ["status"] };
  const set = (own: object) => Object.assign(held.dataset(permits).records[0] ?? {}, own);

  test("another value triggers once, and other fields do not", async () => {
    const poll = await turnedOn(fields);
    set({ surface: 1 });
    expect(await poll()).toEqual([]);
    set({ status: "Accordé" });
    expect(await poll()).toEqual([
      {
        id: '["PC 099 24 00012"]:["Accordé"]',
        key: "PC 099 24 00012",
        value: { status: "Accordé" },
        old_value_known: false,
        record: held.dataset(permits).records[0],
        url: `https://data.example.com/explore/dataset/${permits}/`,
      },
    ]);
    expect(await poll()).toEqual([]);
  });

  test("a new record triggers: whether its value is another one than before, nobody knows", async () => {
    const poll = await turnedOn(fields);
    held.dataset(permits).records.push({ permit_number: "PC 099 24 00099", status: "En instruction" });
    expect(await poll()).toMatchObject([{ key: "PC 099 24 00099", old_value_known: false }]);
  });

  test("each new date triggers, so that it must be that of the watched fields' change", async () => {
    const poll = await turnedOn({ ...fields, timestamp: "decided_on" });
    set({ decided_on: "2024-03-16" });
    expect(await poll()).toMatchObject([{ changed_at: "2024-03-16", value: { status: "En instruction" } }]);
  });

  test("a value that comes back triggers with a timestamp of the change only", async () => {
    const without = await turnedOn(fields);
    const withOne = await turnedOn({ ...fields, timestamp: "decided_on" });
    const times = [
      ["Accordé", "2024-03-16"],
      ["En instruction", "2024-03-17"],
      ["Accordé", "2024-03-18"],
    ];
    const counts: number[][] = [];
    for (const [status, decided_on] of times) {
      set({ status, decided_on });
      counts.push([(await without()).length, (await withOne()).length]);
    }
    expect(counts).toEqual([
      [1, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe("with a record for each reading", () => {
  const fields = {
    dataset: air,
    id_fields: ["station"],
    watched: ["alert"],
    keeps: "history",
    timestamp: "measured_at",
  };
  const read = (measured_at: string, alert: boolean) =>
    held.dataset(air).records.push({ station: "Marché", measured_at, alert, no2: 40 });

  test("A to B to A triggers twice, with the value before; a reading of the same value does not", async () => {
    const poll = await turnedOn(fields);
    expect(await poll()).toEqual([]);
    read("2024-03-15T12:00:00+00:00", false);
    expect(await poll()).toEqual([]);
    read("2024-03-15T12:15:00+00:00", true);
    expect(await poll()).toMatchObject([
      {
        key: "Marché",
        changed_at: "2024-03-15T12:15:00+00:00",
        value: { alert: true },
        old_value: { alert: false },
        old_value_known: true,
      },
    ]);
    read("2024-03-15T12:30:00+00:00", false);
    expect(idsOf(await poll())).toEqual(['["Marché"]:[false]:2024-03-15T12:30:00+00:00']);
  });

  test("changes that came and went between two polls all trigger", async () => {
    const poll = await turnedOn(fields);
    for (let minute = 10; minute < 60; minute += 10)
      read(`2024-03-15T12:${minute}:00+00:00`, minute % 20 === 0);
    expect(await poll()).toHaveLength(4);
    expect(await poll()).toEqual([]);
  });
});

test.each([
  [
    { dataset: air, watched: ["alert"] },
    `The dataset "${air}" has no unique fields: choose the identifying fields.`,
  ],
  [
    { dataset: permits, watched: ["status"], keeps: "history" },
    "With a record for each reading, choose the timestamp field: it says which came first.",
  ],
  [
    { dataset: permits, watched: ["state"] },
    'The watched field "state" is not in this dataset. Its fields are: permit_number, status, applicant, address, surface, filed_on, decided_on.',
  ],
])("says what is wrong with %j", async (trigger_fields, message) => {
  const simulator = await held.connect();
  const { error } = await simulator.poll("field_value_changed", { trigger_fields: { ...trigger_fields } });
  expect(error).toMatchObject({ name: "ErrorException", message });
});

test("shows three samples in the editor", async () => {
  const simulator = await held.connect();
  const { items } = await simulator.poll("field_value_changed", {
    trigger_fields: { dataset: permits, watched: ["status"] },
    meta: { frontend: true },
  });
  expect(items).toHaveLength(3);
});
