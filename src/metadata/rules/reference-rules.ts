import type { Metadata, Step } from "../../model/definitions.ts";
import { didYouMean } from "../../model/nearest.ts";
import {
  hasKey,
  hasWholeSample,
  isPolled,
  keysOf,
  keysShown,
  type MetadataRule,
  missing,
  type PlacedField,
  placedFields,
  pollIt,
  type RuleFinding,
} from "./rule.ts";

/** Rules about references between steps: dynamic dropdowns, search connectors, searches that create. */
export const referenceRules: readonly MetadataRule[] = [
  {
    id: "ZDE015",
    about: "`prefill` names a trigger, `searchfill` a search.",
    build: "error",
    check: unknownTargets,
  },
  {
    id: "ZDE017",
    about: "A field with a `searchfill` has a `prefill`.",
    build: "error",
    check: connectorsWithoutDropdown,
  },
  {
    id: "empty-dropdown",
    about:
      "The trigger of a `prefill` is polled, and the fields that it requires are fields of the step, too.",
    build: "error",
    check: emptyDropdowns,
  },
  {
    id: "unknown-column",
    about: "`prefill` and `searchfill` name keys in the sample of the trigger or the search.",
    build: "error",
    check: unknownColumns,
  },
  {
    id: "unknown-created-action",
    about: "`search_or_create` is the key of an action.",
    build: "error",
    check: unknownCreatedActions,
  },
];

/** A dynamic dropdown, `queues.id.title`, or a search connector, `find_queue.id`. */
interface FieldReference extends PlacedField {
  readonly property: "prefill" | "searchfill";
  /** The key of the trigger or the search. */
  readonly key: string;
  readonly columns: readonly string[];
  /** The failure that a wrong reference leads to, as the start of a sentence. */
  readonly fails: string;
}

const consequences = {
  prefill: ({ key }: { key: string }) => `The dropdown of "${key}" has nothing to show`,
  searchfill: ({ key }: { key: string }) => `The search connector of "${key}" finds nothing`,
};

function references(metadata: Metadata, property: FieldReference["property"]): FieldReference[] {
  return placedFields(metadata).flatMap((placed) => {
    const [key, ...columns] = placed.field[property]?.split(".") ?? [];
    if (key === undefined) return [];
    return [{ ...placed, property, key, columns, fails: consequences[property](placed.field) }];
  });
}

function unknownTargets(metadata: Metadata): RuleFinding[] {
  const { triggers, searches } = metadata;
  const unknown = (property: FieldReference["property"], kind: string, steps: readonly Step[]) =>
    references(metadata, property).flatMap(({ key, path, fails }) => {
      const message = missing(key, kind, keysOf(steps));
      return message ? [{ path, message: `${fails}: ${message}` }] : [];
    });
  return [...unknown("prefill", "trigger", triggers), ...unknown("searchfill", "search", searches)];
}

function connectorsWithoutDropdown(metadata: Metadata): RuleFinding[] {
  const keys = keysOf(metadata.searches);
  return references(metadata, "searchfill")
    .filter(({ key, field }) => keys.includes(key) && field.prefill === undefined)
    .map(({ path, field }) => ({
      path,
      message: `The search connector of "${field.key}" needs a dynamic dropdown beside it.`,
    }));
}

function emptyDropdowns(metadata: Metadata): RuleFinding[] {
  return references(metadata, "prefill").flatMap((reference) => {
    const trigger = metadata.triggers.find(({ key }) => key === reference.key);
    if (!trigger) return [];
    if (isPolled(trigger)) return unfilledFields(reference, trigger);
    const message = `${reference.fails}: the trigger "${trigger.key}" only waits for hooks.`;
    return [{ path: `${reference.path}/prefill`, message, hint: pollIt(trigger.key) }];
  });
}

/** The required fields of a dropdown's trigger that the step has no fields for. */
function unfilledFields(
  { field, fields, path, fails }: FieldReference,
  trigger: Metadata["triggers"][number],
): RuleFinding[] {
  // Source: docs/platform.md, "bundle.meta and bundle.zap", and assumed in docs/differences.md: the trigger gets what is filled in so far for
  // fields that have the same key.
  const others = fields.filter((it) => it !== field && it.type !== "copy").map(({ key }) => key);
  return trigger.fields
    .filter(({ key, type, required, default: preset }) => {
      return required && type !== "copy" && preset === undefined && !others.includes(key);
    })
    .map(({ key }) => ({
      path: `${path}/prefill`,
      message: `${fails}: its trigger, "${trigger.key}", requires a field "${key}", which is not beside it.`,
      hint: `Add a field "${key}" here, or make it optional in the trigger.`,
    }));
}

/** A sample has all keys that results have: a column that it lacks is not there. */
function unknownColumns(metadata: Metadata): RuleFinding[] {
  const polled = metadata.triggers.filter(isPolled);
  const found = references(metadata, "searchfill").filter(({ field }) => field.prefill !== undefined);
  return [
    ...references(metadata, "prefill").flatMap((it) => columnsNotIn(polled, "trigger", it)),
    ...found.flatMap((it) => columnsNotIn(metadata.searches, "search", it)),
  ];
}

function columnsNotIn(
  steps: readonly Step[],
  kind: string,
  { key, columns, path, property, fails }: FieldReference,
): RuleFinding[] {
  const step = steps.find((it) => it.key === key);
  if (!step || !hasWholeSample(step)) return [];
  const { sample } = step;
  return columns
    .filter((column) => !hasKey(sample, column))
    .map((column) => ({
      path: `${path}/${property}`,
      message: `${fails}: the sample of the ${kind} "${key}" has no "${column}".`,
      hint: [
        didYouMean(column, Object.keys(sample)),
        `It has ${keysShown(sample)}. If its items have "${column}", too, add that to the sample.`,
      ]
        .filter(Boolean)
        .join(" "),
    }));
}

function unknownCreatedActions({ searches, actions }: Metadata): RuleFinding[] {
  return searches.flatMap(({ search_or_create }, index) => {
    const message = search_or_create && missing(search_or_create, "action", keysOf(actions));
    const path = `/searches/${index}/search_or_create`;
    return message ? [{ path, message: `The search cannot create what it does not find: ${message}` }] : [];
  });
}
