import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeBlocks, linksIn, sectionOf } from "../markdown.ts";
import { eventsOf, rawAnswer, startCommand, untilEnded } from "../studio/server/open.ts";
import { type Installed, installPacked } from "./packed.ts";

let user: Installed;

beforeAll(() => {
  user = installPacked("vitest", "@types/node");
}, 120_000);
afterAll(() => {
  user.remove();
});

test("the README's five minutes give a first integration", () => {
  const readme = readFileSync("README.md", "utf8");
  const typed = codeBlocks(sectionOf(readme, "Your first integration")).map(({ text }) => text.trimEnd());
  const [, begin = "", install] = (typed[0] ?? "").split("\n");
  // The result of installPacked.
  expect(typed[0]).toContain("npm pack --pack-destination .. && cd ..\n");
  expect(install).toBe("cd helpdesk && npm install");
  const initialized = begin.replace(/^npx --package \S+ zapc init helpdesk/, "npx zapc init .");
  const printed = [initialized, ...(typed[1] ?? "").split("\n")].map((command) =>
    execFileSync("sh", ["-c", command], options()),
  );
  expect(printed).toEqual([
    expect.stringMatching(/\d+ files written\.\n\nInstall, build, test and audit it:\n/),
    expect.stringMatching(/Tests +4 passed[\s\S]*no findings/),
    expect.stringContaining("  scripting/actions/create_ticket.ts\n  test/actions/create_ticket.test.ts\n"),
    expect.stringMatching(/2 items from new_ticket\n$/),
  ]);
});

const app = `import type { App } from "zapc";

export const app = {
  title: "Helpdesk",
  version: "1.0.0",
  description: "Helpdesk is a service for support teams.",
  test_trigger: "new_ticket",
  auth: {
    type: "api_key",
    placement: "header",
    mapping: { "X-Api-Key": "{{api_key}}" },
    fields: [{ key: "api_key", label: "API Key", type: "password", required: true }],
  },
} as const satisfies App;
`;

const program = `import { type Run, simulate } from "zapc/simulator";

const sim = await simulate({
  script: "dist/zap.js",
  metadata: "dist/metadata.json",
  auth_fields: { api_key: "k" },
  http: () => Response.json([{ number: 7, title: "Printer on fire", queue: { name: "support" } }]),
  record: "tickets.json",
});
const run: Run = await sim.poll("new_ticket");
console.log(JSON.stringify(run.items));
await sim.close();
`;

const suite = `import { expect, test } from "vitest";
import { simulator, type WantedRequest } from "zapc/vitest";

const wanted: WantedRequest = { method: "GET", headers: { "X-Api-Key": "k" } };

test("a ticket triggers", async () => {
  const sim = await simulator({ auth_fields: { api_key: "k" }, http: () => Response.json([{ number: 7 }]) });
  const run = await sim.poll("new_ticket", { trigger_fields: { queue: "support" } });
  expect(run).toTrigger([]);
  expect(run).toHaveRequested(wanted);
  // @ts-expect-error: no such matcher
  expect(() => expect(run).toHaveTriggered()).toThrow("toHaveTriggered");
});
`;

const builder = `import { type BuildReport, build, check, type Results } from "zapc";

const report: BuildReport = await build();
const none: Results = [];
console.log(JSON.stringify([report.methods, (await check()).files, none]));
`;

const hydrators = `import type { Hydrate } from "zapc";

export function details(bundle: Hydrate<{ number: number }>): string {
  return String(bundle.number);
}

declare module "zapc" {
  interface Register {
    hydrators: typeof import("./hydrators.ts");
  }
}
`;

const typedTrigger = `import type { Poll, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://api.example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>) {
  return [{ id: 1, details: z.dehydrate("details", { number: 1 }), shown: $.trim(" x "), at: new Date() }];
}
`;

const typedTest = `import { simulate } from "zapc/simulator";

const sim = await simulate({ script: "dist/zap.js", metadata: "dist/metadata.json" });
const { items } = await sim.poll<typeof import("../scripting/triggers/new_thing.ts")>("new_thing");
const shown: [number, string, string, string][] = items.map(({ id, details, shown, at }) => [id, details, shown, at]);
// @ts-expect-error: the trigger's items have no such property
console.log(process.argv, shown, items[0]?.title);
`;

