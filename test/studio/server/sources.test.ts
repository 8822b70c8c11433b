import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { State } from "../../../src/studio/api.ts";
import { zapc } from "../../cli/zapc.ts";
import { integration, trigger } from "../../compiler/integration.ts";
import { eventsOf, type OpenStudio, startCommand, studioWith } from "./open.ts";
import { methods, startApi, things } from "./things.ts";

const thing = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;

/** The next state with a build of this status, and when it arrived. */
async function build(states: AsyncGenerator<State>, status: State["build"]["status"]) {
  for await (const state of { [Symbol.asyncIterator]: () => ({ next: () => states.next() }) })
    if (state.build.status === status) return { state, build: state.build, at: Date.now() };
  throw new Error("The stream has ended.");
}

async function* statesOf(studio: Pick<OpenStudio, "origin" | "token">): AsyncGenerator<State> {
  for await (const event of eventsOf(studio)) if (event.type === "state") yield event.state;
}

test("follows the sources, and keeps the last good script while they are broken", async () => {
  const scripting = integration({ "triggers/thing.ts": thing });
  const save = (text: string) => {
    writeFileSync(`${scripting}.new`, text);
    renameSync(`${scripting}.new`, join(scripting, "triggers/thing.ts"));
  };
  const folder = integration({});
  const { address, close } = await startCommand(["--scripting", scripting], { folder });
  onTestFinished(close);
  const { origin, hash } = new URL(address);
  const token = hash.replace("#token=", "");
  const states = statesOf({ origin, token });
  const first = await build(states, "good");
  expect(first.state.operations.map(({ id }) => id)).toEqual(["auth", "triggers/thing"]);

  save(thing.replace('"none"', '"colourless"'));
  await build(states, "building");
  const second = await build(states, "good");
  if (second.build.status !== "good") throw new Error("The build is broken.");
  // It is on the page less than half a second after it is built.
  expect(second.at - Date.parse(second.build.built_at)).toBeLessThan(500);

  save(thing.replace("trigger_fields.colour", "trigger_fields.color"));
  const { build: broken, state } = await build(states, "broken");
  expect(broken).toMatchObject({
    has_script: true,
    findings: [{ code: "TS2551", severity: "error", line: 9 }],
  });
  expect(JSON.stringify(broken)).toContain(">  9 |   return [{ id: bundle.trigger_fields.color");
  expect(state.operations).toHaveLength(2);
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const asked = { kind: "poll", operation: "triggers/thing", fields: {} };
  const body = JSON.stringify(asked);
  expect((await fetch(`${origin}/api/run`, { method: "POST", headers, body })).status).toBe(200);
  for await (const event of eventsOf({ origin, token }))
    if (event.type === "state" && event.state.runs[0]?.status === "succeeded") break;
    else if (event.type === "run" && event.row.status === "succeeded") break;
  const run = await fetch(`${origin}/api/run?id=r1`, { headers });
  expect(await run.json()).toMatchObject({
    status: "succeeded",
    result: { start: '[\n  {\n    "id": "colourless"\n  }\n]' },
  });
  expect(existsSync(join(folder, "dist"))).toBe(false);
});

const saving = { run: "r1", name: "Polls things" };
const poll = { kind: "poll", operation: "triggers/thing", fields: {} } as const;

test("shows the test that a run becomes, and writes it only where it may", async () => {
  const api = await startApi(() => ({ body: [{ id: 1 }] }));
  const studio = await studioWith({ methods, metadata: things(), options: api.live });
  await studio.post("/api/live", { live: true });
  await studio.run(poll);
  const preview = await studio.post("/api/test/preview", saving);
  expect(preview.refused).toBeUndefined();
  expect(preview.files.map(({ path, exists }) => ({ path, exists }))).toEqual([
    { path: "test/polls-things.test.ts", exists: false },
    { path: "test/recordings/polls-things.json", exists: false },
  ]);
  expect(JSON.stringify(preview)).not.toContain("key-of-mine");
  expect(await studio.refused("POST /api/test/save", { ...saving, hash: preview.hash })).toEqual({
    status: 400,
    error: "Failed to save the test: the studio was started without leave to write.",
    hint: "Start it with `zapc studio --allow-write`.",
  });
  expect(existsSync(join(studio.folder, "test"))).toBe(false);
});

test("saves a test below the folder of the tests, and replaces nothing that it has not shown", async () => {
  const api = await startApi(() => ({ body: [{ id: 1 }] }));
  const options = [...api.live, "--allow-write"];
  const studio = await studioWith({ methods, metadata: things(), options });
  await studio.post("/api/live", { live: true });
  await studio.run(poll);
  const { hash, files } = await studio.post("/api/test/preview", saving);
  expect(await studio.refused("POST /api/test/save", { ...saving, hash: "other" })).toMatchObject({
    error: "Failed to save the test: there was no such preview. Look at it again.",
  });
  const file = join(studio.folder, "test/polls-things.test.ts");
  mkdirSync(join(studio.folder, "test"));
  writeFileSync(file, "// mine\n");
  expect(await studio.refused("POST /api/test/save", { ...saving, hash })).toMatchObject({
    error: "Failed to save the test: test/polls-things.test.ts has changed since the preview.",
  });
  expect(readFileSync(file, "utf8")).toBe("// mine\n");
  const seen = await studio.post("/api/test/preview", saving);
  const { files: saved } = await studio.post("/api/test/save", { ...saving, hash: seen.hash });
  expect(saved).toEqual(files.map(({ path }) => path));
  expect(readFileSync(file, "utf8")).toBe(files[0]?.text);
  expect((await studio.get("/api/state")).runs[0]?.badges).toEqual(["saved"]);
});

