import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metadata } from "../model/definitions.ts";
import { methods, nameInZap, type StepKind } from "../model/methods.ts";

/** A word that can be typed next. */
export interface Candidate {
  readonly value: string;
  /** Its description, in a line. */
  readonly about: string;
}

/** The directories in which names are lookup for. */
interface NameLookup {
  /** The directory of metadata.json. */
  readonly dist: string;
  /** The arguments before. */
  readonly args: readonly string[];
}

export type NameKind = "trigger" | "action" | "search" | "step" | "field" | "method";

/** The names that metadata.json has for an argument, by the argument's name. */
export const knownNames: { readonly [argument in NameKind]: (lookup: NameLookup) => Candidate[] } = {
  trigger: (lookup) => stepsOf(lookup, ["trigger"]).map(({ key, label }) => ({ value: key, about: label })),
  action: (lookup) => stepsOf(lookup, ["action"]).map(({ key, label }) => ({ value: key, about: label })),
  search: (lookup) => stepsOf(lookup, ["search"]).map(({ key, label }) => ({ value: key, about: label })),
  step: (lookup) => stepsOf(lookup, kinds).map(({ file, label }) => ({ value: file, about: label })),
  field: (lookup) => {
    const step = stepsOf(lookup, kinds).find(({ file }) => file === lookup.args[0]);
    return (step?.fields ?? []).map(({ key, label }) => ({ value: key, about: label }));
  },
  method: (lookup) => {
    const metadata = metadataIn(lookup);
    const ofSteps = stepsOf(lookup, kinds).flatMap(({ kind, key, methods: implemented, label }) =>
      methods
        .filter((method) => method.kind === kind && implemented.includes(method.name))
        .map((method) => ({ value: nameInZap(method, key), about: label })),
    );
    const others = [...(metadata?.methods ?? []), ...(metadata?.hydrators ?? [])];
    return [...ofSteps, ...others.map((value) => ({ value, about: "" }))];
  },
};

const kinds: readonly StepKind[] = ["trigger", "action", "search"];

const folders = { trigger: "triggers", action: "actions", search: "searches" } as const;

function stepsOf(lookup: NameLookup, wanted: readonly StepKind[]) {
  const metadata = metadataIn(lookup);
  return wanted.flatMap((kind) =>
    (metadata?.[folders[kind]] ?? []).map((step) => ({
      ...step,
      kind,
      file: `${folders[kind]}/${step.key}`,
    })),
  );
}

/** The metadata that a build wrote; undefined where there is none: a shell that completes a word shows no errors. */
function metadataIn({ dist }: NameLookup): Metadata | undefined {
  try {
    return JSON.parse(readFileSync(join(dist, "metadata.json"), "utf8"));
  } catch {
    return undefined;
  }
}
