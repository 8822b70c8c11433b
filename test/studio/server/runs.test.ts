import { expect, test } from "vitest";
import { eventsOf, rowsOf, studioWith } from "./open.ts";
import { methods, startApi, things } from "./things.ts";

const offline = { methods, metadata: things() };
const poll = { kind: "poll", operation: "triggers/thing", fields: {} } as const;

/** An API with so many things. */
const withThings = (count: number) =>
  startApi(() => ({
    body: Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Thing ${index + 1}` })),
  }));

test("lists the operations with their fields and methods", async () => {
  const studio = await studioWith(offline);
  const { operations, build, app, may, live } = await studio.get("/api/state");
  expect({ build: build.status, app, may, live }).toEqual({
    ...{ build: "good", app: { name: "Things", script: "zap.js" } },
    ...{ may: { live: false, write: false }, live: false },
  });
  expect(operations.map(({ id, kind, methods }) => ({ id, kind, methods }))).toEqual([
    { id: "auth", kind: "auth", methods: [] },
    { id: "triggers/thing", kind: "trigger", methods: ["thing_pre_poll", "thing_post_poll"] },
    { id: "triggers/kind", kind: "trigger", methods: [] },
    { id: "triggers/hooked", kind: "trigger", methods: [] },
    { id: "actions/make", kind: "action", methods: [] },
  ]);
});

test("sends nothing while it is OFFLINE, and says so, also where the script hides it", async () => {
  const api = await withThings(1);
  const studio = await studioWith({ ...offline, options: api.live });
  const run = await studio.run(poll);
  expect(run).toMatchObject({
    status: "error",
    requests: 1,
    error: expect.stringMatching(/^OFFLINE: the studio sends nothing/),
  });
  expect(run.sent[0]).toMatchObject({ answered_by: "none", failure: expect.stringMatching(/^OFFLINE/) });
  await studio.script(
    'thing_poll: function () { try { z.request({ url: "https://api.example.com/" }); } catch (e) {} return []; },',
  );
  expect(await studio.run(poll)).toMatchObject({ status: "error", error: expect.stringMatching(/^OFFLINE/) });
  expect(api.seen).toEqual([]);
});

test("is LIVE only where it was allowed", async () => {
  const studio = await studioWith(offline);
  expect(await studio.refused("POST /api/live", { live: true })).toEqual({
    status: 400,
    error: "Failed to switch to LIVE: the studio was started without leave to send requests.",
    hint: "Start it with `zapc studio --allow-live`.",
  });
});

test("shows each stage of a poll, with what changed and what the script does not define", async () => {
  const api = await withThings(2);
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  expect(run).toMatchObject({
    ...{ status: "succeeded", kind: "poll", cause: "manual", http_status: 200, requests: 1, badges: [] },
    items: { seen: 2, new: 2 },
  });
  expect(run.stages.map(({ title, changed }) => `${title}: ${changed}`)).toEqual([
    "get_session_info: changed",
    "prepared: changed",
    "thing_pre_poll: changed",
    "sent: changed",
    "thing_post_poll: none",
    "items: none",
  ]);
  expect(JSON.parse(run.stages[2]?.after?.start ?? "")).toMatchObject({ headers: { "X-From": "studio" } });
  expect(run.logs).toEqual([
    { level: "log", text: expect.stringMatching(/^found /), method: "thing_post_poll" },
  ]);
  expect(run.sent[0]).toMatchObject({ by: "platform", answered_by: "live", method: "GET" });
  await studio.script(
    "thing_post_poll: function (bundle) { return z.JSON.parse(bundle.response.content); },",
  );
  const other = await studio.run(poll);
  expect(other.stages.map(({ title, changed }) => `${title}: ${changed}`)).toEqual([
    "prepared: changed",
    "thing_pre_poll: not defined",
    "sent: changed",
    "thing_post_poll: none",
    "items: none",
  ]);
});

test("shows no secret of the account", async () => {
  const api = await withThings(1);
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  expect(api.seen[0]?.headers["x-token"]).toBe("token-key-of-mine");
  await studio.script(methods.replace("found ", "token-key-of-mine found "));
  const other = await studio.run(poll);
  const compared = await studio.get("/api/compare", { left: run.id, right: other.id });
  const all = JSON.stringify([run, other, compared, await studio.get("/api/state")]);
  expect(all).toContain("redacted-");
  expect(all).not.toContain("key-of-mine");
});

test("gives the three samples of the editor in a test", async () => {
  const api = await withThings(5);
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  expect(await studio.run({ ...poll, kind: "test" })).toMatchObject({
    kind: "test",
    items: { seen: 3, new: 3 },
  });
});

test("runs again with the answers that were recorded, the present script and edits; with another runtime, too", async () => {
  const api = await withThings(2);
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  await studio.post("/api/live", { live: false });
  const { id } = await studio.post("/api/again", { id: run.id });
  expect(await studio.ended(id)).toMatchObject({
    status: "succeeded",
    cause: "replay of #1",
    items: { new: 2 },
  });
  expect((await studio.ended(id)).sent[0]).toMatchObject({ answered_by: "recorded" });
  const legacy = await studio.post("/api/again", { id: run.id, runtime: "legacy" });
  expect(await studio.ended(legacy.id)).toMatchObject({ status: "succeeded", runtime: "legacy" });
  const stage = run.stages.find(({ method }) => method === "thing_post_poll")?.index as number;
  const edited = await studio.post("/api/again", { id: run.id, edits: [{ stage, result: [{ id: 9 }] }] });
  const shown = await studio.ended(edited.id);
  expect(shown).toMatchObject({ status: "succeeded", badges: ["edited"], items: { new: 1 } });
  expect(JSON.parse(shown.result?.start ?? "")).toEqual([{ id: 9 }]);
  expect(api.seen).toHaveLength(1);
  await studio.script(
    "thing_pre_poll: function (bundle) { bundle.request.params = { other: 1 }; return bundle.request; },",
  );
  const other = await studio.post("/api/again", { id: run.id });
  expect(await studio.ended(other.id)).toMatchObject({
    status: "error",
    error: expect.stringMatching(/^OFFLINE: the run that is replayed has no answer to this request/),
  });
});

test("puts the secrets back into an edit of what it has shown without them", async () => {
  const api = await startApi(({ headers }) => ({ body: [{ id: 1, token: headers["x-token"] }] }));
  const studio = await studioWith({
    ...{ metadata: things(), options: api.live },
    methods: `get_session_info: function (bundle) { return { token: "token-" + bundle.auth_fields.api_key }; },
  thing_post_poll: function (bundle) { return [{ id: bundle.request.headers["X-Token"] === "token-key-of-mine" ? 1 : 2 }]; },`,
  });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  const stage = run.stages.find(({ method }) => method === "thing_post_poll")?.index as number;
  const bundle = JSON.parse(run.stages.find(({ index }) => index === stage)?.bundle?.start ?? "");
  expect(bundle.request.headers["X-Token"]).toMatch(/^redacted-/);
  const edits = [{ stage, bundle: { ...bundle, more: true } }];
  const { id } = await studio.post("/api/again", { id: run.id, edits });
  expect((await studio.ended(id)).error).toBeUndefined();
  expect(JSON.parse((await studio.ended(id)).result?.start ?? "")).toEqual([{ id: 1 }]);
});

test("sends again only live, and nothing but a GET without a confirmation", async () => {
  const api = await startApi(({ body }) => ({ body: { id: 1, ...JSON.parse(body || "{}") } }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const written = await studio.run({ kind: "write", operation: "actions/make", fields: { name: "One" } });
  expect(written).toMatchObject({ status: "succeeded", requests: 1 });
  expect(await studio.refused("POST /api/send-again", { id: written.id })).toEqual({
    status: 400,
    error: "Failed to send again: it sends a POST, which must be confirmed.",
  });
  expect(api.seen).toHaveLength(1);
  const { id } = await studio.post("/api/send-again", { id: written.id, confirmed: true });
  expect(await studio.ended(id)).toMatchObject({ status: "succeeded", cause: "sent again #1" });
  expect(api.seen).toHaveLength(2);
  await studio.post("/api/live", { live: false });
  expect(await studio.refused("POST /api/send-again", { id: written.id, confirmed: true })).toMatchObject({
    error: "Failed to send again: the studio is OFFLINE.",
  });
});

test("compares two runs: queries by name, items by id", async () => {
  let first = true;
  const api = await startApi(() => {
    const items = Array.from({ length: 50 }, (_, index) => ({ id: index + 1 }));
    const body = first ? items : [{ id: 99 }, ...items];
    first = false;
    return { body };
  });
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const [one, other] = [await studio.run(poll), await studio.run(poll)];
  const { parts } = await studio.get("/api/compare", { left: one.id, right: other.id });
  const items = parts.find(({ title }) => title === "items");
  expect(items).toEqual({ title: "items", differences: [{ path: "/id 99", right: { id: 99 } }], more: 0 });
  expect(parts.map(({ title }) => title)).not.toContain("outcome");
});

test("shows the method and the request that a run is at, and cancels it at once", async () => {
  const api = await startApi(() => new Promise(() => {}));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const events = eventsOf(studio);
  await events.next();
  const { id } = await studio.post("/api/run", poll);
  const stages: (string | undefined)[] = [];
  for await (const event of events) {
    if (event.type === "run" && event.row.stage !== stages.at(-1)) stages.push(event.row.stage);
    if (event.type === "run" && event.row.stage?.startsWith("GET")) break;
  }
  const platforms = "GET https://api.example.com/things";
  expect(stages).toEqual(["get_session_info", "thing_pre_poll", platforms]);
  await studio.post("/api/cancel", { id });
  expect(await studio.ended(id)).toMatchObject({ status: "cancelled" });
});

test("polls a Zap over simulated time, and tells new items from those that were seen", async () => {
  let polled = 0;
  const api = await startApi(() => {
    polled += 1;
    return { body: Array.from({ length: polled }, (_, index) => ({ id: index + 1 })) };
  });
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  await studio.post("/api/clock", { now: "2026-03-01T09:00:00Z" });
  const on = await studio.run({ kind: "turn_on", operation: "triggers/thing", fields: {} });
  expect(on).toMatchObject({ status: "succeeded", now: "2026-03-01T09:00:00.000Z" });
  const zap = on.zap as string;
  await studio.post("/api/run", { kind: "zap_poll", zap, polls: 3, every_minutes: 60 });
  for await (const event of eventsOf(studio))
    if (
      event.type === "state" &&
      rowsOf(event.state, zap).filter(({ took }) => took !== undefined).length === 4
    )
      break;
  const rows = rowsOf(await studio.get("/api/state"), zap);
  expect(rows.map(({ cause, items, poll: number }) => ({ cause, items, number }))).toEqual([
    { cause: "manual" },
    ...[1, 2, 3].map((number) => ({ cause: `poll ${number}`, items: { seen: number + 1, new: 1 }, number })),
  ]);
  const last = await studio.ended(rows[3]?.id as string);
  expect(last.now).toBe("2026-03-01T12:00:00.000Z");
  expect(last.stages.at(-1)).toMatchObject({
    kind: "dedupe",
    items: [
      { id: 1, mark: "seen", first_poll: 0 },
      { id: 2, mark: "seen", first_poll: 1 },
      { id: 3, mark: "seen", first_poll: 2 },
      { id: 4, mark: "new" },
    ],
  });
  // A replay of the second poll has seen what had been seen then.
  const again = await studio.post("/api/again", { id: rows[2]?.id as string });
  expect(await studio.ended(again.id)).toMatchObject({ status: "succeeded", items: { seen: 3, new: 1 } });
  expect(polled).toBe(4);
});

test("takes hooks at an address that any program can send to, until the Zap is off", async () => {
  const api = await startApi(() => ({ body: { id: 5 } }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const on = await studio.run({ kind: "turn_on", operation: "triggers/hooked", fields: {} });
  const { zaps } = await studio.get("/api/state");
  expect(zaps).toMatchObject([
    { operation: "triggers/hooked", live: true, hook_address: expect.stringMatching(/\/hooks\/[\w-]{43}$/) },
  ]);
  const address = zaps[0]?.hook_address as string;
  expect(JSON.parse(api.seen[0]?.body ?? "")).toMatchObject({ target_url: address });
  const sent = { method: "POST", body: '{"id":7}', headers: { "Content-Type": "application/json" } };
  expect((await fetch(address, sent)).status).toBe(200);
  expect((await fetch(`${studio.origin}/hooks/other`, sent)).status).toBe(404);
  const [hook] = (await studio.get("/api/state")).runs;
  expect(hook).toMatchObject({
    kind: "hook",
    cause: "hook",
    status: "succeeded",
    items: { seen: 1, new: 1 },
  });
  expect(await studio.run({ kind: "hook", zap: on.zap as string, body: { id: 8 } })).toMatchObject({
    cause: "manual",
    items: { new: 1 },
  });
  expect(await studio.run({ kind: "turn_off", zap: on.zap as string })).toMatchObject({
    status: "succeeded",
  });
  expect((await fetch(address, sent)).status).toBe(404);
});

test("opens dropdowns page by page", async () => {
  const api = await startApi(({ url }) => ({
    body: url.startsWith("/kinds") ? [{ id: "a", name: "A" }] : [],
  }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const asked = { operation: "actions/make", field: "kind", fields: {} };
  expect(await studio.post("/api/choices", asked)).toMatchObject({
    choices: [{ value: "a", label: "A" }],
    has_more: true,
  });
  expect(await studio.post("/api/choices", { ...asked, page: 1 })).toMatchObject({
    choices: [{ value: "a", label: "A" }],
  });
});

test("answers from pins, which a later studio knows, too", async () => {
  const api = await withThings(2);
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  const { id } = await studio.post("/api/pin", { run: run.id, request: 0 });
  await studio.post("/api/live", { live: false });
  const pinned = await studio.run(poll);
  expect(pinned).toMatchObject({
    status: "succeeded",
    badges: ["pinned"],
    sent: [{ answered_by: "pinned", pin: id }],
  });
  const edited = { status: 200, headers: {}, body: '[{"id":77}]' };
  await studio.post("/api/pin", { run: run.id, request: 0, edited });
  const later = await studioWith({ ...offline, folder: studio.folder });
  const other = await later.run(poll);
  expect(other).toMatchObject({ sent: [{ answered_by: "edited" }] });
  expect(JSON.parse(other.result?.start ?? "")).toEqual([{ id: 77 }]);
  const { pins } = await later.get("/api/state");
  expect(pins).toMatchObject([{ operation: "triggers/thing", status: 200, edited: true }]);
  await later.post("/api/unpin", { id: pins[0]?.id as string });
  expect(await later.run(poll)).toMatchObject({ status: "error" });
  expect(api.seen).toHaveLength(1);
});

test("gives large texts in parts, and as a file to save", async () => {
  const api = await startApi(() => ({ body: [{ id: 1, text: "x".repeat(1_500_000) }] }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  const run = await studio.run(poll);
  const body = run.sent[0]?.response?.body;
  if (!body) throw new Error("There is no answer.");
  expect(body.size).toBeGreaterThan(1_500_000);
  expect(body.start).toHaveLength(65_536);
  const { text } = await studio.get("/api/text", { id: body.id, from: 0, to: body.size });
  expect(JSON.parse(text)[0].text).toHaveLength(1_500_000);
  const headers = { Authorization: `Bearer ${studio.token}` };
  const saved = await fetch(`${studio.origin}/api/download?id=${body.id}`, { headers });
  expect(saved.headers.get("content-disposition")).toMatch(/^attachment; /);
  expect(saved.headers.get("content-type")).toBe("application/octet-stream");
  expect(await saved.text()).toBe(text);
});

test("searches, asks for custom fields, runs a search connector, and hydrates a file that is saved", async () => {
  const api = await startApi(({ url }) => {
    if (url.startsWith("/found")) return { body: [{ id: 3, name: "Found" }] };
    return { body: url.startsWith("/fields") ? [{ key: "size", type: "unicode" }] : {} };
  });
  const metadata = things();
  const field = {
    key: "other",
    label: "Other",
    type: "unicode" as const,
    prefill: "kind.id.name",
    searchfill: "find.id",
  };
  const [action] = metadata.actions;
  if (!action) throw new Error("The integration has no action.");
  const find = {
    ...action,
    key: "find",
    label: "Find Thing",
    url: "https://api.example.com/found",
    fields: [],
  };
  const studio = await studioWith({
    metadata: {
      ...metadata,
      actions: [{ ...action, fields: [field], custom_fields_url: "https://api.example.com/fields" }],
      searches: [find],
      hydrators: [],
    },
    methods: `thing_poll: function () {
    return [{ id: 1, file: z.dehydrateFile("https://api.example.com/file", { headers: {} }) }];
  },`,
    options: api.live,
  });
  await studio.post("/api/live", { live: true });
  const search = await studio.run({ kind: "search", operation: "searches/find", fields: {} });
  expect(search).toMatchObject({ status: "succeeded", items: { new: 1 } });
  const step = { operation: "actions/make", fields: {} };
  expect(await studio.post("/api/custom-fields", step)).toMatchObject({ fields: [{ key: "size" }] });
  expect(await studio.post("/api/search-connector", { ...step, field: "other" })).toMatchObject({ value: 3 });
  const polled = await studio.run(poll);
  const [item] = JSON.parse(polled.result?.start ?? "");
  const hydrated = await studio.run({ kind: "hydrate", pointer: item.file });
  expect(hydrated).toMatchObject({ status: "succeeded", kind: "hydrate" });
  const headers = { Authorization: `Bearer ${studio.token}` };
  const saved = await fetch(`${studio.origin}/api/download?id=${hydrated.id}`, { headers });
  expect(saved.headers.get("content-disposition")).toMatch(/^attachment; /);
  expect(await saved.text()).toBe("{}");
});
