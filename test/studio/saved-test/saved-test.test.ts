import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Auth } from "../../../src/model/definitions.ts";
import type { RunRequest } from "../../../src/studio/api.ts";
import type { Previewed, TestDraft } from "../../../src/studio/saved-test/preview.ts";
import type { saveTest as SaveTest } from "../../../src/studio/saved-test/save.ts";
import type { SavedExchange, SavedStep } from "../../../src/studio/saved-test/saved-step.ts";
import { metadataWith, temporaryFolder } from "../../simulator/integration.ts";
import { importBundled } from "../bundled.ts";
import { runSavedTests } from "../run-saved-tests.ts";

const { previewTest } = await importBundled<typeof import("../../../src/studio/saved-test/preview.ts")>(
  "src/studio/saved-test/preview.ts",
);
const { saveTest } = await importBundled<{ saveTest: typeof SaveTest }>("src/studio/saved-test/save.ts");

const things = metadataWith({
  url: "https://{{subdomain}}.example.com/things",
  fields: [{ key: "queue", label: "Queue", type: "unicode" }],
});
const auth: Auth = {
  type: "api_key",
  fields: [
    { key: "subdomain", label: "Subdomain", type: "unicode", required: true },
    { key: "api_key", label: "API Key", type: "password", required: true },
  ],
  placement: "header",
  mapping: { "X-Token": "{{api_key}}" },
};
const metadata = { ...things, app: { ...things.app, auth } };

const script = `var Zap = {
  thing_pre_poll: function (bundle) {
    bundle.request.params.q = bundle.trigger_fields.queue;
    return bundle.request;
  }
};`;

const secret = "k3y-9f8e7d6c";
const now = "2026-03-01T09:00:00.000Z";
const poll: RunRequest = { kind: "poll", operation: "triggers/thing", fields: { queue: "sales" } };

function answer(
  body: unknown,
  url = "https://acme.example.com/things?q=sales",
  method = "GET",
): SavedExchange {
  const response = {
    status: 200,
    headers: { "content-type": "application/json" },
    bytes: Buffer.from(JSON.stringify(body)),
  };
  return { request: { method, url, body: null }, response };
}

let root: string;

beforeEach(() => {
  root = temporaryFolder();
  mkdirSync(join(root, "test"));
});

function draftOf(
  steps: readonly SavedStep[],
  more: Partial<TestDraft> & { script?: string } = {},
): TestDraft {
  const { script: source = script, ...others } = more;
  writeFileSync(join(root, "zap.js"), `'use strict';\n${source}\n`);
  writeFileSync(join(root, "metadata.json"), JSON.stringify(metadata));
  return {
    ...{ name: "A poll of Sales", steps, auth, root, folder: join(root, "test") },
    setup: {
      ...{ script: join(root, "zap.js"), metadata: join(root, "metadata.json") },
      auth_fields: { subdomain: "acme", api_key: secret },
    },
    named: { script: "zap.js", metadata: "metadata.json" },
    ...others,
  };
}

const oneStep = (body: unknown = [{ id: 1, title: "A" }]): SavedStep[] => [
  { now, asked: poll, exchanges: [answer(body)] },
];

const textOf = ({ files }: Previewed) => files[0]?.text ?? "";

test("a poll becomes a test that reads as one, with a recording beside it", async () => {
  const preview = await previewTest(draftOf(oneStep()));
  expect(preview.files.map(({ path }) => path)).toEqual([
    "test/a-poll-of-sales.test.ts",
    "test/recordings/a-poll-of-sales.json",
  ]);
  expect(textOf(preview)).toBe(`import { expect, test } from "vitest";
import { simulator } from "zapc/vitest";

test("A poll of Sales", async () => {
  const sim = await simulator({
    script: "zap.js",
    metadata: "metadata.json",
    auth_fields: { subdomain: "test-subdomain", api_key: "test-api-key" },
    replay: "test/recordings/a-poll-of-sales.json",
  });
  const run = await sim.poll("thing", { trigger_fields: { queue: "sales" } });
  expect(run).toSucceed();
  expect(run.items).toEqual([{ id: 1, title: "A" }]);
  expect(run.requests.map(({ method, url }) => \`\${method} \${url}\`)).toEqual(["GET https://test-subdomain.example.com/things?q=sales"]);
  expect(run.problems.map(({ code }) => code)).toEqual([]);
});
`);
});

