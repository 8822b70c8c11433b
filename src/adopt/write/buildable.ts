import { builtIns } from "../../compiler/traps/traps.ts";
import { type Addition, type InferredMetadata, unknownAddress } from "../../inference/infer-metadata.ts";
import type { App, Field, Metadata, Trigger } from "../../model/definitions.ts";
import type { ParsedScript } from "../cut/script.ts";
import { nodesOf } from "../rewrite/strict-mode-finding.ts";

/** Metadata that a build accepts, and the parts that nobody has declared. */
export interface BuildableMetadata {
  readonly metadata: Metadata;
  readonly additions: readonly Addition[];
}

/** Adds what a build asks for and the simulator does not: a trigger that tests an account, and a field of each search. */
export function buildable(
  { metadata, additions }: InferredMetadata,
  script: ParsedScript,
): BuildableMetadata {
  const searches = metadata.searches.map((search) =>
    search.fields.length > 0
      ? search
      : { ...search, fields: [{ key: "query", label: "Query", type: "unicode" } satisfies Field] },
  );
  const tested = metadata.triggers.find(({ key }) => key === metadata.app.test_trigger);
  const isTesting = tested?.type === "polling" && !tested.fields.some(({ required }) => required);
  const triggers = isTesting ? metadata.triggers : [...metadata.triggers, testTrigger];
  const isForNode = metadata.app.engine === undefined && needsEngineNode(script);
  const app: App = {
    ...metadata.app,
    ...(!isTesting && { test_trigger: testTrigger.key }),
    ...(isForNode && { engine: "node" }),
  };
  const added = metadata.searches
    .filter(({ fields }) => fields.length === 0)
    .map(({ key }) => ({ to: `searches/${key}`, what: ["fields: query"] }));
  return {
    metadata: { ...metadata, app, triggers, searches },
    additions: [
      ...(isForNode ? withEngine(additions) : additions),
      ...added,
      ...(isTesting
        ? []
        : [{ to: `triggers/${testTrigger.key}`, what: ["all of it, to test an account by"] }]),
    ],
  };
}

/** Tells whether a script has what cannot be lowered to ES5, and has a counterpart for the engine `node`. */
function needsEngineNode(script: ParsedScript): boolean {
  return nodesOf(script).some((node) => {
    if (node.type === "Literal") return typeof node.bigint === "string";
    if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") return false;
    return node.superClass?.type === "Identifier" && builtIns.includes(node.superClass.name);
  });
}

function withEngine(additions: readonly Addition[]): readonly Addition[] {
  const ofApp = additions.find(({ to }) => to === "app")?.what ?? [];
  return [{ to: "app", what: [...ofApp, "engine"] }, ...additions.filter(({ to }) => to !== "app")];
}

const testTrigger = {
  key: "account_test",
  type: "polling",
  label: "Account Test",
  noun: "Account",
  help_text: "Tests an account.",
  hidden: true,
  url: unknownAddress,
  fields: [],
  sample: { id: 1 },
  methods: [],
} as const satisfies Trigger;