describe("the package", () => {
  beforeAll(() => {
    for (const name of ["scripting", "test", "tsconfig.json"])
      rmSync(join(user.directory, name), { recursive: true, force: true });
    write("scripting/app.ts", app);
    write("scripting/triggers/new_ticket.ts", codeBlocks(readFileSync("README.md", "utf8"))[0]?.text ?? "");
    write("auth.json", '{ "api_key": "k" }');
    execFileSync("npx", ["zapc", "build"], options());
  });

  test("simulates in a program, and replays its recording on the command line", () => {
    const item = { id: 7, title: "Printer on fire" };
    write("poll.mjs", program.replace(": Run", "").replace("type Run, ", ""));
    expect(JSON.parse(node("poll.mjs"))).toEqual([item]);

    const args = ["poll", "new_ticket", "--auth", "auth.json", "--replay", "tickets.json", "--json"];
    const run = JSON.parse(node("node_modules/zapc/bin/zapc.cjs", "simulate", ...args));
    expect(run).toMatchObject({ outcome: "succeeded", items: [item] });
  });

  test("has matchers for vitest", () => {
    write("matchers.test.ts", suite);
    expect(node("node_modules/vitest/vitest.mjs", "run", "matchers.test.ts")).toMatch(/Tests +1 passed/);
  });

  test("builds for a program", () => {
    const untyped = builder.replace("type BuildReport, ", "").replace(", type Results", "");
    write("build.mjs", untyped.replace(/: \w+/g, ""));
    expect(JSON.parse(node("build.mjs"))).toEqual([["new_ticket_post_poll"], [], []]);
  });

  // An integration's sources beside a program, too: their types come from the same module.
  test.each([
    ["nodenext", "nodenext"],
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("has its types, with module %s and moduleResolution %s", (module, resolution) => {
    write("package.json", '{ "type": "module" }');
    write("poll.mts", program);
    write("build.mts", builder);
    write("matchers.test.mts", suite);
    const options = [
      ...[
        "--noEmit",
        "--strict",
        "--allowImportingTsExtensions",
        "--target",
        "es2022",
        "--lib",
        "es2022,dom",
      ],
      ...["--module", module, "--moduleResolution", resolution],
      // Not those of Node.js: a program may do without them.
      ...["--types", ""],
    ];
    const files = ["poll.mts", "build.mts", "matchers.test.mts", "scripting/app.ts"];
    expect(node("node_modules/typescript/bin/tsc", ...options, ...files)).toBe("");
  });

  // The tsconfig.json of docs/simulator.md.
  test.each([
    ["nodenext", {}],
    ["esnext", { moduleResolution: "bundler" }],
  ])("types results by the sources, beside the types of Node.js, with module %s", (module, more) => {
    write("typed/package.json", '{ "type": "module" }');
    write("typed/scripting/hydrators.ts", hydrators);
    write("typed/scripting/triggers/new_thing.ts", typedTrigger);
    write("typed/test/new_thing.test.ts", typedTest);
    const config = JSON.parse(
      codeBlocks(readFileSync("docs/simulator.md", "utf8")).find(({ text }) => text.includes("zapc/globals"))
        ?.text ?? "",
    );
    write(
      "typed/tsconfig.json",
      JSON.stringify({ ...config, compilerOptions: { ...config.compilerOptions, module, ...more } }),
    );
    expect(
      spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--project", "typed"], options())
        .stdout,
    ).toBe("");
  });

  test("opens the studio, which is for who has its address only", async () => {
    const command = join(user.directory, "node_modules/zapc/bin/zapc.cjs");
    const studio = await startCommand([], { folder: user.directory, command });
    try {
      const { origin, port, hash } = new URL(studio.address);
      const token = hash.replace("#token=", "");
      const page = await fetch(origin);
      expect([page.status, await page.text()]).toEqual([
        200,
        expect.stringContaining("<title>zapc studio</title>"),
      ]);
      expect((await fetch(`${origin}/main.js`)).status).toBe(200);
      const authorization = `Authorization: Bearer ${token}`;
      const statusOf = async (...headers: string[]) =>
        (await rawAnswer(Number(port), ["GET /api/state HTTP/1.1", ...headers, "Connection: close"])).split(
          " ",
        )[1];
      expect(await statusOf(`Host: 127.0.0.1:${port}`, authorization)).toBe("200");
      expect(await statusOf(`Host: 127.0.0.1:${port}`)).toBe("401");
      expect(await statusOf("Host: zapc.example", authorization)).toBe("403");
      expect(await openedRun({ origin, token })).toMatchObject({ kind: "poll", status: "error" });
    } finally {
      await studio.close();
    }
  });

  test("has every file that its documents link to", () => {
    const root = join(user.directory, "node_modules/zapc");
    const pages = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".md"),
    );
    expect(pages.sort()).toEqual(["ARCHITECTURE.md", "CHANGELOG.md", "README.md", ...pagesOfDocs()].sort());
    for (const page of pages) {
      const links = linksIn(readFileSync(join(root, page), "utf8")).filter(
        (link) => !link.startsWith("http"),
      );
      const missing = links.filter(
        (link) => !existsSync(join(root, dirname(page), link.split("#")[0] ?? "")),
      );
      expect(missing, page).toEqual([]);
    }
  });
});

/** Polls in a studio, which has no account, and opens the run. */
async function openedRun(studio: { readonly origin: string; readonly token: string }): Promise<unknown> {
  const { origin, token } = studio;
  const authorization = `Bearer ${token}`;
  for await (const event of eventsOf(studio))
    if (event.type === "state" && event.state.build.status === "good") break;
  const asked = await fetch(`${origin}/api/run`, {
    method: "POST",
    headers: { authorization, "Content-Type": "application/json" },
    body: JSON.stringify({ kind: "poll", operation: "triggers/new_ticket", fields: {} }),
  });
  const { id } = (await asked.json()) as { id: string };
  await untilEnded(studio, id);
  return (await fetch(`${origin}/api/run?id=${id}`, { headers: { authorization } })).json();
}

function pagesOfDocs(): string[] {
  return ["docs", "docs/decisions"].flatMap((folder) => {
    return readdirSync(folder).flatMap((file) => (file.endsWith(".md") ? [`${folder}/${file}`] : []));
  });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(user.directory, file)), { recursive: true });
  writeFileSync(join(user.directory, file), text);
}

/** Offline: what the user has not installed must not be fetched. */
function options() {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, npm_config_offline: "true" };
  return { cwd: user.directory, encoding: "utf8", env } as const;
}

function node(...args: string[]): string {
  return execFileSync(process.execPath, args, options());
}
