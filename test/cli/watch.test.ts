import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { signatureOf } from "../../src/built/signature.ts";
import { integration, trigger } from "../compiler/integration.ts";
import { childrenOf, isRunning } from "./processes.ts";
import { startWatching } from "./watching.ts";

const thing = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;
const misspelt = thing.replace("trigger_fields.colour", "trigger_fields.color");

interface Report {
  readonly ok: boolean;
  readonly methods: readonly string[];
  readonly diagnostics: readonly { readonly code: string }[];
  readonly failure?: { readonly message: string };
}

/** A directory that is watched until the test ends. */
function watching(scripting: string, more = ["--json"]) {
  const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
  const started = startWatching(["--scripting", scripting, "--out", out, ...more]);
  onTestFinished(() => {
    started.process.kill("SIGKILL");
  });
  return { ...started, out, report: async () => JSON.parse(await started.line()) as Report };
}

/** An integration that is watched until the test ends. */
function watched(more?: string[]) {
  const root = mkdtempSync(join(tmpdir(), "zapc-watch-"));
  const scripting = join(root, "scripting");
  cpSync(integration({ "triggers/thing.ts": thing }), scripting, { recursive: true });
  const started = watching(scripting, more);
  return {
    ...started,
    root,
    scripting,
    save: (path: string, text: string) => writeFileSync(join(scripting, path), text),
    script: () => readFileSync(join(started.out, "zap.js"), "utf8"),
  };
}

test("builds again when a file is changed, added or removed", async () => {
  const { report, save, script, scripting } = watched();
  expect(await report()).toMatchObject({ ok: true, methods: ["thing_poll"] });

  save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
  expect(await report()).toMatchObject({ ok: true, methods: ["thing_poll"] });
  expect(script()).toContain('"colourless"');

  save("triggers/other.ts", thing);
  expect(await report()).toMatchObject({ ok: true, methods: ["other_poll", "thing_poll"] });

  rmSync(join(scripting, "triggers/other.ts"));
  expect(await report()).toMatchObject({ ok: true, methods: ["thing_poll"] });
  expect(script()).not.toContain("other_poll");
});

test("goes on through errors, leaves the last good build, and reports none once they are mended", async () => {
  const { report, save, script } = watched();
  await report();
  const good = script();

  save("triggers/thing.ts", misspelt);
  expect(await report()).toMatchObject({ ok: false, methods: [], diagnostics: [{ code: "TS2551" }] });
  save("app.ts", "export const app = {");
  expect(await report()).toMatchObject({ ok: false });
  expect(script()).toBe(good);

  save("app.ts", readFileSync(join(integration({}), "app.ts"), "utf8"));
  expect(await report()).toMatchObject({ ok: false, diagnostics: [{ code: "TS2551" }] });
  save("triggers/thing.ts", thing);
  expect(await report()).toMatchObject({ ok: true, diagnostics: [] });
});

test("goes on when a folder becomes a file", async () => {
  const { report, save, scripting } = watched();
  await report();
  mkdirSync(join(scripting, "shared"));
  save("shared/limit.ts", "export const limit = 5;\n");
  await report();
  save("shared/limit.ts", "export const limit = 6;\n");
  await report();
  rmSync(join(scripting, "shared"), { recursive: true });
  save("shared", "no folder any more");
  await report();
  save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
  let last: Report;
  do last = await report();
  while (!last.ok);
  expect(last).toMatchObject({ ok: true, methods: ["thing_poll"] });
});

test("says what keeps it from building, and goes on once that is mended", async () => {
  const { report, save, scripting } = watched();
  await report();
  const app = readFileSync(join(scripting, "app.ts"), "utf8");
  rmSync(join(scripting, "app.ts"));
  expect((await report()).failure?.message).toBe(`Failed to build ${scripting}: there is no app.ts in it.`);
  save("app.ts", app);
  expect(await report()).toMatchObject({ ok: true });
});

/** Waits for a build that did what is asked: one change of the directory may be told in several. */
async function until(report: () => Promise<Report>, isDone: (report: Report) => boolean): Promise<Report> {
  for (;;) {
    const last = await report();
    if (isDone(last)) return last;
  }
}

const isBuilt = ({ ok }: Report) => ok;
const isGone = ({ failure }: Report) => failure !== undefined;

/** The ways in which a watched directory disappears, and comes back. */
const moves: readonly {
  readonly name: string;
  readonly away: (scripting: string) => void;
  readonly back: (scripting: string) => void;
}[] = [
  {
    name: "it is moved away and back",
    away: (scripting) => renameSync(scripting, `${scripting}-away`),
    back: (scripting) => renameSync(`${scripting}-away`, scripting),
  },
  {
    name: "it is removed and made again",
    away: (scripting) => {
      cpSync(scripting, `${scripting}-copy`, { recursive: true });
      rmSync(scripting, { recursive: true });
    },
    back: (scripting) => cpSync(`${scripting}-copy`, scripting, { recursive: true }),
  },
  {
    name: "the directory that it is in is moved away and back",
    away: (scripting) => renameSync(dirname(scripting), `${dirname(scripting)}-away`),
    back: (scripting) => renameSync(`${dirname(scripting)}-away`, dirname(scripting)),
  },
  {
    name: "the directory that it is in is removed and made again",
    away: (scripting) => {
      cpSync(dirname(scripting), `${dirname(scripting)}-copy`, { recursive: true });
      rmSync(dirname(scripting), { recursive: true });
    },
    back: (scripting) => cpSync(`${dirname(scripting)}-copy`, dirname(scripting), { recursive: true }),
  },
];

