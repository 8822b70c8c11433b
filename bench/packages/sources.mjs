/** An integration of one trigger whose items hold the value of a call, as JSON. */
export const sourcesOf = ({ imports, call, engine, unchecked = false }) => ({
  "app.ts": `import type { App } from "zapc";

export const app = {
  title: "Packages",
  version: "1.0.0",
  description: "Packages is an integration that calls one package.",
  engine: "${engine}",
  test_trigger: "thing",
  auth: { type: "none" },
} as const satisfies App;
`,
  "triggers/thing.ts": `${unchecked ? "// @ts-nocheck: the package has no types.\n" : ""}import type { Poll, Results, Trigger } from "zapc";
${imports}

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(_bundle: Poll<typeof trigger>): Results {
  const value: unknown = ${call};
  return [{ id: 1, value: JSON.stringify(value) }];
}
`,
});
