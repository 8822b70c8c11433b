import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type SchemaObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { schemas } from "../../schema/generate.mjs";
import { validate } from "../../src/model/validate.ts";
import { schemaExamples } from "./schema-examples/index.ts";
import { messageExamples } from "./schema-examples/messages.ts";

const files = readdirSync("schema").filter((file) => file.endsWith(".schema.json"));
const texts = new Map(files.map((file) => [file, readFileSync(`schema/${file}`, "utf8")]));
// Union types: an `id` is a string or a number, and a union of plain types is written as a list of types.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: true, allowUnionTypes: true });
for (const text of texts.values()) ajv.addSchema(JSON.parse(text));

test("the schemas are what `npm run generate` makes of the model", () => {
  expect(texts).toEqual(schemas());
});

test("every schema has examples and anti-examples", () => {
  const titles = [...texts.values()].map((text) => JSON.parse(text).title);
  expect(Object.keys(schemaExamples).sort()).toEqual(titles.sort());
  for (const [title, { examples, antiExamples }] of Object.entries(schemaExamples)) {
    expect(examples.length, title).toBeGreaterThan(0);
    expect(antiExamples.length, title).toBeGreaterThan(1);
    expect(new Set(antiExamples.map((it) => JSON.stringify(it))), title).toHaveLength(antiExamples.length);
  }
});

describe.each([...texts])("%s", (file, text) => {
  const schema = JSON.parse(text);
  const name = file.replace(".schema.json", "");
  const { examples = [], antiExamples = [] } = schemaExamples[schema.title] ?? {};
  const check = ajv.getSchema(file);

  test("is a schema of the current draft", () => {
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test("describes itself and each property at every depth", () => {
    expect(schema.description).toMatch(/\w/);
    for (const { properties = {}, prefixItems = [] } of schemasWithin(schema)) {
      for (const [property, { description }] of Object.entries<SchemaObject>(properties)) {
        expect(description, property).toMatch(/\w/);
      }
      // The generator has no more than the names of a tuple's items.
      for (const { title } of prefixItems) expect(title).toMatch(/\w/);
    }
  });

  // `validate` takes for granted that what an `anyOf` reports belongs to its alternatives.
  test("has nothing that could fail beside an anyOf", () => {
    const annotations = ["$schema", "$id", "$comment", "title", "description", "anyOf"];
    for (const within of schemasWithin(schema)) {
      if (within.anyOf) expect(annotations).toEqual(expect.arrayContaining(Object.keys(within)));
    }
  });

  test.each(examples.map((example) => [example]))("accepts example %#", (example) => {
    expect(validate(name, example)).toEqual([]);
  });

  test.each(antiExamples)("refuses anti-example %#: $path $keyword", ({ data, path, keyword }) => {
    check?.(data);
    expect(check?.errors).toContainEqual(expect.objectContaining({ instancePath: path, keyword }));
    expect(validate(name, data), "for more than one reason").toHaveLength(1);
  });
});

describe("validate", () => {
  test.each(messageExamples)("$schema: $message", ({ schema, data, root, path, message }) => {
    expect(validate(schema, data, root)).toEqual([{ path, message }]);
  });

  test("reports everything, in the schema's order", () => {
    expect(validate("response", { status_code: "200", body: "" })).toEqual([
      { path: "", message: 'The response has no "headers". The headers, looked up without regard to case.' },
      { path: "", message: 'The response has no "content". The body as text, never parsed.' },
      {
        path: "/body",
        message: 'The response has an unknown property "body". There are: status_code, headers, content.',
      },
      { path: "/status_code", message: '"status_code" of the response is "200", and must be a number.' },
    ]);
  });

  test("knows the schemas by their names only", () => {
    expect(() => validate("pre-pol-bundle", {})).toThrow(
      new Error('Failed to check the bundle: there is no schema "pre-pol-bundle".'),
    );
  });
});

/** The schema itself and every schema in it. */
function schemasWithin(schema: unknown): SchemaObject[] {
  if (typeof schema !== "object" || schema === null) return [];
  return [schema, ...Object.values(schema).flatMap(schemasWithin)];
}
