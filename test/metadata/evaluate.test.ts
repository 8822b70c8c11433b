import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { Cache } from "../../src/source/cache.ts";
import { loadAlone } from "../../src/source/load-alone.ts";
import { integration } from "../compiler/integration.ts";

vi.mock("../../src/source/load-alone.ts", async (load) => {
  const module = await load<typeof import("../../src/source/load-alone.ts")>();
  return { ...module, loadAlone: vi.fn(module.loadAlone) };
});

type Files = { readonly [path: string]: string };

interface Edit {
  readonly files: Files;
  readonly edited: Files;
  /** Its part of metadata.json. */
  readonly brings: object;
}

const trigger = ({ imports = "", sample = "{ id: 1 }", methods = poll("1") } = {}) => `${imports}
import type { Poll, Results, Trigger } from "zapc";
export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [], sample: ${sample},
} as const satisfies Trigger;
${methods}`;

const poll = (id: string) => `export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: ${id}, live: bundle.zap.live }];
}
`;

const app = `import type { App } from "zapc";
import { get_session_info } from "./auth.ts";
export const app = {
  title: "Example",
  version: "1.0." + get_session_info().key.length,
  description: "Example is a service for tests.",
  test_trigger: "thing",
  auth: { type: "session", fields: [], placement: "header", mapping: {} },
} as const satisfies App;
`;

const session = (key: string) => `export function get_session_info() {
  return { key: "${key}" };
}
`;

const idsOf = (name: string) => `export function post_poll(_: object): { id: string }[] {
  return [{ id: "${name}" }];
}
`;

const edits: { readonly [what: string]: Edit } = {
  "a function of another file": {
    files: {
      "triggers/thing.ts": trigger({ imports: 'import { thing } from "../thing.ts";', sample: "thing()" }),
      "thing.ts": "export const thing = () => ({ id: 1 });\n",
    },
    edited: { "thing.ts": "export const thing = () => ({ id: 2 });\n" },
    brings: { triggers: [{ sample: { id: 2 } }] },
  },
  "a method that the metadata of another file calls": {
    files: { "triggers/thing.ts": trigger(), "app.ts": app, "auth.ts": session("one") },
    edited: { "auth.ts": session("three") },
    brings: { app: { version: "1.0.5" } },
  },
  "a method that the metadata of its own file calls": {
    files: { "triggers/thing.ts": trigger({ sample: "post_poll({})[0]", methods: idsOf("first") }) },
    edited: { "triggers/thing.ts": trigger({ sample: "post_poll({})[0]", methods: idsOf("second") }) },
    brings: { triggers: [{ sample: { id: "second" } }] },
  },
  "data of a JSON file": {
    files: {
      "triggers/thing.ts": trigger({
        imports: 'import sample from "../sample.json" with { type: "json" };',
        sample: "sample",
      }),
      "sample.json": '{ "id": 1 }\n',
    },
    edited: { "sample.json": '{ "id": 2 }\n' },
    brings: { triggers: [{ sample: { id: 2 } }] },
  },
};

for (const [what, { files, edited, brings }] of Object.entries(edits)) {
  test(`an edit of ${what} is seen in the metadata`, async () => {
    const directory = integration(files);
    const cache = new Cache();
    const before = await compile(directory, cache);
    expect(before.metadata).not.toMatchObject(brings);
    cache.save({ ok: true });

    for (const [path, text] of Object.entries(edited)) writeFileSync(join(directory, path), text);
    const { metadata } = await compile(directory, cache);
    expect(metadata).toMatchObject(brings);
  });
}

test("an edit of a method evaluates no metadata again", async () => {
  const directory = integration({ "triggers/thing.ts": trigger({ methods: poll("1") }) });
  const cache = new Cache();
  const evaluations = async (sources: Parameters<typeof trigger>[0]) => {
    writeFileSync(join(directory, "triggers/thing.ts"), trigger(sources));
    vi.mocked(loadAlone).mockClear();
    await compile(directory, cache);
    cache.save({ ok: true });
    return vi.mocked(loadAlone).mock.calls.filter(([, , result]) => result === "metadata").length;
  };
  // Each evaluation is done twice: see environments.ts.
  expect(await evaluations({ methods: poll("1") })).toBe(2);
  expect(await evaluations({ methods: poll("2") })).toBe(0);
  expect(await evaluations({ sample: "{ id: 2 }", methods: poll("2") })).toBe(2);
});
