import type { ActionField, Metadata } from "../../model/definitions.ts";
import { type MetadataRule, placedFields, placedSteps, type RuleFinding } from "./rule.ts";

/** Rules about each field by itself, and beside the others of its step. */
export const fieldRules: readonly MetadataRule[] = [
  {
    id: "duplicate-field-key",
    about: "The fields of a step have different keys.",
    build: "error",
    check: duplicateKeys,
  },
  {
    id: "invalid-list",
    about: "A field with `list: true` is not a `dict` or a `file`.",
    build: "error",
    check: listsOfObjects,
  },
  {
    id: "duplicate-choice",
    about: "`choices` has each value once.",
    build: "error",
    check: duplicateChoices,
  },
  {
    id: "choice-type",
    about: "`choices` of an `int` or a `float` are numbers.",
    build: "error",
    check: choicesOfAnotherType,
  },
  {
    id: "default-not-offered",
    about: "`default` is one of the `choices`.",
    build: "error",
    check: defaultsNotOffered,
  },
  {
    id: "two-dropdowns",
    about: "A field has `choices` or `prefill`, not both.",
    build: "error",
    check: twoDropdowns,
  },
  {
    id: "required-copy",
    about: "A field of type `copy` is not required.",
    build: "error",
    check: requiredCopies,
  },
  {
    id: "line-item-key",
    about: "No field has the `parent_key` of line items as its key.",
    build: "error",
    check: keysOfLineItems,
  },
];

/** Checks each field by itself. */
function eachField(
  metadata: Metadata,
  check: (field: ActionField) => Omit<RuleFinding, "path"> | undefined,
): RuleFinding[] {
  return placedFields(metadata).flatMap(({ field, path }) => {
    const found = check(field);
    return found ? [{ path, ...found }] : [];
  });
}

function duplicateKeys(metadata: Metadata): RuleFinding[] {
  return placedFields(metadata).flatMap(({ field, fields, path }) => {
    const isSecond = fields.findIndex(({ key }) => key === field.key) !== fields.indexOf(field);
    const message = `There is a field "${field.key}" before this one.`;
    return isSecond ? [{ path: `${path}/key`, message }] : [];
  });
}

// Source: the archived documentation, "Lists": any type except dict or file.
function listsOfObjects(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, ({ key, type, list }) => {
    const message = `The field "${key}" is a list of type "${type}": a dict or a file cannot be a list.`;
    return list && (type === "dict" || type === "file") ? { message } : undefined;
  });
}

function offered({ choices }: ActionField): readonly string[] | undefined {
  return choices && (Array.isArray(choices) ? choices : Object.keys(choices));
}

function duplicateChoices(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, (field) => {
    const repeated = offered(field)?.find((choice, index, all) => all.indexOf(choice) !== index);
    if (repeated === undefined) return undefined;
    return {
      message: `The dropdown of "${field.key}" offers "${repeated}" twice.`,
      hint: "Remove one of the two.",
    };
  });
}

function choicesOfAnotherType(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, (field) => {
    const pattern = numbers[field.type];
    const wrong = pattern && offered(field)?.find((choice) => !pattern.test(choice));
    if (wrong === undefined) return undefined;
    return {
      message: `The dropdown of "${field.key}" offers "${wrong}", which is not a value of the type ${field.type}.`,
      hint: 'Offer numbers, `{ "1": "Low" }` say, or make the type "unicode".',
    };
  });
}

const numbers: { readonly [type: string]: RegExp } = { int: /^-?\d+$/, float: /^-?\d+(\.\d+)?$/ };

// Source: the archived documentation, "Static Dropdown": it limits what the user can give.
function defaultsNotOffered(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, (field) => {
    const choices = offered(field);
    const preset = field.default;
    if (!choices || preset === undefined || choices.includes(preset)) return undefined;
    return {
      message: `The dropdown of "${field.key}" does not offer its default, "${preset}".`,
      hint: `It offers ${choices.map((choice) => `"${choice}"`).join(", ")}.`,
    };
  });
}

// Source: zapier-platform-schema, mutuallyExclusiveFields: a converted app with both is refused.
function twoDropdowns(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, ({ key, choices, prefill }) => {
    const message = `The field "${key}" has two dropdowns: \`choices\` and \`prefill\`.`;
    return choices && prefill !== undefined ? { message, hint: "Keep one of the two." } : undefined;
  });
}

function requiredCopies(metadata: Metadata): RuleFinding[] {
  return eachField(metadata, ({ key, type, required }) => {
    const message = `Nobody can fill in "${key}": a field of the type copy is a text for the user, without a value.`;
    return type === "copy" && required
      ? { message, hint: "Remove `required`, or choose another type." }
      : undefined;
  });
}

// Source: the archived documentation, "Parent Key": the fields with one parent key become a list under that key.
function keysOfLineItems(metadata: Metadata): RuleFinding[] {
  return placedSteps(metadata).flatMap(({ step, path }) => {
    const fields: readonly ActionField[] = step.fields;
    const parents = fields.flatMap(({ parent_key }) => parent_key ?? []);
    return fields.flatMap(({ key, parent_key }, index) => {
      if (parent_key !== undefined || !parents.includes(key)) return [];
      const message = `The value of "${key}" is lost: line items are sent as a list under that key.`;
      return [
        {
          path: `${path}/fields/${index}/key`,
          message,
          hint: "Give the field or the line items another key.",
        },
      ];
    });
  });
}
