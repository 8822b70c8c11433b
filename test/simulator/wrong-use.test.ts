import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import { metadataWith, sharingSimulators, simulateZap, temporaryFolder } from "./integration.ts";

const simulateShared = sharingSimulators();

const buildIt =
  "`zapc build` writes both files. Name others with `--dist DIR` or, in a test, with `script` and `metadata`.";

/** Simulates with a zap.js and a metadata.json of these texts. */
async function simulateFiles(script: string, metadata = JSON.stringify(metadataWith())) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "zap.js"), script);
  writeFileSync(join(folder, "metadata.json"), metadata);
  try {
    await simulate({
      script: join(folder, "zap.js"),
      metadata: join(folder, "metadata.json"),
      auth_fields: { api_key: "k" },
    });
  } catch (error) {
    return (error as Error).message.replaceAll(folder, "DIST");
  }
  return undefined;
}

test("says that a file is missing and how to make it", async () => {
  await expect(
    simulate({ script: "none/zap.js", metadata: "none/metadata.json", auth_fields: {} }),
  ).rejects.toMatchObject({
    fault: "Failed to read the metadata from none/metadata.json: there is no such file or directory.",
    hint: buildIt,
  });
});

test("shows every finding in the metadata", async () => {
  const metadata = metadataWith({ url: "ftp://example.com", label: 5 as unknown as string });
  expect(await simulateFiles("var Zap = {};", JSON.stringify({ ...metadata, colour: "red" }))).toBe(
    [
      "Failed to read the metadata from DIST/metadata.json: it is not as its schema says.",
      '  /colour: The metadata has an unknown property "colour". There are: format, generator, script, app, methods, hydrators, triggers, actions, searches.',
      '  /triggers/0/label: "label" of /triggers/0 is 5, and must be a string.',
      '  /triggers/0/url: "url" of /triggers/0 is "ftp://example.com", and must match ^https?://. A URL, with `{{variables}}` of the auth fields and of the fields of the step.',
      `→ ${buildIt}`,
    ].join("\n"),
  );
});

test("says where a script cannot be read", async () => {
  expect(await simulateFiles("var Zap = {\n  a b\n};")).toMatch(
    /^Failed to load the script DIST\/zap\.js: SyntaxError: Unexpected identifier/,
  );
});

test("says what a script throws while it loads, and where", async () => {
  expect(await simulateFiles("var Zap = {};\nmissing();")).toBe(
    "Failed to load the script DIST/zap.js: ReferenceError: missing is not defined\n    at DIST/zap.js:2:1\n" +
      "→ The platform runs the whole file before each call. It must declare `var Zap = { … }` and throw nothing.",
  );
});

test("wants a script that declares Zap", async () => {
  expect(await simulateFiles("var zap = {};")).toContain(
    "Failed to load the script DIST/zap.js: ReferenceError: Zap is not defined",
  );
});

test("names the triggers there are", async () => {
  const sim = await simulateShared("");
  await expect(sim.poll("things")).rejects.toMatchObject({
    fault: 'Failed to poll things: the metadata has no trigger "things".',
    hint: "Did you mean thing? There are: thing.",
  });
});

test("names the options there are", async () => {
  await expect(simulateZap("", { fetch } as object)).rejects.toMatchObject({
    fault: "Failed to simulate: there is no option fetch.",
    hint: "There are: script, metadata, auth_fields, client_id, client_secret, http, url_base, time_limit, now, record, replay, runtime, stages.",
  });
  const sim = await simulateShared("");
  await expect(sim.poll("thing", { meta: { frontent: true } as object })).rejects.toMatchObject({
    fault: "Failed to poll thing: there is no option frontent.",
  });
});

test("says what an option must be", async () => {
  await expect(simulateZap("", { url_base: "localhost" })).rejects.toThrow(
    'Failed to simulate: the option url_base is "localhost", and must be an address such as http://127.0.0.1:1234.',
  );
});

test.each([
  [{ url_base: "" }, 'the option url_base is "", and must be an address such as http://127.0.0.1:1234.'],
  [
    { url_base: "http://127.0.0.1:1234/v1" },
    'the option url_base is "http://127.0.0.1:1234/v1", and must be an origin such as http://127.0.0.1:1234: each request keeps its own path.',
  ],
])("refuses %j", async (options, problem) => {
  await expect(simulateZap("", options)).rejects.toThrow(`Failed to simulate: ${problem}`);
});

test("takes an origin however it is written", async () => {
  await expect(simulateZap("", { url_base: "HTTP://127.0.0.1:1/" })).resolves.toBeDefined();
});

