import type { Diagnostic } from "../../model/diagnostic.ts";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { packageOf } from "../../source/package-of.ts";
import { findingAt, type Source } from "../../source/source.ts";
import type { Analyzed, AnalyzedModule } from "./analyze.ts";

/**
 * Variables that a source sets and nothing declares: sloppy mode makes globals of them, and zap.js, which is strict, would throw. The
 * type-check does not look at all sources: `// @ts-nocheck` hides them from it.
 */
export function implicitGlobals({ modules }: Analyzed): Diagnostic[] {
  const declared = new Set(modules.flatMap(({ summary }) => summary.variables.map(({ name }) => name)));
  return modules
    .filter(({ source }) => packageOf(source.path) === undefined)
    .flatMap(({ source, summary }) =>
      summary.setAndFree
        .filter((name) => !declared.has(name) && !(runtimeGlobals as readonly string[]).includes(name))
        .map((name) => findingOf(name, source)),
    );
}

function findingOf(name: string, source: AnalyzedModule["source"]): Diagnostic {
  return findingAt(source as Source, offsetOfSet(name, source.text), {
    code: "implicit-global",
    message: `Nothing declares \`${name}\`: to set it throws in strict mode, as zap.js is.`,
    hint: `Declare it: \`var ${name}\` in the function that uses it or, where several do, above them.`,
  });
}

/** The offset at which a name is set first; 0 where it is set in a pattern. */
function offsetOfSet(name: string, text: string): number {
  const word = `(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`;
  const set = new RegExp(
    `${word}(?=\\s*(?:(?:[-+*/%&|^?]|<<|>>>?|\\*\\*|&&|\\|\\||\\?\\?)?=(?![=>])|\\+\\+|--|in\\b|of\\b))`,
  );
  const found = set.exec(text) ?? new RegExp(word).exec(text);
  return found?.index ?? 0;
}
