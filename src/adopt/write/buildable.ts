import { type Addition, type InferredMetadata, unknownAddress } from "../../inference/infer-metadata.ts";
import type { Field, Metadata, Trigger } from "../../model/definitions.ts";

/** Metadata that a build accepts, and the parts that nobody has declared. */
export interface BuildableMetadata {
  readonly metadata: Metadata;
  readonly additions: readonly Addition[];
}

/** Adds what a build asks for and the simulator does not: a trigger that tests an account, and a field of each search. */
export function buildable({ metadata, additions }: InferredMetadata): BuildableMetadata {
  const searches = metadata.searches.map((search) =>
    search.fields.length > 0
      ? search
      : { ...search, fields: [{ key: "query", label: "Query", type: "unicode" } satisfies Field] },
  );
  const tested = metadata.triggers.find(({ key }) => key === metadata.app.test_trigger);
  const isTesting = tested?.type === "polling" && !tested.fields.some(({ required }) => required);
  const triggers = isTesting ? metadata.triggers : [...metadata.triggers, testTrigger];
  const app = isTesting ? metadata.app : { ...metadata.app, test_trigger: testTrigger.key };
  const added = metadata.searches
    .filter(({ fields }) => fields.length === 0)
    .map(({ key }) => ({ to: `searches/${key}`, what: ["fields: query"] }));
  return {
    metadata: { ...metadata, app, triggers, searches },
    additions: isTesting
      ? [...additions, ...added]
      : [
          ...additions,
          ...added,
          { to: `triggers/${testTrigger.key}`, what: ["all of it, to test an account by"] },
        ],
  };
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
