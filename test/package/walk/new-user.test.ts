import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuthName, authKinds } from "../../../src/scaffold/auth-kinds.ts";
import { missing } from "../../missing.ts";
import { type Installed, installPacked } from "../packed.ts";

let user: Installed;

/** As `zapc prove` advises to install it. */
const platformRunner = ["zapier-platform-legacy-scripting-runner", "zapier-platform-core"];

beforeAll(() => {
  user = installPacked("vitest", "@types/node", ...platformRunner);
}, 120_000);
afterAll(() => user.remove());

const engines = resolve("test/conformance/engines/node_modules");
const install = "npm ci --prefix test/conformance/engines";

/** This Node.js, and others that `npm ci --prefix test/conformance/engines` brings. */
const nodes = [
  { name: `Node.js ${process.versions.node}`, path: process.execPath },
  { name: "Node.js 22", path: join(engines, "node-22/bin/node") },
  { name: "Node.js 24", path: join(engines, "node-24/bin/node") },
];

const helpdesk = ["--title", "Helpdesk", "--url", "https://api.helpdesk.example", "--noun", "Ticket"];

/** A script as the Web Builder held it. */
const script = `var Zap = {
  // The API numbers its tickets.
  new_ticket_post_poll: function(bundle) {
    return _.map(z.JSON.parse(bundle.response.content), function(ticket) {
      return { id: ticket.number, title: ticket.title };
    });
  }
};
`;

describe.each(nodes)("on $name, a new user", ({ name, path }) => {
  const { isSkipped, why } = missing({ isInstalled: existsSync(path), install });
  test.skipIf(isSkipped)(
    `begins a project, builds, tests, adds, simulates and adopts${why}`,
    () => {
      const on = (folder: string) => runner(path, join(user.directory, folder));
      expect(on(".").zapc("init", name, "--auth", "session", ...helpdesk)).toContain("files written.");

      const project = on(name);
      expect(project.zapc("build")).toMatch(/2 methods in/);
      expect(project.vitest()).toMatch(/Tests +4 passed/);
      expect(project.zapc("audit", ...recordings)).toBe("no findings\n");

      expect(project.zapc("add", "trigger", "new_rating", "--template", "hook")).toContain(
        "scripting/app.ts (changed)",
      );
      project.zapc("add", "search", "find_contact", "--template", "search_or_create");
      project.zapc("build");
      expect(project.vitest()).toMatch(/Tests +10 passed/);
      expect(project.zapc("audit", ...recordings)).toBe("no findings\n");

      const replayed = ["--auth", "test/auth.json", "--replay", "test/recordings/triggers/new_ticket.json"];
      expect(project.zapc("simulate", "poll", "new_ticket", ...replayed)).toContain(
        "2 items from new_ticket",
      );

      write(`${name}/scripting.js`, script);
      expect(project.zapc("adopt", "scripting.js", "--out", "adopted")).toContain("1 method, 1 step.");
      expect(project.zapc("build", "--scripting", "adopted", "--out", "adopted-dist")).toMatch(/1 method in/);
      const built = readFileSync(join(user.directory, name, "adopted-dist/zap.js"), "utf8");
      expect(built).toContain("// The API numbers its tickets.");
      expect(project.zapc("prove", "scripting.js", "adopted-dist/zap.js", "--runs", "3")).toMatch(
        /\nEqual: 1 method, 3 calls on the simulator, 3 calls on the runner \d+\.\d+\.\d+\.\n/,
      );
    },
    180_000,
  );
});

const recordings = ["--recordings", "test/recordings", "--auth", "test/auth.json"];

test.each(Object.keys(authKinds) as AuthName[])(
  "a project with the authentication %s builds, tests, audits and type-checks",
  (auth) => {
    const project = runner(process.execPath, join(user.directory, auth));
    runner(process.execPath, user.directory).zapc("init", auth, "--auth", auth, ...helpdesk);
    project.zapc("build");
    expect(project.vitest()).toMatch(auth === "none" ? /Tests +2 passed/ : /Tests +4 passed/);
    expect(project.zapc("audit", ...recordings)).toBe("no findings\n");
    expect(project.run(resolve("node_modules/typescript/bin/tsc"))).toBe("");
  },
  120_000,
);

test("the types of each entry are those of its module", async () => {
  const { problems } = (await checkPackage(createPackageFromTarballData(readFileSync(user.archive)))) as {
    problems: { kind: string; resolutionKind?: string }[];
  };
  // The package is ESM alone: CommonJS imports it by import(), and the resolution of Node.js 10 knows no exports.
  const others = problems.filter(
    ({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs",
  );
  expect(others).toEqual([]);
});

/** Runs commands in a folder on a version of Node.js. A failed command shows its whole output. */
function runner(node: string, cwd: string) {
  const path = `${dirname(node)}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, NO_COLOR: "1", FORCE_COLOR: undefined, VITEST: undefined };
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(node, args, { cwd, env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  };
  const modules = join(user.directory, "node_modules");
  return {
    run,
    zapc: (...args: string[]) => run(join(modules, "zapc/bin/zapc.cjs"), ...args),
    vitest: () => run(join(modules, "vitest/vitest.mjs"), "run"),
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(user.directory, path)), { recursive: true });
  writeFileSync(join(user.directory, path), text);
}
