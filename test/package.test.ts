import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "zapc-package-"));
const user = join(folder, "user");
const zapc = "node_modules/zapc/bin/zapc.cjs";

// Packed from a copy: what runs before packing makes anew what other tests are using.
beforeAll(() => {
  const project = join(folder, "project");
  for (const path of ["bin", "schema", "src", "package.json", "tsconfig.json", "tsconfig.types.json"])
    cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  execFileSync("npm", ["pack", "--pack-destination", folder], { cwd: project, stdio: "ignore" });
  install(JSON.parse(readFileSync("package.json", "utf8")));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** As npm would, without asking a registry: the dependencies are those that are installed here, and no others. */
function install({ version, dependencies }: { version: string; dependencies: object }): void {
  const modules = join(user, "node_modules");
  mkdirSync(join(modules, "zapc"), { recursive: true });
  const archive = join(folder, `zapc-${version}.tgz`);
  execFileSync("tar", ["-xzf", archive, "--strip-components=1", "-C", join(modules, "zapc")]);
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve("node_modules", name), join(modules, name));
  }
}

const app = `import type { App } from "zapc";

export const app = {
  title: "Things",
  version: "1.0.0",
  description: "Things is a list of things.",
  auth: { type: "none" },
  test_trigger: "new_thing",
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
  }
}
`;

const trigger = `import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://api.example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  const things = z.JSON.parse(response.content) as { number: number }[];
  return things.map(({ number }) => ({ id: number, shown: $.trim(" x ") }));
}
`;

const program = `import { type Run, simulate } from "zapc/simulator";

const sim = await simulate({
  script: "dist/zap.js",
  metadata: "dist/metadata.json",
  http: () => Response.json([{ number: 7 }]),
  record: "polls.json",
});
const run: Run = await sim.poll("new_thing");
console.log(JSON.stringify(run.items));
await sim.close();
`;

const item = { id: 7, shown: "x" };

test("the packed project builds an integration and simulates it", () => {
  write("scripting/app.ts", app);
  write("scripting/triggers/new_thing.ts", trigger);
  expect(node(zapc, "build")).toMatch(/^dist\/zap\.js /);

  write("poll.mjs", program.replace(": Run", "").replace("type Run, ", ""));
  expect(JSON.parse(node("poll.mjs"))).toEqual([item]);

  write("auth.json", "{}");
  const args = ["poll", "new_thing", "--auth", "auth.json", "--replay", "polls.json", "--json"];
  expect(JSON.parse(node(zapc, "simulate", ...args))).toMatchObject({ outcome: "succeeded", items: [item] });
});

test("the packed project has its types", () => {
  write("poll.mts", program);
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--lib",
    "es2022,dom",
  ];
  // Not those of Node.js: a program may do without them.
  expect(node("node_modules/typescript/bin/tsc", ...options, "poll.mts")).toBe("");
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(user, file)), { recursive: true });
  writeFileSync(join(user, file), text);
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: user, encoding: "utf8" });
}