test("the saved test passes, and fails once the script does another thing", async () => {
  const steps = oneStep();
  const preview = await previewTest(draftOf(steps));
  expect(saveTest(preview, { root, folder: join(root, "test") })).toEqual(
    preview.files.map(({ path }) => path),
  );
  expect(runSavedTests(root)).toContain("1 passed");
  writeFileSync(join(root, "zap.js"), "var Zap = { thing_post_poll: function () { return []; } };");
  expect(() => runSavedTests(root)).toThrow();
});

test("neither the test nor the recording holds a secret of the account", async () => {
  const preview = await previewTest(
    draftOf(oneStep([{ id: 1, echoed: secret, access_token: "t0ken-123456" }])),
  );
  expect(preview.refused).toBeUndefined();
  const all = preview.files.map(({ text }) => text).join("");
  for (const value of [secret, "t0ken-123456", "acme"]) expect(all).not.toContain(value);
  expect(preview.redactions).toContain("redacted-api-key, 2 times");
});

test("is refused while the values that the user has filled in hold a secret", async () => {
  const asked = { ...poll, fields: { queue: secret } } as RunRequest;
  const url = `https://acme.example.com/things?q=${secret}`;
  const preview = await previewTest(draftOf([{ now, asked, exchanges: [answer([{ id: 1 }], url)] }]));
  expect(preview.refused).toBe("test/a-poll-of-sales.test.ts would hold a credential of the account.");
  expect(() => saveTest(preview, { root, folder: join(root, "test") })).toThrow("would hold a credential");
});

test.each([
  ["acme", "test-subdomain"],
  ["data.example.com", "test-subdomain.example"],
  ["https://acme.example.com/", "https://test-subdomain.example/"],
  ["ann@example.org", "test-subdomain@example.com"],
  ["48213", "11111"],
])("the account of the test has a value of the shape of %j", async (subdomain, madeUp) => {
  const source = `var Zap = { thing_poll: function (bundle) {
    z.request({ url: 'https://api.example.com/' + /[.]|@|:|1/.test(bundle.auth_fields.subdomain), method: 'GET' });
    return [];
  } };`;
  const exchanges = [answer([], `https://api.example.com/${/[.]|@|:|1/.test(subdomain)}`)];
  const saved = draftOf([{ now, asked: poll, exchanges }], { script: source });
  const setup = { ...saved.setup, auth_fields: { subdomain, api_key: secret } };
  const preview = await previewTest({ ...saved, setup });
  expect(textOf(preview)).toContain(`subdomain: ${JSON.stringify(madeUp)}`);
  expect(preview.refused).toBeUndefined();
});

test("a value that differs from run to run is any value, and is named", async () => {
  const source = `var Zap = { thing_post_poll: function (bundle) {
    return [{ id: 1, title: 'A', nonce: Math.random() }];
  } };`;
  const step = { now, asked: poll, exchanges: [answer([], "https://acme.example.com/things")] };
  const preview = await previewTest(draftOf([step], { script: source }));
  expect(preview.unsteady).toEqual(["items/0/nonce"]);
  expect(textOf(preview)).toContain(
    'expect(run.items).toEqual([{ id: 1, title: "A", nonce: expect.anything() }]);',
  );
});

test("of many items it counts them and spells out the first", async () => {
  const items = Array.from({ length: 50 }, (_, id) => ({ id: id + 1 }));
  const text = textOf(await previewTest(draftOf(oneStep(items))));
  expect(text).toContain("expect(run.items).toHaveLength(50);\n  expect(run.items[0]).toEqual({ id: 1 });");
});

test("a run that failed becomes a test that it fails", async () => {
  const source =
    "var Zap = { thing_post_poll: function () { throw new HaltedException('No such queue'); } };";
  const step = { now, asked: poll, exchanges: [answer([], "https://acme.example.com/things")] };
  const text = textOf(await previewTest(draftOf([step], { script: source })));
  expect(text).toContain('expect(run.outcome).toBe("halted");');
  expect(text).toContain('expect(run).toFailWith("HaltedException: No such queue");');
});

