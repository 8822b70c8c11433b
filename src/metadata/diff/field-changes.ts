import type { ActionField, AuthField } from "../../model/definitions.ts";
import {
  type Change,
  isSameJson,
  type Owner,
  type PropertyRow,
  propertyChanges,
  sentence,
  shown,
} from "./change.ts";

type AnyField = Partial<ActionField & AuthField> & Pick<ActionField, "key" | "label" | "type">;

const rows: readonly PropertyRow[] = [
  ...["label", "help_text", "placeholder"].map((name) => ({ name, kind: "text" as const, id: "field-text" })),
  ...["default", "prefill", "searchfill", "input_format"].map((name) => ({
    name,
    kind: "changed" as const,
    id: "field-option",
  })),
  { name: "send_in_json", kind: "changed", id: "field-option", absent: true },
  {
    name: "list",
    absent: false,
    kind: "break",
    id: "field-retyped",
    hint: "Add a second field, and leave this one as it is.",
  },
  {
    name: "parent_key",
    kind: "break",
    id: "field-retyped",
    hint: "Add a second field, and leave this one as it is.",
  },
];

/** Types whose values are the same texts. */
const texts = ["unicode", "text", "password"];

/** The changes of a list of fields. */
export function fieldChanges(
  before: readonly AnyField[],
  after: readonly AnyField[],
  owner: Owner,
): Change[] {
  const removed = before.filter(({ key }) => !after.some((it) => it.key === key));
  const added = after.filter(({ key }) => !before.some((it) => it.key === key));
  const renamed = new Map(removed.flatMap((field) => pairOf(field, removed, added)));
  const kept = before.flatMap((field) => {
    const now = after.find(({ key }) => key === field.key);
    return now ? [[field, now] as const] : [];
  });
  return [
    ...removed.filter((field) => !renamed.has(field)).map((field) => removedField(field, owner)),
    ...[...renamed].flatMap(([field, now]) => renamedField(field, now, owner)),
    ...kept.flatMap(([field, now]) => keptField(field, now, owner)),
    ...added
      .filter((field) => ![...renamed.values()].includes(field))
      .map((field) => addedField(field, owner)),
    ...reordered(
      kept.map(([{ key }]) => key),
      after,
      owner,
    ),
  ];
}

/** A field that is gone, with one that has come, if that is the same under another key. */
function pairOf(
  field: AnyField,
  removed: readonly AnyField[],
  added: readonly AnyField[],
): [readonly [AnyField, AnyField]] | [] {
  const alike = added.filter(({ label, type }) => label === field.label && type === field.type);
  const [now] = alike.length > 0 ? alike : removed.length === 1 && added.length === 1 ? added : [];
  return now && now.type === field.type ? [[field, now]] : [];
}

function entityOf({ key }: AnyField, { entity }: Owner): string {
  return `${entity}/fields/${key}`;
}

function removedField(field: AnyField, owner: Owner): Change {
  const at = { entity: entityOf(field, owner), before: field };
  if (field.type === "copy")
    return {
      ...at,
      kind: "text",
      id: "field-text",
      message: `The text "${field.label}" is gone from ${owner.of}.`,
    };
  return {
    ...at,
    kind: "break",
    id: "field-removed",
    today: "C002",
    message: `The field "${field.key}" of ${owner.of} was removed: the values that users filled in are lost.`,
    hint: "Keep it, and say in its help text that it is not used any more.",
  };
}

function renamedField(field: AnyField, now: AnyField, owner: Owner): Change[] {
  const renamed: Change = {
    kind: "break",
    id: "field-renamed",
    today: "C002",
    entity: entityOf(field, owner),
    message: `The field "${field.key}" of ${owner.of} is called "${now.key}" now: Zaps have its value under the old key.`,
    hint: `Keep the key "${field.key}": users see only the label.`,
    before: field.key,
    after: now.key,
  };
  return [renamed, ...keptField({ ...field, key: now.key }, now, owner)];
}

function addedField(field: AnyField, owner: Owner): Change {
  const at = { entity: entityOf(field, owner), after: field };
  if (!field.required)
    return {
      ...at,
      kind: "new",
      id: "field-added",
      message: sentence(`${owner.of} has a field "${field.key}".`),
    };
  return {
    ...at,
    kind: "break",
    id: "ZDE501",
    message: sentence(`${owner.of} has a new required field "${field.key}", which no Zap has filled in.`),
    hint: "Make it optional, with a `default`.",
  };
}

