import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { extract } from "tar";

const { version, dependencies, bin } = JSON.parse(readFileSync("package.json", "utf8"));

/** The files of the project that `npm pack` reads. */
const sources = ["bin", "docs", "schema", "src"];
const files = [
  "ARCHITECTURE.md",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "package.json",
  "tsconfig.json",
  "tsconfig.types.json",
];

/** A folder outside of the project, in which zapc is installed from a package. */
export interface Installed {
  /** The user's folder: empty, but for node_modules. Its path has a space. */
  readonly directory: string;
  /** The package. */
  readonly archive: string;
  remove(): void;
}

/**
 * Packs zapc and installs it, as npm does, without asking a registry: its dependencies are those that are installed here, and no
 * others. It is packed from a copy, because `npm pack` writes files anew that other tests are using.
 *
 * @param others - packages that the user installs, too
 */
export function installPacked(...others: readonly string[]): Installed {
  const folder = mkdtempSync(join(tmpdir(), "zapc package "));
  const project = join(folder, "zapc");
  for (const path of [...sources, ...files]) cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: project, stdio: "ignore" });

  const directory = join(folder, "helpdesk");
  const modules = join(directory, "node_modules");
  const commands = join(modules, ".bin");
  mkdirSync(join(modules, "zapc"), { recursive: true });
  mkdirSync(commands);
  const archive = join(folder, `zapc-${version}.tgz`);
  extract({ file: archive, strip: 1, cwd: join(modules, "zapc"), sync: true });
  for (const name of [...Object.keys(dependencies), ...others]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve("node_modules", name), join(modules, name));
  }
  symlinkSync(join("..", "zapc", bin.zapc), join(commands, "zapc"));
  // A package of types alone has no command.
  for (const name of others.filter((name) => existsSync(resolve("node_modules/.bin", name))))
    symlinkSync(resolve("node_modules/.bin", name), join(commands, name));
  return { directory, archive, remove: () => rmSync(folder, { recursive: true }) };
}
