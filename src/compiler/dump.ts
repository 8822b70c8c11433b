import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";
import type { Lowered } from "./lower/lower.ts";
import type { Printed } from "./print/print.ts";
import { titleOf } from "./print/print.ts";
import { printTree } from "./print/print-tree.ts";

/** Receives the text of each module after each phase. */
export interface Dump {
  readonly lowered: (lowered: Lowered) => void;
  readonly printed: (printed: Printed) => void;
}

/**
 * Writes the text of each module after each phase into a directory, a folder for each phase, so that they can be compared:
 *
 *   1-prepared/triggers/thing.ts   2-bundled/triggers/thing.js   3-analyzed/triggers/thing.json
 *   4-lowered/triggers/thing.js    5-printed/triggers/thing.js
 *
 * @throws {Failure} when anything else is in the directory.
 */
export function dumpInto(directory: string): Dump {
  clear(directory);
  const write = (phase: string, module: string, text: string) => {
    const file = join(directory, phase, module);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  return {
    lowered: ({ modules }) => {
      for (const { part, prepared, summary, facts, tree } of modules) {
        const title = titleOf(part.module);
        // A part that esbuild itself adds is no module.
        if (title === "") continue;
        if (prepared) write("1-prepared", title, prepared.code);
        write("2-bundled", withExtension(title, ".js"), part.code);
        write(
          "3-analyzed",
          withExtension(title, ".json"),
          `${JSON.stringify({ summary, facts }, null, 2)}\n`,
        );
        write("4-lowered", withExtension(title, ".js"), printTree(tree().program).code);
      }
    },
    printed: ({ sections }) => {
      for (const { title, code } of sections)
        write("5-printed", withExtension(title || "helpers", ".js"), code);
    },
  };
}

const phases = ["1-prepared", "2-bundled", "3-analyzed", "4-lowered", "5-printed"];

/** Removes an earlier dump, and nothing else. */
function clear(directory: string): void {
  const failed = (why: string) =>
    new Failure(`Failed to dump into ${directory}: ${why}.`, { hint: "Name a new directory." });
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw failed(reasonOf(error));
  }
  const other = names.find((name) => !phases.includes(name));
  if (other !== undefined) throw failed(`it holds ${other}, which is no part of a dump`);
  for (const name of names) rmSync(join(directory, name), { recursive: true });
}

function withExtension(path: string, extension: string): string {
  return path.replace(/(?:\.[cm]?[jt]s(?:on)?)?$/, extension);
}