function keptField(before: AnyField, after: AnyField, owner: Owner): Change[] {
  const entity = entityOf(after, owner);
  const of = `the field "${after.key}" of ${owner.of}`;
  return [
    ...requirement(before, after, { entity, of }),
    ...retyped(before, after, { entity, of }),
    ...propertyChanges(rows, [before, after], { entity, of }),
    ...choiceChanges(before, after, { entity, of }),
  ];
}

function requirement(before: AnyField, after: AnyField, { entity, of }: Owner): Change[] {
  const [was, is] = [before.required ?? false, after.required ?? false];
  if (was === is) return [];
  if (!is)
    return [{ kind: "changed", id: "field-optional", entity, message: sentence(`${of} is optional now.`) }];
  return [
    {
      kind: "break",
      id: "ZDE501",
      entity,
      message: sentence(`${of} is required now: Zaps that leave it empty fail.`),
      hint: "Leave it optional, with a `default`.",
    },
  ];
}

function retyped(before: AnyField, after: AnyField, { entity, of }: Owner): Change[] {
  if (before.type === after.type) return [];
  const areTexts = texts.includes(before.type) && texts.includes(after.type);
  const message = `The type of ${of} was ${before.type}, and is ${after.type} now`;
  const values = { before: before.type, after: after.type };
  if (areTexts) return [{ kind: "changed", id: "field-option", entity, message: `${message}.`, ...values }];
  return [
    {
      kind: "break",
      id: "field-retyped",
      entity,
      message: `${message}: the values that users filled in are read in another way.`,
      hint: "Add a second field, and leave this one as it is.",
      ...values,
    },
  ];
}

function choiceChanges(before: AnyField, after: AnyField, { entity, of }: Owner): Change[] {
  if (isSameJson(before.choices, after.choices)) return [];
  const [old, now] = [labelsOf(before), labelsOf(after)];
  if (!old || !now)
    return [
      {
        kind: "changed",
        id: "field-option",
        entity,
        message: now
          ? sentence(`${of} has a dropdown now, of ${shown(Object.keys(now))}.`)
          : sentence(`${of} has no dropdown any more.`),
      },
    ];
  const gone = Object.keys(old).filter((value) => !Object.hasOwn(now, value));
  const come = Object.keys(now).filter((value) => !Object.hasOwn(old, value));
  const other = Object.keys(now).filter((value) => Object.hasOwn(old, value) && old[value] !== now[value]);
  return [
    ...gone.map((value) => ({
      kind: "break" as const,
      id: "choice-removed",
      entity,
      message: sentence(
        `${of} does not offer ${shown(value)} any more: Zaps that chose it have a value that is not allowed.`,
      ),
      hint: "Keep the value, and change its label.",
      before: value,
    })),
    ...come.map((value) => ({
      kind: "new" as const,
      id: "choice-added",
      entity,
      message: sentence(`${of} offers ${shown(value)}.`),
      after: value,
    })),
    ...other.map((value) => ({
      kind: "text" as const,
      id: "field-text",
      entity,
      message: sentence(`${of} calls ${shown(value)} ${shown(now[value])}, no longer ${shown(old[value])}.`),
    })),
    ...(gone.length + come.length + other.length === 0
      ? [
          {
            kind: "text" as const,
            id: "field-text",
            entity,
            message: sentence(`${of} has its choices in another order.`),
          },
        ]
      : []),
  ];
}

function labelsOf({ choices }: AnyField): { readonly [value: string]: string } | undefined {
  return Array.isArray(choices) ? Object.fromEntries(choices.map((value) => [value, value])) : choices;
}

function reordered(kept: readonly string[], after: readonly AnyField[], { entity, of }: Owner): Change[] {
  const now = after.map(({ key }) => key).filter((key) => kept.includes(key));
  if (isSameJson(kept, now)) return [];
  return [
    {
      kind: "text",
      id: "field-order",
      entity,
      message: `The fields of ${of} have another order.`,
      before: kept,
      after: now,
    },
  ];
}
