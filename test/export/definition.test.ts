import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { metadataOfDefinition } from "../../src/adopt/read/definition.ts";
import { convertibleDefinition, definitionOf, platform } from "../../src/export/definition.ts";
import { checkDefinition } from "../../src/export/platform-schema.ts";
import type { Auth, Metadata } from "../../src/model/definitions.ts";
import { deskly } from "../audit/deskly.ts";
import { auths, ours, withEverything } from "./integrations.ts";

const types = Object.keys(auths) as Auth["type"][];

test("is made for the versions that are tested", () => {
  const versionOf = (name: string) =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  expect(versionOf("zapier-platform-core")).toBe(platform.core);
  expect(versionOf("zapier-platform-legacy-scripting-runner")).toBe(platform.runner);
  const cli = JSON.parse(readFileSync("test/conformance/cli/package.json", "utf8"));
  expect(cli.devDependencies["zapier-platform-cli"]).toBe(platform.cli);
});

describe("the platform's schema accepts", () => {
  test("our own integration", () => {
    expect(() => checkDefinition(definitionOf(ours, "x"), "metadata.json")).not.toThrow();
  });

  test.each(types)("a definition with everything, and %s", (type) => {
    const definition = definitionOf(withEverything(auths[type]), "x");
    expect(() => checkDefinition(definition, "metadata.json")).not.toThrow();
    expect(() => checkDefinition(convertibleDefinition(definition), "metadata.json")).not.toThrow();
  });
});

test("names each mistake by its place in the metadata", () => {
  const [first, ...others] = deskly.triggers;
  const { test_trigger: _, ...app } = deskly.app;
  const metadata = {
    ...{ ...deskly, app },
    triggers: [{ ...first, hidden: false, help_text: undefined, label: "L".repeat(65) }, ...others],
  } as Metadata;
  expect(() => checkDefinition(definitionOf(metadata, "x"), "dist/metadata.json")).toThrow(
    `Failed to export dist/metadata.json: today's platform does not accept it.
  /app/auth: a test trigger is missing: name it in app.ts as \`test_trigger\`
  /triggers/account/label: does not meet maximum length of 64
  /triggers/account: a help_text is missing: users read it, unless the step is hidden
→ Change the sources, and build again. \`zapc audit\` finds more.`,
  );
});

test("asks for custom fields where a URL or a method gives them, and nowhere else", () => {
  const { creates } = definitionOf(ours, "x");
  const withFields = Object.values(creates)
    .filter(({ operation }) => JSON.stringify(operation).includes("create.input"))
    .map(({ key }) => key);
  const expected = ours.actions
    .filter(({ methods, custom_fields_url }) => custom_fields_url ?? methods.includes("custom_action_fields"))
    .map(({ key }) => key);
  expect(withFields).toEqual(expected);
  expect(expected.length).toBeLessThan(ours.actions.length);
});

test("writes fields as today's platform has them", () => {
  const action = definitionOf(withEverything(auths.basic), "x").creates.create_ticket;
  const inputFields = action?.operation.inputFields as readonly object[];
  expect(inputFields.slice(4, 10)).toEqual([
    { key: "silent", label: "Silent", type: "boolean" },
    { key: "more", label: "More", type: "string", dict: true },
    {
      ...{ key: "source", label: "Source", type: "string" },
      choices: [
        { value: "source", sample: "source", label: "The Source" },
        { value: "mail", sample: "mail", label: "Mail, or post" },
      ],
    },
    { key: "kind", label: "Kind", type: "string", list: true, choices: ["one", "two"] },
    {
      key: "parts",
      children: [
        { key: "sku", label: "SKU", type: "string" },
        { key: "price", label: "Price", type: "number" },
      ],
    },
    { key: "file", label: "File", type: "file", placeholder: "a.txt" },
  ]);
});

test("subscribes only triggers that the platform subscribes", () => {
  const { triggers } = definitionOf(withEverything(auths.basic), "x");
  const names = (key: string) => Object.keys(triggers[key]?.operation ?? {});
  expect(names("new_reply")).toEqual(
    expect.arrayContaining(["performList", "performSubscribe", "performUnsubscribe"]),
  );
  expect(names("pushed")).not.toEqual(expect.arrayContaining(["performList"]));
  expect(names("pushed")).not.toEqual(expect.arrayContaining(["performSubscribe"]));
});

/** Parts that a definition has no place for, or says in another way. */
function withoutLost({ app, triggers, actions, searches }: Metadata) {
  const { category: _, homepage_url: __, logo: ___, title: _t, description: _d, auth, ...kept } = app;
  const step = ({
    important: _,
    methods: __,
    ...step
  }: Metadata["triggers"][number] | Metadata["actions"][number] | Metadata["searches"][number]) => step;
  const { scope, ...account } = auth as Auth & {
    scope?: string;
    authorize_url?: string;
    fields?: { input_format?: string }[];
  };
  const read = {
    ...account,
    ...(scope && { authorize_url: `${account.authorize_url}?scope=${encodeURIComponent(scope)}` }),
    ...(account.fields && {
      fields: account.fields.map((field) => ({
        ...field,
        input_format: field.input_format?.replaceAll(",", ""),
      })),
    }),
  };
  return {
    app: { ...kept, ...(auth.type !== "none" && { auth: read }) },
    triggers: triggers.map(step),
    actions: actions.map(step),
    searches: searches.map(step),
  };
}

test.each(types.filter((type) => type !== "none"))(
  "a definition with %s is adopted with all that it can hold",
  (type) => {
    const metadata = withEverything(auths[type]);
    const adopted = metadataOfDefinition(JSON.parse(JSON.stringify(definitionOf(metadata, "x"))));
    expect(JSON.parse(JSON.stringify(adopted))).toEqual(JSON.parse(JSON.stringify(withoutLost(metadata))));
  },
);
