import type { Commit } from "./built-in-commit.ts";
import { differences } from "./differences.ts";
import { normalised, type Signature, signatureOf } from "./signature.ts";

/** How a pasted file stands to what the sources give. `unchecked`: not edited by hand, and the sources give nothing. */
export type State = "current" | "edited" | "other-sources" | "other-zapc" | "unsigned" | "unchecked";

/** What is known of a pasted file. */
export interface Status {
  readonly state: State;
  /** Beside the sources, as far as Git's history or the versions tell. */
  readonly age?: "older" | "newer";
  /** Whether the sources are others than those that the pasted file was made from, as far as that can be told. */
  readonly sourcesDiffer?: boolean;
  /** What its header says; absent where zapc has left none. */
  readonly pasted?: Signature;
  /** What the header of the file says that the sources give now. */
  readonly built?: Signature;
  readonly diff?: Diff;
}

/** A unified diff without its first two lines. */
export interface Diff {
  readonly from: string;
  readonly to: string;
  /** Absent where the two have too little in common. */
  readonly lines?: readonly string[];
}

/** The texts to compare. */
export interface Texts {
  readonly pasted: string;
  /** Absent where the sources do not compile. */
  readonly built?: string;
  /** Where the file that was pasted, without later edits, was committed. */
  readonly commit?: Commit;
}

/** Compares a pasted text with the zap.js that the sources give now. */
export function statusOf(texts: Texts): Status {
  const pasted = signatureOf(texts.pasted);
  const built = texts.built === undefined ? undefined : signatureOf(texts.built);
  const facts: Facts = {
    ...(pasted && { pasted }),
    ...(built && { built }),
    ...(pasted && built && { sourcesDiffer: pasted.sources !== built.sources }),
    isSame: texts.built !== undefined && normalised(texts.pasted) === normalised(texts.built),
  };
  const { isSame, ...known } = facts;
  const state = states.find(({ holds }) => holds(facts))?.state ?? "other-zapc";
  const age = known.sourcesDiffer ? ageOf(facts, texts.commit) : undefined;
  const diff = differs(state) ? diffOf(state, texts, known) : undefined;
  return { state, ...(age && { age }), ...known, ...(diff && { diff }) };
}

interface Facts extends Pick<Status, "pasted" | "built" | "sourcesDiffer"> {
  readonly isSame: boolean;
}

/** The first that holds is the state. Nothing else is left but the same sources, compiled by another zapc. */
const states: readonly { readonly state: State; readonly holds: (facts: Facts) => boolean }[] = [
  { state: "current", holds: ({ isSame }) => isSame },
  { state: "unsigned", holds: ({ pasted }) => pasted === undefined },
  { state: "edited", holds: ({ pasted }) => pasted?.intact === false },
  { state: "unchecked", holds: ({ built }) => built === undefined },
  { state: "other-sources", holds: ({ sourcesDiffer }) => sourcesDiffer === true },
];

function differs(state: State): boolean {
  return state !== "current" && state !== "unchecked";
}

function ageOf({ pasted, built }: Facts, commit: Commit | undefined): Status["age"] {
  const order = compareVersions(pasted?.app, built?.app);
  if (order !== 0) return order < 0 ? "older" : "newer";
  return commit?.isPast ? "older" : undefined;
}

/** `Opendatasoft 1.9.0` comes before `Opendatasoft 1.10.0`, and neither before nor after another integration. */
function compareVersions(one = "", other = ""): number {
  const [title, otherTitle] = [one, other].map((app) => app.replace(/\S+$/, ""));
  return title === otherTitle ? one.localeCompare(other, "en", { numeric: true }) : 0;
}

/** Of an edit, what it did to the file that zapc made; else what pasting the built file would do to the pasted one. */
function diffOf(state: State, { pasted, built, commit }: Texts, known: Partial<Status>): Diff | undefined {
  const file: Named = { name: "pasted", text: pasted };
  const given: Named = { name: "what the sources give", text: built };
  if (state !== "edited") return diffBetween(file, given);
  const made = commit?.text ?? (known.pasted?.file === known.built?.file ? built : undefined);
  return diffBetween(made === undefined ? given : { name: "what zapc made", text: made }, file);
}

interface Named {
  readonly name: string;
  readonly text: string | undefined;
}

function diffBetween(from: Named, to: Named): Diff | undefined {
  if (from.text === undefined || to.text === undefined) return undefined;
  const lines = differences(from.text, to.text);
  return { from: from.name, to: to.name, ...(lines && { lines }) };
}
