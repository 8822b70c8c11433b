import { placedFields, placedSteps, type RuleFinding } from "../metadata/rules/rule.ts";
import type { Metadata } from "../model/definitions.ts";
import type { AuditRule } from "./rule.ts";

/** The texts that users read. */
export const textRules: readonly AuditRule[] = [
  {
    id: "ZDE001",
    about: "A link in a help text is written as Markdown: `[text](address)`.",
    severity: "error",
    check: ({ metadata }) => bareLinks(metadata),
  },
  {
    id: "ZDE002",
    about: "A help text says more than its label.",
    severity: "error",
    check: ({ metadata }) => repeatedLabels(metadata),
  },
  {
    id: "ZDE004",
    about:
      "The description of the app begins with its title and `is a` or `is an`, and does not name Zapier.",
    severity: "error",
    check: ({ metadata }) => descriptions(metadata),
  },
  {
    id: "ZDE005",
    about: "Labels are in title case: `Add Tag to Ticket`.",
    severity: "error",
    check: ({ metadata }) => labelsNotInTitleCase(metadata),
  },
  {
    id: "ZDW002",
    about: "A help text has at most 1,000 characters.",
    severity: "warning",
    check: ({ metadata }) => longHelpTexts(metadata),
  },
  {
    id: "trigger-help-text",
    about: "The help text of a trigger that users see begins with `Triggers when`.",
    severity: "warning",
    check: ({ metadata }) => triggerHelpTexts(metadata),
  },
  {
    id: "trigger-label",
    about: "The label of a trigger that users see begins with `New` or `Updated`.",
    severity: "warning",
    check: ({ metadata }) => triggerLabels(metadata),
  },
];

/** A label with its help text, and where they stand. */
interface LabelledText {
  readonly path: string;
  readonly label: string;
  readonly help_text?: string | undefined;
  /** `the trigger "new_ticket"`, `the field "queue"` */
  readonly name: string;
}

function labelledTexts(metadata: Metadata): LabelledText[] {
  return [
    ...placedSteps(metadata).map(({ step, kind, path }) => ({
      ...step,
      path,
      name: `the ${kind} "${step.key}"`,
    })),
    ...placedFields(metadata).map(({ field, path }) => ({
      ...field,
      path,
      name: `the field "${field.key}"`,
    })),
  ];
}

/** The texts that the platform shows as Markdown. */
function markdownTexts(metadata: Metadata): { readonly path: string; readonly text: string }[] {
  const helpTexts = labelledTexts(metadata).map(({ path, help_text }) => ({
    path: `${path}/help_text`,
    text: help_text,
  }));
  const directions = metadata.triggers.map((trigger, index) => ({
    path: `/triggers/${index}/directions`,
    text: "directions" in trigger ? trigger.directions : undefined,
  }));
  return [...helpTexts, ...directions].flatMap(({ path, text }) =>
    text === undefined ? [] : [{ path, text }],
  );
}