test("days of a Zap become one test, each step at its time", async () => {
  const url = "https://acme.example.com/things?q=sales";
  const at = (minute: number) => `2026-03-01T09:${minute}:00.000Z`;
  const asked: RunRequest = { kind: "zap_poll", zap: "z1", polls: 2, every_minutes: 15 };
  const preview = await previewTest(
    draftOf([
      { now, asked: { ...poll, kind: "turn_on" }, exchanges: [answer([{ id: 1 }], url)] },
      { now: at(15), asked, exchanges: [answer([{ id: 1 }], url)] },
      { now: at(30), asked, exchanges: [answer([{ id: 2 }, { id: 1 }], url)] },
    ]),
  );
  expect(
    textOf(preview),
  ).toContain(`  const zap = await sim.turnOn("thing", { trigger_fields: { queue: "sales" } });
  sim.at("2026-03-01T09:15:00.000Z");
  await zap.poll();
  sim.at("2026-03-01T09:30:00.000Z");
  const run = await zap.poll();
  expect(run).toSucceed();
  expect(run.items).toEqual([{ id: 2 }]);`);
  saveTest(preview, { root, folder: join(root, "test") });
  expect(runSavedTests(root)).toContain("1 passed");
});

test("edits of a run are edits of the test", async () => {
  const edits = [{ stage: 1, result: { params: { q: "support" } } }];
  const url = "https://acme.example.com/things?q=support";
  const preview = await previewTest(
    draftOf([{ now, asked: poll, edits, exchanges: [answer([{ id: 3 }], url)] }]),
  );
  expect(textOf(preview)).toContain('edits: [{ stage: 1, result: { params: { q: "support" } } }]');
  expect(preview.refused).toBeUndefined();
});

test("is refused when the script asks for another thing of another account", async () => {
  // Each run asks another address.
  const source = `var Zap = { thing_pre_poll: function (bundle) {
    bundle.request.url = bundle.request.url + '/' + bundle.auth_fields.subdomain.length;
    return bundle.request;
  } };`;
  const step = { now, asked: poll, exchanges: [answer([{ id: 1 }], "https://acme.example.com/things/4")] };
  const { refused } = await previewTest(draftOf([step], { script: source }));
  expect(refused).toMatch(
    /^The recording does not answer the requests of its own test\. Failed to answer GET /,
  );
});

describe("saving", () => {
  const folder = () => join(root, "test");

  test("writes what was shown, and creates the folder of recordings", async () => {
    const preview = await previewTest(draftOf(oneStep()));
    saveTest(preview, { root, folder: folder() });
    for (const { path, text } of preview.files) expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });

  test("replaces a file that is as it was at the preview, and no other", async () => {
    const file = join(root, "test/a-poll-of-sales.test.ts");
    writeFileSync(file, "// mine");
    const preview = await previewTest(draftOf(oneStep()));
    expect(preview.files[0]?.exists).toBe(true);
    writeFileSync(file, "// mine, changed");
    expect(() => saveTest(preview, { root, folder: folder() })).toThrow("has changed since the preview");
    expect(readFileSync(file, "utf8")).toBe("// mine, changed");
    saveTest(await previewTest(draftOf(oneStep())), { root, folder: folder() });
    expect(readFileSync(file, "utf8")).toContain("A poll of Sales");
  });

  test("does not write through a symbolic link that leads out of the folder", async () => {
    const elsewhere = temporaryFolder();
    symlinkSync(elsewhere, join(root, "test/recordings"));
    const preview = await previewTest(draftOf(oneStep()));
    expect(() => saveTest(preview, { root, folder: folder() })).toThrow("is not below test");
  });

  test.each(["../../x", "a/b", "CON", "ünï"])("makes a plain file name of %j", async (name) => {
    const { files } = await previewTest(draftOf(oneStep(), { name }));
    expect(files[0]?.path).toMatch(/^test\/[a-z\d-]+\.test\.ts$/);
  });

  test("refuses a name without a letter or a digit", async () => {
    await expect(previewTest(draftOf(oneStep(), { name: "../" }))).rejects.toThrow(
      "has neither a letter nor a digit",
    );
  });
});
