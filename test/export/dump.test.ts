import { describe, expect, test } from "vitest";
import { dumpOf } from "../../src/export/dump.ts";
import { metadataOfDump } from "../../src/inference/web-builder-dump.ts";
import type { Auth, Metadata } from "../../src/model/definitions.ts";
import { auths, ours, withEverything } from "./integrations.ts";

/** Without the methods, which the script says. */
function declared({ app, ...lists }: Metadata) {
  const steps = (list: "triggers" | "actions" | "searches") =>
    lists[list].map(({ methods: _, ...step }) => step);
  return { app, triggers: steps("triggers"), actions: steps("actions"), searches: steps("searches") };
}

describe("a dump is read as the metadata that it was written from", () => {
  test("of our own integration", () => {
    // An absent `required` also means that a field is optional.
    const text = JSON.stringify(declared(ours)).replaceAll('"required":false,', "");
    expect(metadataOfDump(dumpOf(ours))).toEqual(JSON.parse(text));
  });

  test.each(Object.keys(auths) as Auth["type"][])("with everything, and %s", (type) => {
    const metadata = withEverything(auths[type]);
    const dump = JSON.parse(JSON.stringify(dumpOf(metadata)));
    expect(metadataOfDump(dump)).toEqual(declared(metadata));
  });
});

test("has the names and texts of the historical files", () => {
  const { general, triggers, actions } = dumpOf(withEverything(auths.api_key)) as {
    [part: string]: { [key: string]: { [name: string]: unknown } };
  };
  expect(general).toMatchObject({
    auth_type: "API Key (Query String)",
    auth_mapping: { "X-Key": "{{site}}" },
  });
  expect(triggers?.new_reply).toMatchObject({ data_source: "REST Hook", hook_event: "reply", hide: false });
  expect(triggers?.account).toMatchObject({
    sample_result_fields: [{ key: "id" }, { key: "email" }],
    hide: true,
  });
  expect(actions?.create_ticket?.fields).toMatchObject({
    priority: { type: "Integer", choices: "1|Low,2|High", sort: 2 },
    // A comma stands between two choices.
    source: { choices: { source: "The Source", mail: "Mail, or post" } },
    kind: { choices: "one,two" },
  });
});
