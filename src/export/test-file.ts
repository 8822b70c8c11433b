import type { Metadata } from "../model/definitions.ts";
import { methods, nameInZap } from "../model/methods.ts";
import { objectText } from "../output/object-text.ts";

/** A test of an exported app: the platform takes its definition, and its script has every method of the metadata. */
export function appTest(metadata: Metadata): string {
  return `// Made by zapc from metadata.json. Run it with \`npm test\`.

const assert = require("node:assert/strict");
const { test } = require("node:test");

const zapier = require("zapier-platform-core");

const App = require("../index");

test("the platform accepts the definition", async () => {
  const { results } = await zapier.createAppHandler(App)({ command: "validate" });
  assert.deepEqual(results, []);
});

const methods = ${objectText(methodNames(metadata))};

test("the script has every method that the metadata names", () => {
  const load = new Function(\`\${App.legacy.scriptingSource}\\nreturn Zap;\`);
  const Zap = load();
  assert.deepEqual(methods.filter((name) => typeof Zap[name] !== "function"), []);
});
`;
}

/** The methods that zap.js implements, by their names on Zap. */
function methodNames({ methods: ofApp, hydrators, triggers, actions, searches }: Metadata): string[] {
  const lists = { trigger: triggers, action: actions, search: searches } as const;
  const ofSteps = Object.entries(lists).flatMap(([kind, steps]) =>
    steps.flatMap((step) =>
      methods
        .filter((method) => method.kind === kind && step.methods.includes(method.name))
        .map((method) => nameInZap(method, step.key)),
    ),
  );
  return [...ofApp, ...hydrators, ...ofSteps];
}
