import { readFileSync } from "node:fs";
import { helpersFile } from "../../package-root.ts";
import { countLines } from "../../source/line-index.ts";

interface Helper {
  /** The function with its comment. */
  readonly text: string;
  /** The line in the file at which that begins, from 0. */
  readonly line: number;
  /** The helpers that it calls. */
  readonly calls: readonly string[];
}

const declared = /^(?:\/\*\*.*\*\/\n)?(?:export )?function (?<name>\w+)\([\s\S]*?^\}\n/gm;

let known: ReadonlyMap<string, Helper> | undefined;

/** The text of the file. */
export function helpersSource(): string {
  return readFileSync(helpersFile, "utf8");
}

/** The helpers, by their names. */
export function helpers(): ReadonlyMap<string, Helper> {
  known ??= readHelpers();
  return known;
}

function readHelpers(): Map<string, Helper> {
  const file = helpersSource();
  const functions = [...file.matchAll(declared)];
  const names = new Set(functions.map(({ groups }) => groups?.name ?? ""));
  return new Map(
    functions.map(({ 0: text, index, groups: { name = "" } = {} }) => {
      const calls = new Set(
        [...text.matchAll(/\w+/g)].flatMap(([word]) => (names.has(word) && word !== name ? word : [])),
      );
      return [
        name,
        { text: text.replace(/^export /m, ""), line: countLines(file.slice(0, index)), calls: [...calls] },
      ];
    }),
  );
}

/** The helpers of some names and those that they call, in their order. */
export function withCalled(names: Iterable<string>): string[] {
  const all = helpers();
  const needed = new Set(names);
  for (const name of needed) for (const called of all.get(name)?.calls ?? []) needed.add(called);
  return [...all.keys()].filter((name) => needed.has(name));
}

const heading = "// Helpers for lowered syntax. Only those that are called come into zap.js.";

/** The helpers as they stand in zap.js. */
export interface HelpersText {
  readonly code: string;
  /** The line of the file that each line of the code comes from. */
  readonly lines: readonly (number | undefined)[];
}

/** Writes helpers under the names that they have in zap.js. */
export function helpersText(names: readonly string[], nameOf: (name: string) => string): HelpersText {
  const all = helpers();
  const called = names.flatMap((name) => all.get(name) ?? []);
  const functions = called.map(({ text }) =>
    text.replace(/\w+/g, (word) => (all.has(word) ? nameOf(word) : word)),
  );
  const code = [`${heading}\n`, ...functions]
    .join("\n")
    .replaceAll("function (", "function(")
    .replace(/,(?=\n *[}\])])/g, "")
    .replace(/^(?=.)/gm, "  ");
  const lines = called.flatMap(({ text, line }) => [
    undefined,
    ...text
      .split("\n")
      .slice(0, -1)
      .map((_, index) => line + index),
  ]);
  return { code, lines: [undefined, ...lines] };
}
