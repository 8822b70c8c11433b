import { expect, test } from "vitest";
import { smallerExample } from "../../src/prove/smaller-example.ts";
import type { Example } from "../../src/prove/subject.ts";

const answer = (content: string) => ({ status: 200, headers: {}, content });

const example: Example = {
  bundle: {
    trigger_fields: { team: "blue", list: [1, { deep: "a long text", other: 2 }, 3] },
    response: { status_code: 200, headers: {}, content: '[{"id":1,"tags":["a","b"]},{"id":2}]' },
    zap: { id: 1 },
  },
  answers: [answer('{"next":7,"more":null}'), answer("no JSON"), answer("[]")],
};

const bundle = {
  trigger_fields: {},
  response: { status_code: 200, headers: {}, content: "[]" },
  zap: {},
};

test.each<[string, RegExp, Example]>([
  ["a member", /"team"/, { bundle: { ...bundle, trigger_fields: { team: "b" } }, answers: [] }],
  [
    "a text",
    /long/,
    { bundle: { ...bundle, trigger_fields: { list: [{ deep: "a long text" }] } }, answers: [] },
  ],
  [
    "the body of the response",
    /tags/,
    { bundle: { ...bundle, response: { ...bundle.response, content: '[{"tags":[]}]' } }, answers: [] },
  ],
  ["the body of an answer", /next/, { bundle, answers: [answer('{"next":7}')] }],
  ["an answer that is no JSON", /JSON/, { bundle, answers: [answer("JSON")] }],
])("the smallest example of a difference in %s is found", async (_, pattern, expected) => {
  const differs = async (it: Example) => pattern.test(JSON.stringify(it));
  expect(await smallerExample(example, differs)).toEqual(expected);
});
