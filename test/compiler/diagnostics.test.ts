import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Diagnostic, Invalid } from "../../src/model/diagnostic.ts";
import { integration, trigger } from "./integration.ts";

/** `triggers/thing.ts:9:3 error TS2339: message → hint` for each finding. */
async function findings(files: { readonly [path: string]: string }): Promise<string[]> {
  const directory = integration(files);
  const line = (it: Diagnostic) => {
    const place = [relative(directory, it.file) || ".", it.line, it.column].filter(
      (part) => part !== undefined,
    );
    return `${place.join(":")} ${it.severity} ${it.code}: ${it.message}${it.hint ? ` → ${it.hint}` : ""}`;
  };
  return compile(directory).then(
    ({ warnings }) => warnings.map(line),
    (error: Invalid) => error.diagnostics.map(line),
  );
}

test("a misspelt property of the bundle", async () => {
  const source = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_feilds.colour ?? "" }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:9:24 error TS2551: Property 'trigger_feilds' does not exist on type " +
      '\'Poll<{ readonly label: "New Thing"; readonly noun: "Thing"; readonly help_text: "Triggers when there is a ' +
      'new thing."; readonly url: "https://example.com/things"; readonly fields: readonly [{ readonly key: "colour"; ' +
      'readonly label: "Colour"; readonly type: "unicode"; }]; readonly sample: { ...; }; }>\'. Did you mean ' +
      "'trigger_fields'?",
  ]);
});

test("a field that the trigger does not declare", async () => {
  const source = `${trigger}
export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  return [{ id: trigger_fields.color }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:9:32 error TS2551: Property 'color' does not exist on type 'FieldValues<readonly [{ readonly " +
      'key: "colour"; readonly label: "Colour"; readonly type: "unicode"; }]>\'. Did you mean \'colour\'?',
  ]);
});

test("items without an id", async () => {
  const source = `${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ name: "x" }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:9:11 error TS2741: Property 'id' is missing in type '{ name: string; }' but required in type " +
      "'{ [key: string]: unknown; id: string | number; }'.",
  ]);
});

test("what came after ES5, with what to write instead", async () => {
  const source = `${trigger}
export function poll({ meta }: Poll<typeof trigger>): Results {
  const seen = new Map();
  return ["a"].includes("b") ? Object.entries(meta).map(([id]) => ({ id })) : [{ id: seen.size }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:9:20 error TS2583: Cannot find name 'Map'. → zap.js runs on ES5, which has no `Map`. Use an " +
      "object, with `Object.create(null)`.",
    "triggers/thing.ts:10:16 error TS2550: Property 'includes' does not exist on type 'string[]'. → zap.js runs on " +
      "ES5, which has no `includes`. Use `indexOf(…) !== -1`.",
    "triggers/thing.ts:10:39 error TS2550: Property 'entries' does not exist on type 'ObjectConstructor'. → zap.js " +
      "runs on ES5, which has no `entries`. Use `for (const key in object)`.",
    "triggers/thing.ts:10:59 error TS7031: Binding element 'id' implicitly has an 'any' type.",
  ]);
});

test("an export that is no method, with the nearest name", async () => {
  const source = `${trigger}
export const pre_pol = (bundle: PrePoll<typeof trigger>): RequestResult => bundle.request;
export function helper() {}
export default 1;
export type Allowed = string;`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:8:14 error unknown-method: `pre_pol` is not a name that triggers/KEY.ts can export: the " +
      "platform would never call it. → Did you mean `pre_poll`?",
    "triggers/thing.ts:9:17 error unknown-method: `helper` is not a name that triggers/KEY.ts can export: the " +
      "platform would never call it. → It can export `trigger`, `pre_poll`, `post_poll`, `poll`. What methods share " +
      "stands in a file of its own.",
    "triggers/thing.ts:10:8 error unknown-method: `default` is not a name that triggers/KEY.ts can export: the " +
      "platform would never call it. → It can export `trigger`, `pre_poll`, `post_poll`, `poll`. What methods share " +
      "stands in a file of its own.",
  ]);
});

test("a file that is no key, and one without metadata", async () => {
  const files = { "triggers/new-thing.ts": trigger, "triggers/other.ts": "export {};" };
  expect(await findings(files)).toEqual([
    "triggers/new-thing.ts:1:1 error invalid-key: `new-thing` is no key: the platform would refuse it. → Rename the " +
      "file: at least two characters, a letter first, then letters, digits or underscores.",
    "triggers/other.ts:1:1 error missing-metadata: There is no `export const trigger` in triggers/other.ts. → Add " +
      "`export const trigger = { … } as const satisfies Trigger;`.",
  ]);
});

test("syntax that ES5 has no counterpart for", async () => {
  const source = `${trigger}
class Thing { #hidden = 1; get() { return this.#hidden; } }
function* ids() { yield new Thing().get(); }
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: /a/y.test("a") ? 1 : ids().next().value }];
}`;
  const ours = (await findings({ "triggers/thing.ts": source })).filter((line) => !line.includes(" TS"));
  expect(ours).toEqual([
    "triggers/thing.ts:8:15 error private-name: A `#private` member needs WeakMap, which ES5 has not. → Write " +
      "`private name` instead.",
    "triggers/thing.ts:8:48 error private-name: A `#private` member needs WeakMap, which ES5 has not. → Write " +
      "`private name` instead.",
    "triggers/thing.ts:9:1 error generator: A generator has no counterpart in ES5. → Return an array.",
    "triggers/thing.ts:11:17 error regular-expression: Of the flags of regular expressions ES5 knows `g`, `i` and " +
      "`m` only. → Write the expression without the other flags.",
  ]);
});

