import { closest } from "fastest-levenshtein";
import type { ActionField, Field, Metadata } from "../model/definitions.ts";
import type { SchemaError } from "../model/validate.ts";
import { variablesAreKnown } from "./variables-rule.ts";

/** What must hold of metadata, and no schema can say. */
type Rule = (metadata: Metadata) => SchemaError[];

/** A list of fields, and where it stands. */
interface FieldList {
  readonly path: string;
  readonly fields: readonly Field[];
}

export const metadataRules: readonly Rule[] = [
  testTriggerExists,
  testTriggerNeedsNoField,
  fieldKeysDiffer,
  listsAreOfPlainValues,
  dropdownsAreFilled,
  connectorsFind,
  searchesCreate,
  variablesAreKnown,
];

function fieldLists({ app, triggers, actions, searches }: Metadata): FieldList[] {
  const lists = { triggers, actions, searches };
  const ofSteps = Object.entries(lists).flatMap(([name, steps]) =>
    steps.map(({ fields }, index) => ({ path: `/${name}/${index}/fields`, fields })),
  );
  return "fields" in app.auth ? [{ path: "/app/auth/fields", fields: app.auth.fields }, ...ofSteps] : ofSteps;
}

function eachField(metadata: Metadata, check: (field: ActionField) => string | undefined): SchemaError[] {
  return fieldLists(metadata).flatMap(({ path, fields }) =>
    fields.flatMap((field, index) => {
      const message = check(field);
      return message ? [{ path: `${path}/${index}`, message }] : [];
    }),
  );
}

function missing(key: string, kind: string, keys: readonly string[]): string | undefined {
  if (keys.includes(key)) return undefined;
  const nearest = keys.length > 0 ? ` Did you mean "${closest(key, keys)}"?` : "";
  return `there is no ${kind} "${key}".${nearest}`;
}

const keysOf = (steps: readonly { key: string }[]): string[] => steps.map(({ key }) => key);

function testTriggerExists({ app, triggers }: Metadata): SchemaError[] {
  const message = missing(app.test_trigger, "trigger", keysOf(triggers));
  return message
    ? [{ path: "/app/test_trigger", message: `The test trigger does not exist: ${message}` }]
    : [];
}

function testTriggerNeedsNoField({ app, triggers }: Metadata): SchemaError[] {
  const index = triggers.findIndex(({ key }) => key === app.test_trigger);
  return (triggers[index]?.fields ?? []).flatMap(({ key, required }, field) => {
    const message = `The test trigger must have no required field: when an account is tested, "${key}" is empty.`;
    return required ? [{ path: `/triggers/${index}/fields/${field}/required`, message }] : [];
  });
}

function fieldKeysDiffer(metadata: Metadata): SchemaError[] {
  return fieldLists(metadata).flatMap(({ path, fields }) =>
    fields.flatMap(({ key }, index) => {
      const isSecond = fields.findIndex((field) => field.key === key) !== index;
      return isSecond
        ? [{ path: `${path}/${index}/key`, message: `There is a field "${key}" before this one.` }]
        : [];
    }),
  );
}

// Source: the archived documentation, "Lists": any type except dict or file.
function listsAreOfPlainValues(metadata: Metadata): SchemaError[] {
  return eachField(metadata, ({ key, type, list }) =>
    list && (type === "dict" || type === "file")
      ? `The field "${key}" is a list of type "${type}": a dict or a file cannot be a list.`
      : undefined,
  );
}

function dropdownsAreFilled(metadata: Metadata): SchemaError[] {
  const triggers = keysOf(metadata.triggers);
  return eachField(metadata, ({ key, prefill }) => {
    const message = prefill && missing(prefill.split(".")[0] as string, "trigger", triggers);
    return message ? `The dropdown of "${key}" has nothing to show: ${message}` : undefined;
  });
}

function connectorsFind(metadata: Metadata): SchemaError[] {
  const searches = keysOf(metadata.searches);
  return eachField(metadata, ({ key, searchfill, prefill }) => {
    if (!searchfill) return undefined;
    const message = missing(searchfill.split(".")[0] as string, "search", searches);
    if (message) return `The search connector of "${key}" finds nothing: ${message}`;
    return prefill ? undefined : `The search connector of "${key}" needs a dynamic dropdown beside it.`;
  });
}

function searchesCreate({ searches, actions }: Metadata): SchemaError[] {
  return searches.flatMap(({ search_or_create }, index) => {
    const message = search_or_create && missing(search_or_create, "action", keysOf(actions));
    const path = `/searches/${index}/search_or_create`;
    return message ? [{ path, message: `The search cannot create what it does not find: ${message}` }] : [];
  });
}
