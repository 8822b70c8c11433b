import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { completeWrites } from "../../src/output/journal.ts";
import { buildDeskly } from "../cli/deskly-build.ts";
import { bin, environment } from "../cli/zapc.ts";

const preload = pathToFileURL("test/output/kill-at.mjs");

/** A folder with a build whose methods return a result. */
function built(result: string): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-killed-export-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  buildDeskly(folder, {}, result);
  return folder;
}

/** Runs zapc in a folder, and kills it at one of its operations on what is written. Tells whether it was killed. */
function isKilled(args: readonly string[], folder: string, written: string, killAt = 0): boolean {
  const { signal, status, stderr } = spawnSync(process.execPath, ["--import", preload.href, bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...environment, ZAPC_KILL_IN: written, ZAPC_KILL_AT: String(killAt) },
  });
  if (signal === "SIGKILL") return true;
  expect(status, stderr).toBe(0);
  return false;
}

/** Each file of a folder with its text. */
function filesIn(folder: string): { readonly [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

test("an export that is killed leaves the old app or the new one, whole, at each of its operations", () => {
  const before = built("[]");
  isKilled(["export", "--to", "cli", "app"], before, before);
  const [oldApp, newBuild] = [filesIn(join(before, "app")), built("{}")];
  const states: ("old" | "new")[] = [];
  for (let killAt = 1; ; killAt++) {
    const folder = built("{}");
    const app = join(folder, "app");
    cpSync(join(before, "app"), app, { recursive: true });
    if (!isKilled(["export", "--to", "cli", "app"], folder, app, killAt)) break;
    completeWrites(app);
    const isOld = filesIn(app)["/scripting.js"] === oldApp["/scripting.js"];
    states.push(isOld ? "old" : "new");
    if (isOld) expect(filesIn(app)).toMatchObject(oldApp);
    isKilled(["export", "--to", "cli", "app"], folder, app);
    expect(filesIn(app)["/scripting.js"]).toBe(readFileSync(join(newBuild, "dist/zap.js"), "utf8"));
    expect(Object.keys(filesIn(app))).toEqual(Object.keys(oldApp));
  }
  const firstNew = states.indexOf("new");
  expect(states).toEqual([...Array(firstNew).fill("old"), ...Array(states.length - firstNew).fill("new")]);
  // scripting.js and the list of exported files change.
  expect(firstNew).toBeGreaterThan(2 * 3);
  expect(states.length - firstNew).toBeGreaterThan(2 * 3);
}, 300_000);
