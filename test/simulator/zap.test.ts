import { expect, test } from "vitest";
import { sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

test("a poll triggers for the items that no poll before it has seen", async () => {
  const answers = [[{ id: 1 }], [{ id: 2 }, { id: 1 }], [{ id: 2 }, { id: "1" }]];
  const sim = await simulateZap("", { http: () => Response.json(answers.shift()) });
  const zap = await sim.turnOn("thing");
  expect(zap.turnedOn).toMatchObject({ outcome: "succeeded", requests: [{ method: "GET" }] });
  expect((await zap.poll()).items).toEqual([{ id: 2 }]);
  expect((await zap.poll()).items).toEqual([]);
});

test("each Zap has a memory of its own", async () => {
  const sim = await simulateZap("", { http: () => Response.json([{ id: 1 }]) });
  const first = await sim.turnOn("thing");
  await sim.turnOn("thing");
  expect((await first.poll()).items).toEqual([]);
});

test("items without an id are told apart by what they hold", async () => {
  const answers = [[{ name: "a" }], [{ name: "b" }, { name: "a" }]];
  const sim = await simulateZap("", { http: () => Response.json(answers.shift()) });
  const zap = await sim.turnOn("thing");
  expect((await zap.poll()).items).toEqual([{ name: "b" }]);
});

test("the first poll says that it is the first", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { console.log(bundle.meta.first_poll, bundle.zap.id); return []; }",
  );
  const zap = await sim.turnOn("thing", { zap: { id: 5 } });
  const run = await zap.poll();
  expect([...zap.turnedOn.logs, ...run.logs].map(({ text }) => text)).toEqual(["true 5", "false 5"]);
});

test("a Zap whose first poll fails is not on", async () => {
  const sim = await simulateZap("thing_poll: function () { throw new ErrorException('no such list'); }");
  const zap = await sim.turnOn("thing");
  expect(zap.live).toBe(false);
  await expect(zap.poll()).rejects.toThrow(
    "Failed to poll the Zap of thing: it could not be turned on: ErrorException: no such list",
  );
});

test("an ExpiredAuthException turns the Zap off", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { if (bundle.meta.first_poll) { return []; } throw new ExpiredAuthException('Connect again'); }",
  );
  const zap = await sim.turnOn("thing");
  expect((await zap.poll()).outcome).toBe("turned_off");
  await expect(zap.poll()).rejects.toThrow("Failed to poll the Zap of thing: it is off.");
});

test("a Zap that was turned off is not polled", async () => {
  const sim = await simulateZap("");
  const zap = await sim.turnOn("thing");
  expect(await zap.turnOff()).toEqual({ outcome: "succeeded", problems: [], requests: [], logs: [] });
  await expect(zap.poll()).rejects.toThrow("Failed to poll the Zap of thing: it is off.");
});

test("the editor shows three samples", async () => {
  const sim = await simulateZap("", {
    http: () => Response.json([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]),
  });
  expect((await sim.poll("thing", { meta: { frontend: true } })).items).toEqual([
    { id: 1 },
    { id: 2 },
    { id: 3 },
  ]);
});

test("a polled trigger takes no hooks", async () => {
  const sim = await simulateZap("");
  const zap = await sim.turnOn("thing");
  await expect(zap.hook({ body: {} })).rejects.toMatchObject({
    fault: "Failed to send a hook to the Zap of thing: its trigger is polled.",
    hint: 'Poll it: await zap.poll() or, in a scenario, { "type": "poll" }.',
  });
});