describe.each(moves)("goes on when $name", ({ away, back }) => {
  test("and says meanwhile that it is not there", async () => {
    const { report, save, script, scripting } = watched();
    await report();
    away(scripting);
    expect((await until(report, isGone)).failure?.message).toBe(
      `Failed to read ${scripting}: there is no such file or directory.`,
    );
    back(scripting);
    await until(report, isBuilt);
    save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
    await until(report, () => script().includes('"colourless"'));
  });

  test("at once", async () => {
    const { report, save, script, scripting } = watched();
    await report();
    away(scripting);
    back(scripting);
    save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
    await until(report, () => script().includes('"colourless"'));
    save("triggers/thing.ts", thing);
    await until(report, () => !script().includes('"colourless"'));
  });
});

test("goes on when Git switches to a branch without the directory, and back", async () => {
  const { report, save, script, scripting, root } = watched();
  await report();
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
  const git = (...args: string[]) =>
    execFileSync("git", [...identity, ...args], { cwd: root, stdio: "pipe" });
  git("init", "--initial-branch=main");
  git("commit", "--allow-empty", "--message=Begin");
  git("branch", "empty");
  git("add", "--all");
  git("commit", "--message=Write the integration");
  git("switch", "empty");
  expect(existsSync(scripting)).toBe(false);
  await until(report, isGone);
  git("switch", "main");
  await until(report, isBuilt);
  save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
  await until(report, () => script().includes('"colourless"'));
});

test("goes on when the symbolic link that it was given leads elsewhere", async () => {
  const root = mkdtempSync(join(tmpdir(), "zapc-watch-"));
  const [one, other] = [
    integration({ "triggers/thing.ts": thing }),
    integration({ "triggers/thing.ts": thing, "triggers/other.ts": thing }),
  ];
  const link = join(root, "scripting");
  symlinkSync(one, link);
  const { report } = watching(link);
  expect(await report()).toMatchObject({ methods: ["thing_poll"] });
  rmSync(link);
  symlinkSync(other, link);
  expect(await until(report, isBuilt)).toMatchObject({
    methods: ["other_poll", "thing_poll"],
  });
  writeFileSync(join(other, "triggers/third.ts"), thing);
  await until(report, ({ methods }) => methods.includes("third_poll"));
});

test("goes on when a symbolic link in it leads elsewhere", async () => {
  const { report, scripting, root } = watched();
  await report();
  const [one, other, link] = [join(root, "one"), join(root, "other"), join(scripting, "triggers")];
  renameSync(link, one);
  cpSync(one, other, { recursive: true });
  writeFileSync(join(one, "first.ts"), thing);
  writeFileSync(join(other, "second.ts"), thing);
  symlinkSync(one, link);
  await until(report, ({ methods }) => methods.includes("first_poll"));
  rmSync(link);
  symlinkSync(other, link);
  await until(report, ({ methods }) => methods.includes("second_poll"));
  writeFileSync(join(other, "third.ts"), thing);
  await until(report, ({ methods }) => methods.includes("third_poll"));
});

test("builds what is there in the end, however many files change at once", async () => {
  const { report, save, script } = watched();
  await report();
  const names = Array.from({ length: 40 }, (_, number) => `thing_${10 + number}`);
  for (const name of names) save(`triggers/${name}.ts`, thing);
  const methods = [...names.map((name) => `${name}_poll`), "thing_poll"].sort();
  let builds = 0;
  let last: Report;
  do {
    last = await report();
    builds++;
  } while (last.methods.length < methods.length);
  expect([...last.methods].sort()).toEqual(methods);
  expect(builds).toBeLessThan(10);
  expect(script()).toContain("thing_49_poll: thing_49_poll");
});

test("takes no notice of what no build reads", async () => {
  const { report, save } = watched();
  await report();
  save("README.md", "# Notes");
  save("triggers/.thing.ts.swp", thing);
  save("triggers/thing.ts", misspelt);
  expect(await report()).toMatchObject({ ok: false });
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "ends with 0 at %s, in the middle of a build too, says nothing, and leaves nothing half done",
  async (signal) => {
    const { process, report, save, script, out, interrupt, said } = watched();
    await report();
    save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
    const started = childrenOf(process.pid as number);
    expect([await interrupt(signal), said()]).toEqual([0, ""]);
    // esbuild ends once the pipe to it is closed: moments after the process that started it.
    await expect.poll(() => started.filter(isRunning), { timeout: 5_000 }).toEqual([]);
    expect(readdirSync(out).sort()).toEqual(["metadata.json", "zap.js", "zap.js.map"]);
    expect(signatureOf(script())?.intact).toBe(true);
  },
);

test("exits with 2 when there is no such directory", async () => {
  const { process } = startWatching(["--scripting", join(tmpdir(), "zapc-nowhere")]);
  const code = await new Promise((done) => process.once("close", done));
  expect(code).toBe(2);
});

test("shows people the files, how long it took, and how to end it", async () => {
  const { line, out, scripting } = watched([]);
  const lines = [await line(), await line(), await line(), await line(), await line()];
  expect(lines.map((it) => it.replace(/ +\d+ bytes/, " N bytes").replace(/in \d+ ms/, "in N ms"))).toEqual([
    `${out}/zap.js N bytes`,
    `${out}/zap.js.map N bytes`,
    `${out}/metadata.json N bytes`,
    "1 method in N ms",
    `Watching ${scripting}. Ctrl+C ends it.`,
  ]);
});
