import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Installed, installPacked } from "./packed.ts";

let packed: Installed;

beforeAll(() => {
  packed = installPacked();
}, 120_000);
afterAll(() => packed.remove(), 120_000);

const about = ["--title", "Helpdesk", "--url", "https://api.helpdesk.example", "--auth", "api_key"];

// npm asks the registry for what its cache does not have.
test("npm installs the package and a project that it begins, in folders whose path has a space", () => {
  const folder = join(dirname(packed.archive), "a new user");
  mkdirSync(folder);
  const run = (cwd: string, command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd, encoding: "utf8", env: environment() });
  const npm = (cwd: string, ...args: string[]) =>
    run(cwd, "npm", "--prefer-offline", "--no-audit", "--no-fund", ...args);

  npm(folder, "init", "--yes");
  npm(folder, "install", "--save-dev", packed.archive);
  run(folder, "npx", "zapc", "init", "help desk", ...about);

  const project = join(folder, "help desk");
  npm(project, "install");
  const { devDependencies } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(devDependencies.zapc).toMatch(/^file:.*\.tgz$/);
  // The default limit of vitest is too short for a machine that is busy with other tests.
  expect(npm(project, "test", "--", "--testTimeout=60000")).toMatch(/Tests +4 passed/);
  expect(npm(project, "run", "audit")).toContain("no findings");
  expect(npm(project, "run", "check")).not.toContain("error");
}, 600_000);

/** The environment without the variables of npm and vitest. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(cache|registry))|VITEST|NODE_ENV)/i.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: "1", FORCE_COLOR: undefined };
}
