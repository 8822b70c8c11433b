import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { join } from "node:path";
import {
  type BuildContext,
  type BuildOptions,
  build,
  buildSync,
  context,
  initialize,
  type Message,
  stop,
} from "esbuild";
import type { Diagnostic } from "../model/diagnostic.ts";
import { howToRequire, isModuleOfNode } from "../model/required-modules.ts";
import { killOnExit } from "./kill-on-exit.ts";
import { packageOf } from "./package-of.ts";

export { build, buildSync };

/** Ends esbuild's process. One that loses its parent while it keeps a build writes a stack trace. */
export const stopEsbuild: () => Promise<void> = stop;

/** Starts esbuild's process while there is other work: until it has started, what is asked of it waits. */
export function startEsbuild(): void {
  // The share of garbage before a program of Go collects it, in percent of the rest; TypeScript inherits it. Most builds are over by
  // then: one after an edit takes 554 ms of the processor in place of 629.
  process.env.GOGC ??= "800";
  // The build reports that it cannot start, which it throws or rejects with.
  Promise.resolve()
    .then(() => endedWithThisProcess(() => initialize({})))
    .catch(() => {});
}

/**
 * Kills the processes that work starts when this one ends. Where it ends while esbuild's waits for a plugin, that would write its
 * stack to this one's stderr; and esbuild hands its process to nobody.
 */
function endedWithThisProcess<T>(start: () => T): T {
  const children: ChildProcess[] = [];
  const note = (message: unknown) => children.push((message as { readonly process: ChildProcess }).process);
  subscribe("child_process", note);
  try {
    return start();
  } finally {
    unsubscribe("child_process", note);
    for (const child of children) killOnExit(child);
  }
}

/**
 * Builds as `build` does, but what esbuild has parsed before it does not parse again while the options are the same: those of
 * the first of such builds hold, with its plugins.
 */
export function rebuilding(): typeof build {
  let kept: { readonly key: string; readonly context: Promise<BuildContext> } | undefined;
  const rebuild = async (options: BuildOptions) => {
    const key = JSON.stringify(options);
    if (kept?.key !== key) {
      await (await kept?.context)?.dispose();
      kept = { key, context: context(options) };
    }
    return (await kept.context).rebuild();
  };
  return rebuild as typeof build;
}

/** Errors about files that are imported, in sources and in packages. */
const ofImports = /^(?:Could not resolve|No matching export|No loader)/;

/** The advice on other errors of a source, by their text. Most errors of syntax need none. */
const hints: readonly { readonly says: RegExp; readonly hint: string }[] = [
  {
    says: /ECMAScript module|strict mode|in the same parameter list/,
    hint: "A source is a module, which is strict: write it in another way. `zapc adopt` rewrites such places of a script.",
  },
  {
    says: /because it is a constant/,
    hint: "Declare it with `let`, or give the new value a name of its own.",
  },
  {
    says: /^Cannot assign to import/,
    hint: "Export a function that sets it from the module that declares it.",
  },
  { says: /has already been declared/, hint: "Give one of the two another name." },
  { says: /^Multiple exports/, hint: "Export each name once." },
  { says: /^Top-level await/, hint: "Leave out `await`: `z.request` waits for its answer by itself." },
  { says: /^The JSX syntax/, hint: "Write the calls that the JSX stands for." },
];

/** An error of esbuild as a finding, at the place in the text that esbuild has read. */
export function esbuildError({ location, text }: Message, directory: string): Diagnostic {
  const hint = hintOf(text, location?.file ?? "");
  return {
    code: "bundle",
    severity: "error",
    message: `${text.replace(/[:.]$| with the "\w+" output format/, "")}.`,
    ...(location
      ? { file: join(directory, location.file), line: location.line, column: location.column + 1 }
      : { file: directory }),
    ...(hint && { hint }),
  };
}

function hintOf(text: string, file: string): string | undefined {
  const absent = /^Could not resolve "(.+)"/.exec(text)?.[1];
  if (absent !== undefined && isModuleOfNode(absent)) return howToRequire;
  if (ofImports.test(text))
    return "zap.js is one file: it can import what stands in the directory, and npm packages that need no Node.js.";
  if (packageOf(file) !== undefined) return "Choose another version of the package, or another package.";
  return hints.find(({ says }) => says.test(text))?.hint;
}
