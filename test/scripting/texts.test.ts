import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Field, Metadata } from "../../src/model/definitions.ts";

const { app, triggers, actions, searches }: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));
const steps = [...triggers, ...actions, ...searches];
const shown = steps.filter((step) => !("hidden" in step && step.hidden));
const fieldsOf = (step: (typeof steps)[number]): readonly Field[] => step.fields ?? [];

// Words that stay small in a title, and abbreviations.
const smallWords = ["a", "as", "from", "of", "or", "to"];

describe.each(shown.map((step) => ({ ...step, step })))(
  "$key",
  ({ label, noun = "", help_text = "", step }) => {
    test("has a label, a noun and the labels of its fields in title case", () => {
      for (const title of [label, noun, ...fieldsOf(step).map((field) => field.label)]) {
        const words = title.split(" ").slice(1);
        expect(title).toMatch(/^[A-Z]/);
        expect(words.filter((word) => !/^[A-Z]/.test(word) && !smallWords.includes(word))).toEqual([]);
      }
    });

    test("says what it does in sentences", () => {
      expect(help_text).toMatch(/^[A-Z].*\.$/);
      expect(help_text.length).toBeLessThanOrEqual(200);
    });

    test("has a help text for each field that is not plain", () => {
      const plain = ["Title", "Email", "First Name", "Last Name", "Keywords", "Publisher"];
      for (const field of fieldsOf(step)) {
        if (!plain.includes(field.label)) expect(field.help_text, field.key).toMatch(/^[A-Z`].*[.]$/s);
      }
    });
  },
);

test.each(triggers.filter(({ hidden }) => !hidden))("$key says when it triggers", ({ label, help_text }) => {
  expect(help_text).toMatch(/^Triggers when /);
  expect(label).toMatch(
    /^(New|Updated) |^Dataset Not Updated$|^Threshold Reached$|^No Data |^Schema Changed$/,
  );
});

test("dropdowns and hooks of a pipeline are hidden", () => {
  const hidden = triggers.filter((trigger) => trigger.hidden).map(({ key }) => key);
  expect(hidden).toEqual([
    ...["catalog_facets", "dataset_event", "datasets", "extractors", "fields", "groups", "harvesters"],
    ...["keywords", "languages", "managed_datasets", "portal", "publishers", "record_facets", "themes"],
  ]);
});

test("secrets are password fields", () => {
  const secrets = [...(app.auth.type === "none" ? [] : app.auth.fields), ...steps.flatMap(fieldsOf)].filter(
    ({ key }) => /key|secret|push_url/.test(key) && !/keyword/.test(key),
  );
  expect(secrets.map(({ key, type }) => `${key}: ${type}`).sort()).toEqual([
    "api_key: password",
    "push_url: password",
    ...Array(4).fill("storage_secret: password"),
  ]);
});

test("the same field has the same label everywhere, but for a name", () => {
  const labels: { [key: string]: Set<string> } = {};
  for (const field of steps.flatMap(fieldsOf)) {
    labels[field.key] ??= new Set();
    labels[field.key]?.add(field.label);
  }
  expect(
    Object.entries(labels)
      .filter(([, each]) => each.size > 1)
      .map(([key]) => key),
  ).toEqual(["name"]);
});
