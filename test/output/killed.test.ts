import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { completeWrites } from "../../src/output/journal.ts";
import { writeFiles } from "../../src/output/write-files.ts";

// The last one is new.
const names = ["zap.js", "metadata.json", "parts/readme.md"];
const [script, metadata, isNew] = names as [string, string, string];
let writer: string;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-writer-"));
  writer = join(folder, "writer.mjs");
  const contents = `
    import { writeFiles } from ${JSON.stringify(resolve("src/output/write-files.ts"))};
    import { completeWrites } from ${JSON.stringify(resolve("src/output/journal.ts"))};
    const [folder, text] = process.argv.slice(2);
    const isOwn = () => true;
    if (text === undefined) completeWrites(folder);
    else writeFiles(${JSON.stringify(names)}.map((name) => ({ file: folder + "/" + name, content: text + name, isOwn })));
  `;
  buildSync({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: writer,
  });
});

interface Run {
  readonly folder: string;
  /** The beginning of each new file; without one the process only completes what another has begun. */
  readonly text?: string;
  readonly killAt: number;
  readonly failingRename?: number;
}

/** True if the process was killed. */
function isKilled({ folder, text, killAt, failingRename = 0 }: Run): boolean {
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ["--import", resolve("test/output/kill-at.mjs"), writer, folder, ...(text === undefined ? [] : [text])],
    {
      encoding: "utf8",
      env: {
        ZAPC_KILL_IN: folder,
        ZAPC_KILL_AT: String(killAt),
        ZAPC_FAILING_RENAME: String(failingRename),
      },
    },
  );
  if (signal === "SIGKILL") return true;
  expect(status, stderr).toBe(failingRename === 0 ? 0 : 1);
  return false;
}

/** A folder in which the old files stand. */
function folderWithOld(): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-killed-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of [script, metadata]) writeFileSync(join(folder, name), `old ${name}`);
  return folder;
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "zapc-killed-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** `old` or `new` where all files are, else what each is. */
function stateOf(folder: string): string {
  const states = names.map((name) => {
    const text = textOf(join(folder, name));
    const isOld = name === isNew ? text === undefined : text === `old ${name}`;
    if (isOld) return "old";
    return text === `new ${name}` ? "new" : `${name}: ${text}`;
  });
  const [first = ""] = states;
  return states.every((state) => state === first) ? first : states.join(", ");
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The states that a run leaves when it is killed at its first operation, its second and so on, once another completes it. */
function statesAfterKills(run: Omit<Run, "killAt" | "folder">): string[] {
  const states: string[] = [];
  for (let killAt = 1; ; killAt++) {
    const folder = folderWithOld();
    if (!isKilled({ ...run, folder, killAt })) return [...states, stateOf(folder)];
    completeWrites(folder);
    states.push(stateOf(folder));
    nextRunLeavesNothing(folder);
  }
}

function nextRunLeavesNothing(folder: string): void {
  const outputs = names.map((name) => ({
    file: join(folder, name),
    content: `next ${name}`,
    isOwn: () => true,
  }));
  writeFiles(outputs);
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  expect(found).toEqual([...names, "parts"].sort());
}

describe("a process that is killed while it writes", () => {
  test("leaves all old files or all new ones, at each of its operations", () => {
    const states = statesAfterKills({ text: "new " });
    const firstNew = states.indexOf("new");
    expect(states.slice(0, firstNew)).toEqual(Array(firstNew).fill("old"));
    expect(states.slice(firstNew)).toEqual(Array(states.length - firstNew).fill("new"));
    expect(firstNew).toBeGreaterThan(names.length * 3);
    // Three files take their places, and the journal and its files are removed.
    expect(states.length - firstNew).toBeGreaterThan(names.length * 3);
  }, 60_000);

  test("leaves all old files where one cannot be replaced, and it is killed while it takes the others back", () => {
    const states = statesAfterKills({ text: "new ", failingRename: 2 });
    // Until it fails, the next run can still complete it.
    const failed = states.lastIndexOf("new") + 1;
    expect(new Set(states.slice(0, failed))).toEqual(new Set(["old", "new"]));
    expect(states.slice(failed)).toEqual(Array(states.length - failed).fill("old"));
    expect(states.length - failed).toBeGreaterThan(names.length * 2);
  }, 60_000);

  test("is completed by a run that is killed, too", () => {
    const begun = folderWithOld();
    let killAt = 1;
    while (stateOf(begun) === "old") isKilled({ folder: begun, text: "new ", killAt: killAt++ });
    for (let at = 1; ; at++) {
      const folder = copyOf(begun);
      if (!isKilled({ folder, killAt: at })) break;
      completeWrites(folder);
      expect(stateOf(folder)).toBe("new");
    }
  }, 60_000);
});

describe("the leftovers of killed processes", () => {
  const dead = spawnSync(process.execPath, ["--version"]).pid;

  test("is removed by the next run, also what zapc 0.2 left; that of a running process stays", () => {
    const folder = folderWithOld();
    const left = [`zap.js.${dead}-00000000.unfinished`, `metadata.json.${dead}-00000000.old`];
    const leftBefore = ["zap.js.0123abcd.unfinished", "metadata.json.0123abcd.old"];
    const journals = [`.zapc-${dead}-00000000.journal`, `.zapc-${dead}-00000000.undo`];
    const others = [`zap.js.${process.ppid}-00000000.unfinished`, `mine.js.${dead}-00000000.unfinished`];
    for (const name of [...left, ...leftBefore, ...journals, ...others])
      writeFileSync(join(folder, name), "");
    const outputs = [script, metadata].map((name) => {
      return { file: join(folder, name), content: "new", isOwn: () => true };
    });
    writeFiles(outputs);
    expect(readdirSync(folder).sort()).toEqual([script, metadata, ...others].sort());
  });

  test("moves nothing from or to elsewhere, whatever a journal says", () => {
    const folder = folderWithOld();
    const outside = folderWithOld();
    const name = `../${outside.split("/").pop()}/zap.js`;
    writeFileSync(join(outside, "zap.js.1-00000000.unfinished"), "made up");
    const journal = JSON.stringify({ files: [{ name, replaces: true }] });
    writeFileSync(join(folder, ".zapc-1-00000000.journal"), journal);
    completeWrites(folder);
    expect(readFileSync(join(outside, "zap.js"), "utf8")).toBe("old zap.js");
  });
});
