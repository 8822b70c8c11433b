import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
// @ts-expect-error: a script of the repository, without types
import { schemas } from "../../schema/generate.mjs";
import { schemaExamples } from "./schema-examples.ts";

const files = readdirSync("schema").filter((file) => file.endsWith(".schema.json"));
const texts = new Map(files.map((file) => [file, readFileSync(`schema/${file}`, "utf8")]));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
for (const text of texts.values()) ajv.addSchema(JSON.parse(text));

test("the schemas are what `npm run generate` makes of the model", () => {
  expect(texts).toEqual(schemas());
});

test("every schema has examples and anti-examples", () => {
  const titles = [...texts.values()].map((text) => JSON.parse(text).title);
  expect(Object.keys(schemaExamples).sort()).toEqual(titles.sort());
  for (const { examples, antiExamples } of Object.values(schemaExamples)) {
    expect(examples.length).toBeGreaterThan(0);
    expect(antiExamples.length).toBeGreaterThan(0);
  }
});

describe.each([...texts])("%s", (file, text) => {
  const schema = JSON.parse(text);
  const { examples = [], antiExamples = [] } = schemaExamples[schema.title] ?? {};
  const validate = ajv.getSchema(file);

  test("describes itself and each of its properties", () => {
    expect(schema.description).toMatch(/\w/);
    for (const [name, property] of Object.entries<{ description?: string }>(schema.properties ?? {})) {
      expect(property.description, name).toMatch(/\w/);
    }
  });

  test("accepts its examples", () => {
    for (const example of examples) {
      validate?.(example);
      expect(validate?.errors).toBeNull();
    }
  });

  test("refuses its anti-examples, each for its own reason", () => {
    for (const { data, path, keyword } of antiExamples) {
      validate?.(data);
      expect(validate?.errors).toContainEqual(expect.objectContaining({ instancePath: path, keyword }));
    }
  });
});
