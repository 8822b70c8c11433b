import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

const isWindows = process.platform === "win32";

/**
 * Starts a process that runs scripts: process/main.ts, without an environment, with the rights of `rights`, in a group of its
 * own. Its standard error is open, and two
 * pipes for messages: see `channels`.
 *
 * @param folder - the code of the process, and all that it may read
 */
export function spawnScriptProcess(folder: string = scriptFolder()): ChildProcess {
  return spawn(process.execPath, [...rights(folder), `${folder}/main.cjs`], {
    env: {},
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    detached: !isWindows,
    windowsHide: true,
  });
}

/** Kills a process and its children at once. */
export function killGroup(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (isWindows) {
    const kill = spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    kill.once("error", () => child.kill("SIGKILL"));
    kill.unref();
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/**
 * The flags of Node.js for a process that may read its own files only, may start its thread, and may not write, start a
 * process or load an addon. The code that runs beside the scripts is never made of text: `constructor("…")` on an object that
 * leaves a script's realm makes no code.
 */
function rights(folder: string): readonly string[] {
  const permission = ["--permission", "--experimental-permission"].find((flag) =>
    process.allowedNodeEnvironmentFlags.has(flag),
  );
  return [
    ...(permission ? [permission, `--allow-fs-read=${folder}/`, "--allow-worker"] : []),
    "--disallow-code-generation-from-strings",
    "--no-warnings",
  ];
}

/** The folder of bin/load.mjs with the code of the process. This module is bundled into a file beside it, or one folder below. */
function scriptFolder(): string {
  const places = ["./script/", "../script/"].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const place = places.find((folder) => existsSync(`${folder}main.cjs`)) ?? (places[0] as string);
  // Permissions are checked for the real path.
  return realpathSync(place).replace(/[\\/]$/, "");
}