test("writes through no link that leads out of the folder of the tests", async () => {
  const api = await startApi(() => ({ body: [{ id: 1 }] }));
  const studio = await studioWith({ methods, metadata: things(), options: [...api.live, "--allow-write"] });
  const elsewhere = integration({});
  mkdirSync(join(studio.folder, "test"));
  symlinkSync(elsewhere, join(studio.folder, "test/recordings"));
  await studio.post("/api/live", { live: true });
  await studio.run(poll);
  const { hash } = await studio.post("/api/test/preview", saving);
  expect(await studio.refused("POST /api/test/save", { ...saving, hash })).toMatchObject({ status: 400 });
  expect(existsSync(join(elsewhere, "polls-things.json"))).toBe(false);
});

test("writes through no link whose target is not there", async () => {
  const api = await startApi(() => ({ body: [{ id: 1 }] }));
  const studio = await studioWith({ methods, metadata: things(), options: [...api.live, "--allow-write"] });
  const elsewhere = join(integration({}), "new.ts");
  mkdirSync(join(studio.folder, "test"));
  symlinkSync(elsewhere, join(studio.folder, "test/polls-things.test.ts"));
  await studio.post("/api/live", { live: true });
  await studio.run(poll);
  const { hash } = await studio.post("/api/test/preview", saving);
  expect(await studio.refused("POST /api/test/save", { ...saving, hash })).toEqual({
    ...{ status: 400, error: "Failed to save the test: test/polls-things.test.ts is not below test." },
    hint: "A symbolic link leads out of the tests' folder: remove it.",
  });
  expect(existsSync(elsewhere)).toBe(false);
});

test("opens sources in the user's editor, and no other file; reviews them", async () => {
  const scripting = integration({ "triggers/thing.ts": thing });
  const folder = integration({});
  const opened = join(folder, "opened.txt");
  const editor = join(folder, "code");
  writeFileSync(editor, `#!/bin/sh\nprintf '%s ' "$@" > ${opened}.new && mv ${opened}.new ${opened}\n`, {
    mode: 0o755,
  });
  symlinkSync("/etc/hostname", join(scripting, "link.ts"));
  const { address, close } = await startCommand(["--scripting", scripting], {
    folder,
    variables: { ZAPC_EDITOR: editor },
  });
  onTestFinished(close);
  const { origin, hash } = new URL(address);
  const token = hash.replace("#token=", "");
  await build(statesOf({ origin, token }), "good");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
  const open = (file: string) =>
    fetch(`${origin}/api/open`, {
      method: "POST",
      headers,
      body: JSON.stringify({ file, line: 9, column: 3 }),
    });
  for (const file of ["/etc/hostname", "../code", "link.ts", "nothing.ts", join(folder, "code"), "."])
    expect((await open(file)).status, file).toBe(400);
  expect((await open("triggers/thing.ts")).status).toBe(200);
  await expect.poll(() => existsSync(opened)).toBe(true);
  expect(readFileSync(opened, "utf8")).toBe(`--goto ${join(scripting, "triggers/thing.ts")}:9:3 `);
  const review = await fetch(`${origin}/api/review`, { headers });
  expect(await review.json()).toMatchObject({
    review_html: { start: expect.stringMatching(/^<!doctype html>/i) },
    script: { start: expect.stringContaining("var Zap") },
    audit: expect.any(Array),
    delivery: "Nothing was delivered yet: the script and all settings are to be entered.",
  });
});

test("says why it cannot be opened", async () => {
  const studio = await studioWith({ methods, metadata: things() });
  const port = String(studio.port);
  const taken = await zapc(["studio", "--no-open", "--script", "zap.js", "--port", port], studio.folder);
  expect(taken.code).toBe(2);
  expect(taken.stderr).toContain(`Failed to start the studio on port ${port}: another program uses it.`);
  const none = await zapc(["studio", "--no-open", "--script", "zap.js", "--port", "65536"], studio.folder);
  expect(none).toMatchObject({
    code: 2,
    stderr: "error Failed to start the studio: there is no port 65536.\n",
  });
  const alone = await zapc(["studio", "--no-open", "--metadata", "metadata.json"], studio.folder);
  expect(alone.code).toBe(2);
  expect(alone.stderr).toContain("Failed to open the studio: there is --metadata without --script.");
});

test.each([
  [["--scripting", "scripts"], "scripts"],
  [["--script", "zap.js"], "zap.js"],
  [["--script", "there.js", "--metadata", "metadata.jsn"], "metadata.jsn"],
])("ends at once where %j names nothing", async (options, path) => {
  const folder = integration({});
  writeFileSync(join(folder, "there.js"), "var Zap = {};");
  const { code, stdout, stderr } = await zapc(["studio", "--no-open", ...options], folder);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`Failed to open the studio: there is no ${path}.`);
});
