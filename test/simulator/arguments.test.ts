import { describe, expect, test } from "vitest";
import { compare, type Simulator, simulate } from "zapc/simulator";
import type { Action, Search } from "../../src/model/definitions.ts";
import { sharingSimulators, simulateZap } from "./integration.ts";

/** Values that JavaScript can hand over against the types. */
const cyclic: { [name: string]: unknown } = {};
cyclic.self = cyclic;
const strange: readonly unknown[] = [
  ...[undefined, null, "", "triggers/thing", 5, Number.NaN, true, Symbol("a"), 10n, () => 1],
  ...[[], [null], {}, { key: 5 }, { trigger: 5, field: {} }, new Map(), new Date(0), cyclic],
  Object.create(null),
];

const step = { label: "Thing", noun: "Thing", help_text: "Does a thing.", sample: { id: 1 }, methods: [] };
const url = "https://api.example.com/things";
const name = { key: "name", label: "Name", type: "unicode" } as const;
const actions: Action[] = [
  { ...step, key: "make", url, fields: [{ ...name, prefill: "thing.id.name", searchfill: "find.id" }] },
];
const searches: Search[] = [{ ...step, key: "find", url, fields: [name], search_or_create: "make" }];

const simulateShared = sharingSimulators();
const script = "thing_poll: function () { return []; }";

/** Every argument of every call, one of them strange. */
const calls: { readonly [call: string]: (sim: Simulator, given: never) => Promise<unknown> } = {
  "poll(given)": (sim, given) => sim.poll(given),
  "poll(key, given)": (sim, given) => sim.poll("thing", given),
  "poll(key, { trigger_fields: given })": (sim, given) => sim.poll("thing", { trigger_fields: given }),
  "poll(key, { meta: given })": (sim, given) => sim.poll("thing", { meta: given }),
  "poll(key, { meta: { filter: given } })": (sim, given) => sim.poll("thing", { meta: { filter: given } }),
  "poll(key, { zap: given })": (sim, given) => sim.poll("thing", { zap: given }),
  "poll(key, { zap: { user: given } })": (sim, given) => sim.poll("thing", { zap: { id: 1, user: given } }),
  "turnOn(given)": (sim, given) => sim.turnOn(given),
  "turnOn(key, given)": (sim, given) => sim.turnOn("thing", given),
  "turnOn(key, { target_url: given })": (sim, given) => sim.turnOn("thing", { target_url: given }),
  "write(given)": (sim, given) => sim.write(given),
  "write(key, given)": (sim, given) => sim.write("make", given),
  "write(key, { action_fields: given })": (sim, given) => sim.write("make", { action_fields: given }),
  "write(key, { action_fields: { name: given } })": (sim, given) =>
    sim.write("make", { action_fields: { name: given } }),
  "write(key, { custom_fields: given })": (sim, given) => sim.write("make", { custom_fields: given }),
  "write(key, { custom_fields: [given] })": (sim, given) => sim.write("make", { custom_fields: [given] }),
  "search(given)": (sim, given) => sim.search(given),
  "search(key, given)": (sim, given) => sim.search("find", given),
  "search(key, { create: given })": (sim, given) => sim.search("find", { create: given }),
  "search(key, { create: { custom_fields: given } })": (sim, given) =>
    sim.search("find", { create: { custom_fields: given } }),
  "dropdown(given)": (sim, given) => sim.dropdown(given),
  "dropdown(place, given)": (sim, given) => sim.dropdown({ action: "make", field: "name" }, given),
  "dropdown({ action: given })": (sim, given) => sim.dropdown({ action: given, field: "name" }),
  "dropdown({ field: given })": (sim, given) => sim.dropdown({ action: "make", field: given }),
  "dropdown(place, { page: given })": (sim, given) =>
    sim.dropdown({ action: "make", field: "name" }, { page: given }),
  "searchfill(given)": (sim, given) => sim.searchfill(given),
  "searchfill(place, given)": (sim, given) => sim.searchfill({ action: "make", field: "name" }, given),
  "customFields(given)": (sim, given) => sim.customFields(given),
  "customFields(whose, given)": (sim, given) => sim.customFields({ action: "make" }, given),
  "customFields(whose, { fields: { name: given } })": (sim, given) =>
    sim.customFields({ action: "make" }, { fields: { name: given } }),
  "hydrate(given)": (sim, given) => sim.hydrate(given),
  "hydrate(pointer, given)": (sim, given) =>
    sim.hydrate('hydrate|||{"type":"method","bundle":{"method":"x"}}|||hydrate', given),
  "authorizeUrl(given)": (sim, given) => sim.authorizeUrl(given),
  "connect(given)": (sim, given) => sim.connect(given),
  "call(given)": (sim, given) => sim.call(given, {}),
  "call(name, given)": (sim, given) => sim.call("thing_poll", given),
  "at(given)": async (sim, given) => sim.at(given),
};