test("a syntax error, once", async () => {
  expect(await findings({ "triggers/thing.ts": `${trigger}\nexport function poll( {` })).toEqual([
    "triggers/thing.ts:8:24 error TS1005: '}' expected.",
  ]);
});

test("a call while the file loads", async () => {
  const source = `${trigger}
const now = z.hash("md5", "now");
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: now }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:8:13 error runs-while-loading: The file throws while it loads: z is not defined. The platform " +
      "would silently run without any scripting. → Move the call into a method: while the file loads, nothing but ES5 " +
      "is there.",
  ]);
});

test("a method that uses the metadata", async () => {
  const source = `${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ ...trigger.sample }];
}`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:3:24 error metadata-in-method: A method uses `trigger`: metadata never reaches zap.js. → Put " +
      "what the method needs into a constant of its own, and use that in both places.",
  ]);
});

test("a method that is no function", async () => {
  expect(await findings({ "triggers/thing.ts": `${trigger}\nexport const poll = 1;` })).toEqual([
    "triggers/thing.ts error not-a-function: `thing_poll` is no function: the platform would not call it. → Export a " +
      "function under this name.",
  ]);
});

test("metadata that the types allow and the schema does not", async () => {
  const source = trigger.replace('url: "https://example.com/things"', 'url: "example.com/things"');
  expect(await findings({ "triggers/thing.ts": source.replace('key: "colour"', 'key: "c"') })).toEqual([
    'triggers/thing.ts:5:8 error metadata: "url" of /triggers/0 is "example.com/things", and must match ^https?://. ' +
      "The address that is polled, with `{{variables}}` of auth fields and trigger fields.",
    'triggers/thing.ts:5:46 error metadata: "key" of /triggers/0/fields/0 is "c", and must match ' +
      "^[A-Za-z][A-Za-z0-9_]+$. The name of something in scripting and in `{{variables}}`: at least two characters, a " +
      "letter first, then letters, digits or underscores.",
  ]);
});

test("metadata that cannot be evaluated on its own", async () => {
  const source = trigger.replace('label: "New Thing"', 'label: z.hash("md5", "x")');
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:4:10 error runs-while-loading: The file throws while it loads: z is not defined. The platform " +
      "would silently run without any scripting. → Move the call into a method: while the file loads, nothing but ES5 " +
      "is there.",
  ]);
});

test("a module that is not there", async () => {
  const source = `${trigger}\nimport { x } from "../gone.ts";\nexport const poll = (_: Poll<typeof trigger>): Results => x;`;
  expect(await findings({ "triggers/thing.ts": source })).toEqual([
    "triggers/thing.ts:8:19 error TS2307: Cannot find module '../gone.ts' or its corresponding type declarations.",
  ]);
});

test("a file in a wrong place is a warning", async () => {
  const files = {
    "triggers/thing.ts": trigger,
    "trigger/other.ts": trigger,
    "types.ts": "export type A = 1;",
  };
  expect(await findings(files)).toEqual([
    "trigger/other.ts warning unused-file: Nothing imports trigger/other.ts, and it is no place for a trigger or a " +
      "method. → Triggers stand in triggers/KEY.ts, the methods of the app in auth.ts.",
  ]);
});

test("a directory without app.ts, and one that is not there", async () => {
  const empty = mkdtempSync(join(tmpdir(), "zapc-test-"));
  await expect(compile(empty)).rejects.toMatchObject({
    message: `Failed to build ${empty}: there is no app.ts in it.`,
    hint: "Name the directory with --scripting DIR: the one that holds app.ts, auth.ts and triggers/.",
  });
  await expect(compile(join(empty, "gone"))).rejects.toMatchObject({
    message: `Failed to read ${empty}/gone: ENOENT: no such file or directory, scandir '${empty}/gone'.`,
    hint: "Name the directory of the sources with --scripting DIR.",
  });
});
