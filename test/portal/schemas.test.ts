import { readdirSync } from "node:fs";
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

test("every schema has a case", () => {
  const names = readdirSync(new URL("./schema/", import.meta.url)).map((file) =>
    file.replace(".schema.json", ""),
  );
  const cases: string[] = SCHEMA_CASES.map(({ schema }) => schema);
  expect(names.filter((name) => !cases.includes(name))).toEqual(["links"]);
});

test("an answer of another shape is named with all that is wrong", () => {
  expect(() => checkAnswer("error", { message: "", code: "x" })).toThrow(
    new Error(
      "Failed to answer in the shape of error.schema.json: / must have required property 'error_code'; " +
        "/ must NOT have additional properties; /message must NOT have fewer than 1 characters",
    ),
  );
});