test("says so when what it needs is not given at all", async () => {
  const nothing = undefined as never;
  await expect(simulate(nothing)).rejects.toMatchObject({
    name: "Failure",
    fault: "Failed to simulate: the options are undefined, and must be an object.",
  });
  const sim = await simulateShared("");
  await expect(sim.poll(nothing)).rejects.toMatchObject({
    name: "Failure",
    fault: "Failed to poll: the key is undefined, and must be a text.",
  });
  await expect(sim.poll("thing", null as never)).rejects.toMatchObject({
    name: "Failure",
    fault: "Failed to poll thing: the options are null, and must be an object.",
  });
});

test("wants a Response of the http handler, even when the script catches errors", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { try { z.request(bundle); } catch (error) {} return []; }",
    {
      http: (() => undefined) as unknown as () => Response,
    },
  );
  await expect(sim.poll("thing")).rejects.toThrow(
    "Failed to answer GET https://api.example.com/things: the http handler returned undefined, no Response.",
  );
});

test("does not poll once it is closed", async () => {
  const sim = await simulateZap("");
  await sim.close();
  await expect(sim.poll("thing")).rejects.toThrow("Failed to poll thing: the simulator is closed.");
});

test.each([
  ["a request of the platform", ""],
  ["a request of the script", "thing_poll: function (bundle) { z.request(bundle); }"],
  [
    "an endless loop",
    "thing_poll: function (bundle) { z.request({ url: 'https://a.example', method: 'POST' }); for (;;) {} }",
  ],
])("fails at once when it is closed during %s", async (_, methods) => {
  let reached = () => {};
  const started = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const sim = await simulateZap(methods, {
    http: ({ method }) => {
      reached();
      return method === "POST" ? new Response("") : new Promise(() => {});
    },
  });
  const begin = performance.now();
  const runs = Promise.allSettled([sim.poll("thing"), sim.poll("thing")]);
  await started;
  await sim.close();
  const reason = { name: "Failure", message: "Failed to poll thing: the simulator is closed." };
  expect(await runs).toMatchObject([
    { status: "rejected", reason },
    { status: "rejected", reason },
  ]);
  expect(performance.now() - begin).toBeLessThan(5_000);
});

test.each([
  ["a Date", new Date(0)],
  ["a function", () => 1],
  ["a number that is none", Number.NaN],
  ["a big number", 1n],
  ["a list with a Map", [new Map()]],
])("refuses %s as what the user filled in", async (_, theme) => {
  const field = { key: "theme", label: "Theme", type: "unicode" } as const;
  const sim = await simulateShared("", { trigger: { fields: [field] } });
  await expect(sim.poll("thing", { trigger_fields: { theme } })).rejects.toMatchObject({
    fault: 'Failed to poll thing: the trigger field "theme" holds what JSON does not have.',
    hint: "Give it as the script gets it: a time as a text, 2026-03-01T09:00:00Z say.",
  });
});

test("refuses what the user filled in when it holds itself", async () => {
  const cyclic: { [name: string]: unknown } = {};
  cyclic.self = cyclic;
  const sim = await simulateShared("");
  await expect(sim.customFields({ trigger: "thing" }, { fields: { cyclic } })).rejects.toThrow(
    'Failed to get the custom fields of thing: the field "cyclic" holds what JSON does not have.',
  );
});

test("refuses a time zone that there is not", async () => {
  const sim = await simulateShared("");
  const zap = { id: 1, user: { timezone: "Europe/Nowhere" } };
  await expect(sim.poll("thing", { zap })).rejects.toMatchObject({
    fault: 'Failed to poll thing: there is no time zone "Europe/Nowhere".',
    hint: 'Name it in zap.user.timezone as the platform does: "Europe/Paris".',
  });
});

test.each(["hydrate|||{|||hydrate", "hydrate|||5|||hydrate", 'hydrate|||{"type":"method"}|||hydrate'])(
  "refuses %s as a pointer",
  async (pointer) => {
    const sim = await simulateShared("");
    await expect(sim.hydrate(pointer)).rejects.toThrow(
      `Failed to hydrate: ${JSON.stringify(pointer)} is no pointer.`,
    );
  },
);

test("refuses a hook with options that there are not", async () => {
  const sim = await simulateZap("", { trigger: { type: "static_hook" } });
  const zap = await sim.turnOn("thing");
  const hook: object = { json: { id: 1 } };
  await expect(zap.hook(hook)).rejects.toMatchObject({
    fault: "Failed to send a hook to the Zap of thing: there is no option json.",
    hint: "There are: method, headers, querystring, body.",
  });
});
