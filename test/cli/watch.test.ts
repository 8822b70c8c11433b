import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { signatureOf } from "../../src/compiler/signature.ts";
import { integration, trigger } from "../compiler/integration.ts";
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

/** An integration that is watched until the test ends. */
function watched(...more: string[]) {
  const scripting = integration({ "triggers/thing.ts": thing });
  const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
  const watching = startWatching(["--scripting", scripting, "--out", out, ...more]);
  onTestFinished(() => {
    watching.process.kill("SIGKILL");
  });
  return {
    ...watching,
    scripting,
    out,
    report: async () => JSON.parse(await watching.line()) as Report,
    save: (path: string, text: string) => writeFileSync(join(scripting, path), text),
    script: () => readFileSync(join(out, "zap.js"), "utf8"),
  };
}

test("builds again when a file is changed, added or removed", async () => {
  const { report, save, script, scripting } = watched("--json");
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
  const { report, save, script } = watched("--json");
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
  const { report, save, scripting } = watched("--json");
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
  const { report, save, scripting } = watched("--json");
  await report();
  const app = readFileSync(join(scripting, "app.ts"), "utf8");
  rmSync(join(scripting, "app.ts"));
  expect((await report()).failure?.message).toBe(`Failed to build ${scripting}: there is no app.ts in it.`);
  save("app.ts", app);
  expect(await report()).toMatchObject({ ok: true });
});

test("builds what is there in the end, however many files change at once", async () => {
  const { report, save, script } = watched("--json");
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
  const { report, save } = watched("--json");
  await report();
  save("README.md", "# Notes");
  save("triggers/.thing.ts.swp", thing);
  save("triggers/thing.ts", misspelt);
  expect(await report()).toMatchObject({ ok: false });
});

test("ends with 0 when it is interrupted, in the middle of a build too, and leaves nothing half done", async () => {
  const { process, report, save, script, out, interrupt } = watched("--json");
  await report();
  save("triggers/thing.ts", thing.replace('"none"', '"colourless"'));
  const started = childrenOf(process.pid as number);
  expect(await interrupt()).toBe(0);
  expect(started.filter(isRunning)).toEqual([]);
  expect(readdirSync(out).sort()).toEqual(["metadata.json", "zap.js", "zap.js.map"]);
  expect(signatureOf(script())?.intact).toBe(true);
});

test("exits with 1 when there is no such directory", async () => {
  const { process } = startWatching(["--scripting", join(tmpdir(), "zapc-nowhere")]);
  const code = await new Promise((done) => process.once("close", done));
  expect(code).toBe(1);
});

test("shows people the files, how long it took, and how to end it", async () => {
  const { line, out, scripting } = watched();
  const lines = [await line(), await line(), await line(), await line(), await line()];
  expect(lines.map((it) => it.replace(/ +\d+ bytes/, " N bytes").replace(/in \d+ ms/, "in N ms"))).toEqual([
    `${out}/zap.js N bytes`,
    `${out}/zap.js.map N bytes`,
    `${out}/metadata.json N bytes`,
    "1 method in N ms",
    `Watching ${scripting}. Ctrl+C ends it.`,
  ]);
});

/** The processes that a process has started, where the system tells. */
function childrenOf(process: number): number[] {
  try {
    return readFileSync(`/proc/${process}/task/${process}/children`, "utf8").trim().split(" ").map(Number);
  } catch {
    return [];
  }
}

function isRunning(process: number): boolean {
  try {
    return !readFileSync(`/proc/${process}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
