import { expect, test } from "vitest";
import type { Stage } from "zapc/simulator";
import { type Setting, sharingSimulators } from "./integration.ts";

const simulateZap = sharingSimulators();

const session = "get_session_info: function () { return { token: 't1' }; }";

const around = `${session},
  thing_pre_poll: function (bundle) {
    console.log('asks');
    bundle.request.params.q = bundle.trigger_fields.queue;
    return bundle.request;
  },
  thing_post_poll: function (bundle) {
    z.request({ url: 'https://api.example.com/names', method: 'GET' });
    return JSON.parse(bundle.response.content).things;
  }`;

const fields: Setting["trigger"] = { fields: [{ key: "queue", label: "Queue", type: "unicode" }] };
const http = () => Response.json({ things: [{ id: 1 }] });

async function staged(methods = around, setting: Setting = {}) {
  const sim = await simulateZap(methods, { stages: true, trigger: fields, http, ...setting });
  // The first run also asks for the session.
  await sim.testAccount();
  return sim;
}

/** Each stage in a word, with its method. */
const named = (stages: readonly Stage[] = []) =>
  stages.map((stage) => (stage.kind === "method" ? stage.method : stage.kind));

test("lists the stages of a poll, each with what went in and what came out", async () => {
  const sim = await staged();
  const { stages = [], requests } = await sim.poll("thing", { trigger_fields: { queue: "support" } });
  expect(named(stages)).toEqual(["prepared", "thing_pre_poll", "sent", "thing_post_poll", "items"]);
  expect(stages).toMatchObject([
    { request: { method: "GET", url: "https://api.example.com/things", headers: { "X-Token": "t1" } } },
    {
      bundle: { trigger_fields: { queue: "support" }, request: { params: {} } },
      result: { params: { q: "support" } },
      requests: [],
      logs: [0],
    },
    { requests: [0] },
    { bundle: { response: { status_code: 200 } }, result: [{ id: 1 }], requests: [1], logs: [] },
    { given: [{ id: 1 }], items: [{ id: 1 }] },
  ]);
  expect(requests.map(({ by, url }) => [by, url])).toEqual([
    ["platform", "https://api.example.com/things?q=support"],
    ["script", "https://api.example.com/names"],
  ]);
});

test("says when each stage began and how long it took", async () => {
  const { stages = [] } = await (await staged()).poll("thing");
  const starts = stages.map(({ at }) => at);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const { at, took } of stages) expect([at >= 0, took >= 0]).toEqual([true, true]);
});

test("the bundle of a stage is as the method got it, whatever the method writes into it", async () => {
  const sim = await staged(
    `${session}, thing_pre_poll: function (bundle) { bundle.trigger_fields.queue = 'other'; return bundle.request; }`,
  );
  const { stages } = await sim.poll("thing", { trigger_fields: { queue: "support" } });
  expect(stages?.[1]).toMatchObject({ bundle: { trigger_fields: { queue: "support" } } });
});

test("a run without the option lists no stages", async () => {
  const sim = await simulateZap(around, { http });
  expect(await sim.poll("thing")).not.toHaveProperty("stages");
});

test("a method that throws ends its stage with the error", async () => {
  const sim = await staged(
    `${session}, thing_pre_poll: function () { console.log('a'); throw new HaltedException('no'); }`,
  );
  const { stages } = await sim.poll("thing");
  expect(named(stages)).toEqual(["prepared", "thing_pre_poll"]);
  expect(stages?.[1]).toMatchObject({ error: { name: "HaltedException", message: "no" }, logs: [0] });
  expect(stages?.[1]).not.toHaveProperty("result");
});

test("an answer of which no items can be made ends without items", async () => {
  const sim = await staged(session, { http: () => Response.json({ total: 1 }) });
  const { stages, error } = await sim.poll("thing");
  expect(error?.message).toBe("JSON results array could not be located.");
  expect(stages?.at(-1)).toMatchObject({ kind: "items", given: { total: 1 } });
  expect(stages?.at(-1)).not.toHaveProperty("items");
});

