import { normalised, type Signature, signatureOf } from "../built/signature.ts";
import type { Commit } from "./built-in-commit.ts";
import { differences } from "./differences.ts";

/**
 * The relation of a pasted file to the sources. `partial`: not all of a file of zapc's was copied. `unchecked`: not
 * edited by hand, and the sources give nothing.
 */
export type PasteState =
  | "current"
  | "partial"
  | "unsigned"
  | "edited"
  | "unchecked"
  | "other-sources"
  | "other-zapc";

/** The facts about a pasted file. */
export interface Status {
  readonly state: PasteState;
  /** Beside the sources, as far as Git's history or the versions tell. */
  readonly age?: Age;
  /** True if the sources are others than those that the pasted file was made from, as far as that can be told. */
  readonly sourcesDiffer?: boolean;
  /** The number of lines that are missing, wholly or in part. */
  readonly missing?: MissingLines;
  /** The signature in its header; absent where there is none of zapc's. */
  readonly pasted?: Signature;
  /** The signature of the file that the sources give now. */
  readonly built?: Signature;
  readonly diff?: Diff;
}

export type Age = "older" | "newer";

/** Lines that are missing at the start and at the end. */
export interface MissingLines {
  readonly before: number;
  readonly after: number;
}

/** A unified diff without its first two lines. */
export interface Diff {
  readonly from: string;
  readonly to: string;
  /** Absent where the two have too little in common. */
  readonly lines?: readonly string[];
}

/** The texts to compare. */
export interface ComparedTexts {
  readonly pasted: string;
  /** Absent where the sources do not compile. */
  readonly built?: string;
  /** The commit of the file that was pasted, without later edits. */
  readonly commit?: Commit;
}

/** Tells whether nothing but what editors do to a text on its way tells two apart. */
export function isSameText(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

/** Compares a pasted text with the zap.js that the sources give now. */
export function statusOf(texts: ComparedTexts): Status {
  const pasted = signatureOf(texts.pasted);
  const built = texts.built === undefined ? undefined : signatureOf(texts.built);
  const missing = missingOf(texts);
  const facts: StatusFacts = {
    ...(missing && { missing }),
    ...(pasted && { pasted }),
    ...(built && { built }),
    ...(pasted && built && { sourcesDiffer: pasted.sources !== built.sources }),
  };
  const state = stateOf(texts, facts);
  const age = facts.sourcesDiffer ? ageOf(facts, texts.commit) : undefined;
  const diff = differs(state) ? diffOf(state, texts, facts) : undefined;
  return { state, ...(age && { age }), ...facts, ...(diff && { diff }) };
}

type StatusFacts = Pick<Status, "pasted" | "built" | "sourcesDiffer" | "missing">;

function stateOf(texts: ComparedTexts, { pasted, built, sourcesDiffer, missing }: StatusFacts): PasteState {
  if (texts.built !== undefined && isSameText(texts.pasted, texts.built)) return "current";
  if (missing) return "partial";
  if (!pasted) return "unsigned";
  if (!pasted.intact) return "edited";
  if (!built) return "unchecked";
  return sourcesDiffer ? "other-sources" : "other-zapc";
}

function missingOf({ pasted, built, commit }: ComparedTexts): MissingLines | undefined {
  const part = normalised(pasted).trim();
  for (const text of [built, commit?.text]) {
    const whole = normalised(text ?? "").trim();
    const start = whole.indexOf(part);
    if (start < 0 || part.length === whole.length) continue;
    return { before: linesIn(whole.slice(0, start)), after: linesIn(whole.slice(start + part.length)) };
  }
  return undefined;
}

/** Begun lines count: missing text begins or ends somewhere in them. */
function linesIn(text: string): number {
  return text === "" ? 0 : text.replace(/^\n|\n$/g, "").split("\n").length;
}

function differs(state: PasteState): boolean {
  return state !== "current" && state !== "unchecked" && state !== "partial";
}

function ageOf({ pasted, built }: StatusFacts, commit: Commit | undefined): Age | undefined {
  if (commit?.age) return commit.age;
  const order = compareVersions(pasted?.app, built?.app);
  if (order === 0) return undefined;
  return order < 0 ? "older" : "newer";
}

/** `Opendatasoft 1.9.0` comes before `Opendatasoft 1.10.0`, and neither before nor after another integration. */
function compareVersions(one = "", other = ""): number {
  const [title, otherTitle] = [one, other].map((app) => app.replace(/\S+$/, ""));
  return title === otherTitle ? one.localeCompare(other, "en", { numeric: true }) : 0;
}

/** The changes that an edit made to the file that zapc made; else those that pasting the built file would make to the pasted one. */
function diffOf(
  state: PasteState,
  { pasted, built, commit }: ComparedTexts,
  facts: StatusFacts,
): Diff | undefined {
  const file: NamedText = { name: "pasted", text: pasted };
  const given: NamedText = { name: "what the sources give", text: built };
  if (state !== "edited") return diffBetween(file, given);
  const made = commit?.text ?? (facts.pasted?.file === facts.built?.file ? built : undefined);
  return diffBetween(made === undefined ? given : { name: "what zapc made", text: made }, file);
}

interface NamedText {
  readonly name: string;
  readonly text: string | undefined;
}

function diffBetween(from: NamedText, to: NamedText): Diff | undefined {
  if (from.text === undefined || to.text === undefined) return undefined;
  const lines = differences(from.text, to.text);
  return { from: from.name, to: to.name, ...(lines && { lines }) };
}