/** Each call that fails with anything but a Failure that is a sentence. */
async function badErrors(attempts: { readonly [call: string]: (given: never) => Promise<unknown> }) {
  const bad: string[] = [];
  for (const [call, attempt] of Object.entries(attempts)) {
    for (const given of strange) {
      await attempt(given as never).catch((error: Error) => {
        if (error.name === "Failure" && /^Failed to .+\.(\n→ .+)?$/s.test(error.message)) return;
        bad.push(`${call} with ${typeof given}: ${error.stack}`);
      });
    }
  }
  return bad;
}

test("no call fails with anything but a sentence, whatever it is given", async () => {
  const simulator = await simulateZap(script, { actions, searches });
  const attempts = Object.entries(calls).map(([call, attempt]) => [
    call,
    async (given: never) => attempt(simulator, given),
  ]);
  expect(await badErrors(Object.fromEntries(attempts))).toEqual([]);
});

test("nor does a hook", async () => {
  const simulator = await simulateZap("", { trigger: { type: "static_hook" } });
  const zap = await simulator.turnOn("thing");
  const bad = await badErrors({
    hook: (given) => zap.hook(given),
    method: (method) => zap.hook({ method }),
    headers: (headers) => zap.hook({ headers }),
    header: (given) => zap.hook({ headers: { "content-type": given } }),
    querystring: (querystring) => zap.hook({ querystring }),
    body: (body) => zap.hook({ body }),
  });
  expect(bad).toEqual([]);
});

test("nor do simulate and compare", async () => {
  const options = { script: "none.js", metadata: "none.json" };
  const named = ["script", "metadata", "auth_fields", "http", "url_base", "now", "record", "replay"].map(
    (option) => [option, (given: never) => simulate({ ...options, [option]: given })],
  );
  const bad = await badErrors({
    simulate: (given) => simulate(given),
    compare: (given) => compare(given, async () => 1),
    work: (given) => compare(options, given),
    ...Object.fromEntries(named),
  });
  expect(bad).toEqual([]);
});

describe("says what to pass", () => {
  test.each([
    [
      (sim: Simulator) => sim.dropdown("triggers/new_ticket" as never),
      'Failed to open a dropdown: "triggers/new_ticket" does not name a step and its field.',
      'Write { trigger: "new_ticket", field: "queue" }: the key of a trigger, an action or a search, and that of its field.',
    ],
    [
      (sim: Simulator) => sim.searchfill({ action: "make" } as never),
      'Failed to run a search connector: {"action":"make"} does not name a step and its field.',
      'Write { action: "create_ticket", field: "queue" }: the key of a trigger, an action or a search, and that of its field.',
    ],
    [
      (sim: Simulator) => sim.customFields("searches/find_ticket" as never),
      'Failed to get custom fields: "searches/find_ticket" does not name a step.',
      'Write { search: "find_ticket" }: the key of a trigger, an action or a search.',
    ],
    [
      (sim: Simulator) => sim.poll(undefined as never),
      "Failed to poll: the key is undefined, and must be a text.",
      'Write sim.poll("new_ticket").',
    ],
    [
      (sim: Simulator) => sim.call("thing_poll", undefined as never),
      "Failed to call thing_poll: the bundle is undefined, and must be an object.",
      "Pass what the platform would hand over: docs/methods.md says what that is for each method.",
    ],
    [
      (sim: Simulator) => sim.poll("thing", { zap: { id: "5" } as never }),
      'Failed to poll thing: the option zap is {"id":"5"}, and must be what the platform hands over: "id" of the zap is "5", and must be a number.',
      undefined,
    ],
    [
      (sim: Simulator) => sim.search("find", { create: { fields: {} } as never }),
      "Failed to search find: create: there is no option fields.",
      "There are: action_fields, custom_fields.",
    ],
  ])("%#", async (call, fault, hint) => {
    const simulator = await simulateShared(script, { actions, searches });
    await expect(call(simulator)).rejects.toMatchObject({ name: "Failure", fault, ...(hint && { hint }) });
  });
});