test("a redirect is another request of its stage", async () => {
  const sim = await staged(session, {
    http: ({ url }) =>
      url.endsWith("/things") ? Response.redirect("https://api.example.com/moved", 302) : Response.json([]),
  });
  const { stages } = await sim.poll("thing");
  expect(stages?.[1]).toMatchObject({ kind: "sent", requests: [0, 1] });
});

test("a poll of a Zap ends with what it drops, and why", async () => {
  const answers = [[{ id: 1 }], [{ id: 2 }, { id: 1 }, { id: 2 }, { name: "a" }], [{ id: 2 }]];
  const sim = await simulateZap("", { stages: true, http: () => Response.json(answers.shift()) });
  const zap = await sim.turnOn("thing");
  expect(named(zap.turnedOn.stages)).toEqual(["prepared", "sent", "items"]);
  const { stages } = await zap.poll();
  expect(stages?.at(-1)).toMatchObject({
    kind: "dedupe",
    items: [
      { id: 2, mark: "new" },
      { id: 1, mark: "seen", first_poll: 0 },
      { id: 2, mark: "repeated" },
      { mark: "new" },
    ],
  });
  expect((await zap.poll()).stages?.at(-1)).toMatchObject({ items: [{ mark: "seen", first_poll: 1 }] });
});

test("an edited bundle is what the method gets, and the run goes on with it", async () => {
  const sim = await staged();
  const { stages } = await sim.poll("thing", { trigger_fields: { queue: "support" } });
  const pre = stages?.[1];
  if (pre?.kind !== "method") throw new Error("The second stage is thing_pre_poll.");
  const bundle = { ...Object(pre.bundle), trigger_fields: { queue: "sales" } };
  const again = await sim.poll("thing", {
    trigger_fields: { queue: "support" },
    edits: [{ stage: 1, bundle }],
  });
  expect(again.requests[0]?.url).toBe("https://api.example.com/things?q=sales");
  expect(again.stages?.[1]).toMatchObject({ bundle: { trigger_fields: { queue: "sales" } } });
  // Values that outlive the call go on: the bundle of the post_ method shows them, too.
  expect(again.stages?.[3]).toMatchObject({ bundle: { trigger_fields: { queue: "sales" } } });
});

test("the account that later methods of the run see is edited, too", async () => {
  const sim = await staged(around);
  const { stages } = await sim.poll("thing");
  const pre = stages?.[1];
  if (pre?.kind !== "method") throw new Error("The second stage is thing_pre_poll.");
  const bundle = { ...Object(pre.bundle), auth_fields: { api_key: "key", token: "t2" } };
  const again = await sim.poll("thing", { edits: [{ stage: 1, bundle }] });
  expect(again.stages?.[3]).toMatchObject({ bundle: { auth_fields: { token: "t2" } } });
});

test("an edited result stands in for the method, which is not called", async () => {
  const sim = await staged();
  const run = await sim.poll("thing", { edits: [{ stage: 3, result: [{ id: 7 }] }] });
  expect(run.items).toEqual([{ id: 7 }]);
  expect(run.requests).toHaveLength(1);
});

test("an edited request is what the platform sends", async () => {
  const sim = await staged();
  const run = await sim.poll("thing", {
    edits: [{ stage: 2, request: { url: "https://api.example.com/others", method: "POST", body: "x" } }],
  });
  expect(run.requests[0]).toMatchObject({ url: "https://api.example.com/others", method: "POST", body: "x" });
});

