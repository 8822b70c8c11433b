import { existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";

const runnerName = "zapier-platform-legacy-scripting-runner";
/** The runner requires modules of it while it loads. */
const coreName = "zapier-platform-core";

/** The command that installs the platform's own runner. */
export const installCommand = `npm install --save-dev ${runnerName} ${coreName}`;

/** The platform's own runner, as npm has installed it. */
export interface InstalledRunner {
  /** The path of its main module. */
  readonly main: string;
  readonly version: string;
  /** The folders that it loads its packages from. */
  readonly readable: readonly string[];
}

/**
 * Finds the runner.
 *
 * @param folders - where it is looked for, and in the folders around them
 */
export function installedRunner(folders: readonly string[]): InstalledRunner | undefined {
  for (const folder of folders) {
    const main = resolved(runnerName, join(folder, "any.js"));
    const core = main && resolved(coreName, main);
    if (!main || !core) continue;
    const { version } = JSON.parse(readFileSync(join(dirname(main), "package.json"), "utf8"));
    return { main, version, readable: [...new Set([main, core].map(outermost))] };
  }
  return undefined;
}

function resolved(name: string, from: string): string | undefined {
  try {
    return realpathSync(createRequire(from).resolve(name));
  } catch {
    return undefined;
  }
}

/** The outermost `node_modules` around a file; its own folder where none is, as `npm link` leaves it. */
function outermost(file: string): string {
  const parts = file.split(sep);
  const index = parts.indexOf("node_modules");
  if (index >= 0) return parts.slice(0, index + 1).join(sep);
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
