import { inTitleCase } from "../audit/text-rules.ts";
import type { StepKind } from "../model/methods.ts";

/** The words about a step that users read. */
export interface Words {
  /** `New Ticket` */
  readonly label: string;
  /** `Ticket` */
  readonly noun: string;
  /** One sentence. */
  readonly help_text: string;
}

/** The words for a step, as far as nobody has chosen them: of `new_ticket` "New Ticket". */
export function wordsFor(
  kind: StepKind,
  { key, label, noun }: { readonly key: string; readonly label?: string; readonly noun?: string },
): Words {
  const spaced = key
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();
  const chosen = label ?? labels[kind](inTitleCase(spaced));
  const [verb = "", ...others] = chosen.split(" ");
  const thing = noun ?? (others.join(" ") || chosen);
  return { label: chosen, noun: thing, help_text: sentences[kind](verb, thing.toLowerCase()) };
}

/** The audit wants the label of a trigger to begin with `New` or `Updated`. */
const labels: { readonly [kind in StepKind]: (spaced: string) => string } = {
  trigger: (spaced) => (/^(New|Updated) /.test(spaced) ? spaced : `New ${spaced}`),
  action: (spaced) => (spaced.includes(" ") ? spaced : `Create ${spaced}`),
  search: (spaced) => (spaced.includes(" ") ? spaced : `Find ${spaced}`),
};

const sentences: { readonly [kind in StepKind]: (verb: string, thing: string) => string } = {
  trigger: (verb, thing) =>
    verb === "Updated"
      ? `Triggers when ${withArticle(thing)} is updated.`
      : `Triggers when there is a new ${thing}.`,
  action: (verb, thing) => `${thirdPerson(verb)} ${withArticle(thing)}.`,
  search: (verb, thing) => `${thirdPerson(verb)} ${withArticle(thing)} by its title.`,
};

function withArticle(thing: string): string {
  return `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing}`;
}

/** `Create` -> `Creates`, `Reply` -> `Replies`, `Attach` -> `Attaches` */
function thirdPerson(verb: string): string {
  return withEnding(verb);
}

/** `support ticket` -> `support_tickets`: as an API names a list in its addresses. */
export function listName(noun: string): string {
  return withEnding(noun.toLowerCase().replace(/[^a-z\d]+/g, "_"));
}

function withEnding(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, "ies");
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}
