import { describe, expect, test } from "vitest";
import { SCHEMA_CASES } from "./schema-cases.ts";
import { checkAnswer, findMismatches } from "./schemas.ts";

describe.each(SCHEMA_CASES)("$schema", ({ schema, example, anti_examples }) => {
  test("accepts what the API answers", () => {
    expect(findMismatches(schema, example)).toEqual([]);
  });

  test.each(anti_examples)("refuses $title", ({ value, path, keyword }) => {
    const found = findMismatches(schema, value).map(({ instancePath, keyword }) => ({
      instancePath,
      keyword,
    }));
    expect(found).toEqual([{ instancePath: path, keyword }]);
  });
});

test("an answer of another shape is named with all that is wrong", () => {
  expect(() => checkAnswer("error", { message: "", code: "x" })).toThrow(
    new Error(
      "Failed to answer in the shape of error.schema.json: / must have required property 'error_code'; " +
        "/ must NOT have additional properties; /message must NOT have fewer than 1 characters",
    ),
  );
});
