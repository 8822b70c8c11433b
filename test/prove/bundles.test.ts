import fc from "fast-check";
import { expect, test } from "vitest";
import { methods } from "../../src/model/methods.ts";
import { schemaName, validate } from "../../src/model/validate.ts";
import { examplesOf } from "../../src/prove/bundles.ts";
import type { MadeAnswer } from "../../src/prove/subject.ts";

const words = {
  names: ["id", "kind", "title"],
  texts: ["task", "one"],
  values: { kind: ["task"], status_code: [302] },
  urls: ["https://api.example.com/records"],
  fields: { trigger_fields: ["queue"] },
  contents: ["[]"],
};

test.each([...new Set(methods.map(({ bundle }) => bundle))])(
  "made-up bundles of %s are as its schema says",
  (type) => {
    for (const { bundle } of fc.sample(examplesOf(type, words), { numRuns: 30, seed: 1 }))
      expect(validate(schemaName(`${type}Bundle`), JSON.parse(JSON.stringify(bundle)))).toEqual([]);
  },
);

test("made-up bundles hold the fields of the step, and the values that the script looks for", () => {
  const bundles = JSON.stringify(fc.sample(examplesOf("PostPoll", words), { numRuns: 30, seed: 1 }));
  expect(bundles).toContain('"queue":');
  expect(bundles).toContain('"status_code":302');
  expect(bundles).toContain('\\"kind\\":\\"task\\"');
});

test("the data of a made-up action are the JSON of its fields", () => {
  const made = fc.sample(examplesOf("PreWrite", words), { numRuns: 30, seed: 1 });
  const bundles = made.map(
    ({ bundle }) => bundle as { readonly request: { readonly data: string }; readonly action_fields: object },
  );
  expect(bundles.map(({ request }) => request.data)).toEqual(
    bundles.map((bundle) => JSON.stringify(bundle.action_fields)),
  );
  expect(bundles.some((bundle) => Object.keys(bundle.action_fields).length > 0)).toBe(true);
});

interface Made {
  readonly bundle: { readonly trigger_fields: { readonly queue?: unknown }; readonly response: MadeAnswer };
  readonly answers: readonly MadeAnswer[];
}

const isList = (text: string) => text.startsWith("[{") && JSON.parse(text).length > 1;

test.each<[string, string, (made: Made) => boolean, (smallest: Made) => unknown, unknown]>([
  [
    "a field",
    "PrePoll",
    ({ bundle }) => bundle.trigger_fields.queue !== undefined,
    ({ bundle }) => Object.keys(bundle.trigger_fields),
    ["queue"],
  ],
  [
    "a list",
    "PrePoll",
    ({ bundle: { trigger_fields: it } }) => Array.isArray(it.queue) && it.queue.length > 1,
    ({ bundle }) => bundle.trigger_fields,
    { queue: ["task", "task"] },
  ],
  [
    "a number",
    "PrePoll",
    ({ bundle }) => Number(bundle.trigger_fields.queue) > 100,
    ({ bundle }) => bundle.trigger_fields,
    { queue: 101 },
  ],
  [
    "a text",
    "PrePoll",
    ({ bundle: { trigger_fields: it } }) => typeof it.queue === "string" && !/^[\w@.]*$/.test(it.queue),
    ({ bundle }) => bundle.trigger_fields,
    { queue: " " },
  ],
  [
    "the content of the response",
    "PostPoll",
    ({ bundle }) => isList(bundle.response.content),
    ({ bundle, answers }) => [bundle.response.content, answers],
    ["[{},{}]", []],
  ],
  [
    "answers",
    "PrePoll",
    ({ answers }) => answers.length > 1 && isList(answers[1]?.content ?? ""),
    ({ answers }) => answers.map(({ status, content }) => [status, content]),
    [
      [200, "[]"],
      [200, "[{},{}]"],
    ],
  ],
])("the value that makes a difference in %s is shrunk", (_, type, differs, part, expected) => {
  const same = fc.property(
    examplesOf(type, words),
    (made) => !differs(JSON.parse(JSON.stringify(made)) as Made),
  );
  const { counterexample } = fc.check(same, { numRuns: 500, seed: 1 });
  expect(part(JSON.parse(JSON.stringify(counterexample?.[0])))).toEqual(expected);
});