test("an edited answer is not asked for", async () => {
  const sim = await staged(around, {
    http: ({ url }) => {
      if (url.endsWith("/names")) throw new Error("asked");
      return http();
    },
  });
  const response = { status: 200, headers: { "content-type": "application/json" }, body: "[]" };
  const ofPlatform = { ...response, body: '{"things":[{"id":9}]}' };
  const run = await sim.poll("thing", {
    edits: [
      { answer: 0, response: ofPlatform },
      { answer: 1, response },
    ],
  });
  expect(run.items).toEqual([{ id: 9 }]);
  expect(run.requests.map(({ response }) => response?.body)).toEqual([ofPlatform.body, "[]"]);
});

test("a poll of a Zap takes edits, too", async () => {
  const sim = await staged();
  const zap = await sim.turnOn("thing");
  const { items } = await zap.poll({ edits: [{ stage: 3, result: [{ id: 1 }, { id: 2 }] }] });
  expect(items).toEqual([{ id: 2 }]);
});

test("turning a Zap on takes edits: what it gives in the first poll is seen then", async () => {
  const sim = await staged();
  const zap = await sim.turnOn("thing", { edits: [{ stage: 3, result: [{ id: 1 }, { id: 2 }] }] });
  expect(named(zap.turnedOn.stages)).toEqual([
    "prepared",
    "thing_pre_poll",
    "sent",
    "thing_post_poll",
    "items",
  ]);
  expect((await zap.poll({ edits: [{ stage: 3, result: [{ id: 2 }, { id: 3 }] }] })).items).toEqual([
    { id: 3 },
  ]);
});

test("a hook, and turning a Zap off, take edits, too", async () => {
  const seen: string[] = [];
  const sim = await simulateZap(
    `${session}, thing_catch_hook: function (bundle) { return bundle.cleaned_request; }`,
    {
      stages: true,
      trigger: { type: "rest_hook", event: "made" } as NonNullable<Setting["trigger"]>,
      app: {
        subscribe_url: "https://api.example.com/hooks",
        unsubscribe_url: "https://api.example.com/hooks",
      },
      http: ({ method, url }) => {
        seen.push(`${method} ${url}`);
        return Response.json({ id: 1 });
      },
    },
  );
  const zap = await sim.turnOn("thing");
  const hook = { body: { id: 1 } };
  const { items } = await zap.hook(hook, { edits: [{ stage: 0, result: { id: 9 } }] });
  expect(items).toEqual([{ id: 9 }]);
  const request = { url: "https://api.example.com/hooks/9" };
  await zap.turnOff({ edits: [{ stage: 1, request }] });
  expect(seen.at(-1)).toBe("POST https://api.example.com/hooks/9");
});

const wrong: [string, unknown, string][] = [
  ["of a stage that never comes", { stage: 9, result: [] }, "an edit names stage 9, and the run had none."],
  [
    "of a request that is never sent",
    { answer: 4, response: { status: 200, headers: {}, body: "" } },
    "names request 4",
  ],
  [
    "that does not fit its stage",
    { stage: 2, bundle: {} },
    'stage 2: it is of kind "sent", of which `request` can be edited',
  ],
  [
    "of a stage without parts",
    { stage: 0, result: [] },
    'stage 0: it is of kind "prepared", of which nothing can be edited',
  ],
  ["that is no object", 7, "Failed to poll thing: edit: the options are 7, and must be an object."],
  ["of no form", { stage: 1 }, "Failed to poll thing: edit: it has stage."],
  [
    "of two forms",
    { stage: 1, bundle: {}, result: 1 },
    "Failed to poll thing: edit: it has bundle, result, stage.",
  ],
  [
    "with a wrong status",
    { answer: 0, response: { status: 99, headers: {}, body: "" } },
    "must be a status from 200 to 599",
  ],
  ["with an unknown member", { stage: 1, bundel: {} }, "there is no option bundel"],
];

for (const [what, edit, message] of wrong)
  test(`refuses an edit ${what}`, async () => {
    const sim = await staged();
    await expect(sim.poll("thing", { edits: [edit as never] })).rejects.toThrow(message);
  });
