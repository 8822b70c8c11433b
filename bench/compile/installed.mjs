// zapc as its users have it: packed, and unpacked somewhere else.
import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command of a zapc that is installed in a directory, beside the packages of this one. */
export function installed(directory) {
  const packing = ["pack", "--silent", "--pack-destination", directory];
  const [file] = execFileSync("npm", packing, { cwd: root, encoding: "utf8" }).trim().split("\n").slice(-1);
  execFileSync("tar", ["-xf", join(directory, file), "-C", directory]);
  symlinkSync(join(root, "node_modules"), join(directory, "package/node_modules"));
  return join(directory, "package/bin/zapc.cjs");
}
