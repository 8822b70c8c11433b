import fc from "fast-check";
import { expect, test } from "vitest";
import { methods } from "../../src/model/methods.ts";
import { schemaName, validate } from "../../src/model/validate.ts";
import { examplesOf } from "../../src/prove/bundles.ts";

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