function bareLinks(metadata: Metadata): RuleFinding[] {
  return markdownTexts(metadata).flatMap(({ path, text }) => {
    const rest = text.replace(/`[^`]*`/g, "").replace(/\[[^\]]*\]\([^)]*\)/g, "");
    const [link] = /\b(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)]/.exec(rest) ?? [];
    if (link === undefined) return [];
    const message = `The text shows the bare link ${link}.`;
    return [{ path, message, hint: `Write it as Markdown: [what it leads to](${link}).` }];
  });
}

function repeatedLabels(metadata: Metadata): RuleFinding[] {
  return labelledTexts(metadata).flatMap(({ path, label, help_text, name }) => {
    if (help_text === undefined || significantWords(help_text) !== significantWords(label)) return [];
    const message = `The help text of ${name} only repeats its label, "${label}".`;
    return [{ path: `${path}/help_text`, message, hint: "Say more than the label, or leave it out." }];
  });
}

/** "Your API key." and "API Key" say the same. */
function significantWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !emptyWords.has(word)).join(" ");
}

const emptyWords = new Set(["a", "an", "the", "your", "this", "please", "enter", "choose", "select"]);

function descriptions({ app }: Metadata): RuleFinding[] {
  const { title, description } = app;
  const path = "/app/description";
  const isNamed = [`${title} is a `, `${title} is an `].some((start) => description.startsWith(start));
  return [
    ...(isNamed
      ? []
      : [
          {
            path,
            message: `The description does not begin with "${title} is a" or "${title} is an".`,
            hint: "Say first what the service is.",
          },
        ]),
    ...(/\bzapier\b/i.test(description)
      ? [
          {
            path,
            message: "The description names Zapier: it is about the service.",
            hint: "Leave Zapier out.",
          },
        ]
      : []),
  ];
}

function labelsNotInTitleCase(metadata: Metadata): RuleFinding[] {
  return labelledTexts(metadata).flatMap(({ path, label, name }) => {
    const meant = inTitleCase(label);
    if (meant === label) return [];
    const message = `The label of ${name}, "${label}", is not in title case.`;
    return [{ path: `${path}/label`, message, hint: `Write "${meant}".` }];
  });
}

/** Articles, conjunctions and prepositions may begin with a small letter, unless they are the first or the last word. */
const smallWords = new Set([
  ...["a", "an", "the", "and", "but", "or", "nor", "as", "at", "by", "for", "from", "if", "in", "into"],
  ...["of", "off", "on", "onto", "per", "to", "up", "via", "vs", "with"],
]);

/** A word with a capital or a digit anywhere stays as it is: `iPhone`, `URL`, `2nd`. */
export function inTitleCase(label: string): string {
  const words = label.split(/(\s+)/);
  return words
    .map((word, index) => {
      const bare = word.replace(/[^\p{L}\p{N}]/gu, "");
      if (bare === "") return word;
      const isInner = index > 0 && index < words.length - 1;
      if (isInner && smallWords.has(bare.toLowerCase())) return word;
      if (/[\p{Lu}\p{N}]/u.test(word)) return word;
      return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
    })
    .join("");
}

// Source: zapier-platform-schema, `helpText` and `description`: maxLength 1000. Assumed for the audit of the Web Builder.
const LONGEST_HELP_TEXT = 1000;

function longHelpTexts(metadata: Metadata): RuleFinding[] {
  return labelledTexts(metadata).flatMap(({ path, help_text = "", name }) => {
    if (help_text.length <= LONGEST_HELP_TEXT) return [];
    const length = help_text.length.toLocaleString("en");
    const message = `The help text of ${name} has ${length} characters, and must have at most 1,000.`;
    return [
      { path: `${path}/help_text`, message, hint: "Shorten it, or link to a page that says the rest." },
    ];
  });
}

function visibleTriggers({ triggers }: Metadata) {
  return triggers.map((trigger, index) => ({ trigger, index })).filter(({ trigger }) => !trigger.hidden);
}

function triggerHelpTexts(metadata: Metadata): RuleFinding[] {
  return visibleTriggers(metadata).flatMap(({ trigger: { key, help_text }, index }) => {
    if (help_text === undefined || help_text.startsWith("Triggers when ")) return [];
    const message = `The help text of the trigger "${key}" does not begin with "Triggers when".`;
    return [
      { path: `/triggers/${index}/help_text`, message, hint: 'Write "Triggers when …": one sentence.' },
    ];
  });
}

function triggerLabels(metadata: Metadata): RuleFinding[] {
  return visibleTriggers(metadata).flatMap(({ trigger: { key, label }, index }) => {
    if (/^(?:new|updated)\b/i.test(label)) return [];
    const message = `The label of the trigger "${key}", "${label}", does not begin with "New" or "Updated".`;
    return [
      { path: `/triggers/${index}/label`, message, hint: `Write "New ${label}" or "Updated ${label}".` },
    ];
  });
}
