import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Debian's mujs: an interpreter of ES5 and nothing more. .ci/run installs it.
const command = "mujs";

/** Whether this machine has the engine. In CI it must. */
export const hasEs5Engine = process.env.CI !== undefined || spawnSync(command, ["-h"]).error === undefined;

/** What a script prints on an engine that has ES5 and nothing more. */
export function runOnEs5Engine(code: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "zapc-es5-")), "script.js");
  writeFileSync(file, code);
  const { error, status, stdout, stderr } = spawnSync(command, ["-s", file], { encoding: "utf8" });
  if (error || status !== 0) throw new Error(`Failed to run ${command}: ${error?.message ?? stderr}`);
  return stdout.trim();
}
