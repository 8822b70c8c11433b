import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { signatureOf, signed } from "../../src/built/signature.ts";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const source = `${trigger}
/** Gives what is there. */
export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  return [{ id: trimmed(trigger_fields.colour!) }];
}

function trimmed(text: string): string {
  return text.trim();
}
`;

const scripting = integration({ "triggers/thing.ts": source });
// The sources are not needed any more: the source map has them.
const root = mkdtempSync(join(tmpdir(), "zapc-trace-"));
const dist = join(root, "dist");
let built: string;

beforeAll(async () => {
  await zapc(["build", "--scripting", scripting, "--out", dist]);
  rmSync(scripting, { recursive: true });
  built = readFileSync(join(dist, "zap.js"), "utf8");
});

function trace(text: string, ...more: string[]) {
  return zapc(["trace", "--dist", dist, ...more], undefined, text);
}

/** The trace of the runner, whose `new Function` puts two lines before the script; and more that somebody has put there. */
function runnersTrace(linesBefore = 0): string {
  const at = (text: string) => {
    const before = built.slice(0, built.indexOf(text)).split("\n");
    const position = `${before.length + 2 + linesBefore}:${(before.at(-1) as string).length + 1}`;
    return `(eval at compileLegacyScriptingSource (/var/task/index.js:489:10), <anonymous>:${position})`;
  };
  return `TypeError: Cannot read properties of undefined (reading 'trim')
    at trimmed ${at("trim()")}
    at Object.thing_poll ${at("trimmed(trigger")}
    at runEvent (/var/task/index.js:775:18)
`;
}

const mapped = `TypeError: Cannot read properties of undefined (reading 'trim')
    triggers/thing.ts:14:15 in trimmed
        12 |
        13 | function trimmed(text: string): string {
      > 14 |   return text.trim();
           |               ^
        15 | }
        16 |
    triggers/thing.ts:10:17 in poll
         8 | /** Gives what is there. */
         9 | export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
      > 10 |   return [{ id: trimmed(trigger_fields.colour!) }];
           |                 ^
        11 | }
        12 |
        13 | function trimmed(text: string): string {
    at runEvent (/var/task/index.js:775:18)
`;

test("shows the source lines that a trace comes from", async () => {
  expect(await trace(runnersTrace())).toEqual({ code: 0, stdout: mapped, stderr: "" });
});

test("finds the lines that were put before zap.js, and says so", async () => {
  expect(await trace(runnersTrace(3))).toEqual({
    code: 0,
    stdout: mapped,
    stderr: "\nThe trace is of a zap.js with 3 lines put before it.\n",
  });
});

test("takes the number of lines that the user says", async () => {
  const { stdout, stderr } = await trace("zap.js:16:12", "--offset", "5");
  expect(stdout).toMatch(/^triggers\/thing\.ts:10:10 in poll\n/);
  expect(stderr).toBe("\nThe trace is of a zap.js with 5 lines put before it.\n");
});

test("goes by a copy of what stands in the editor", async () => {
  const pasted = join(root, "pasted.js");
  writeFileSync(pasted, `function load() {\n\n\n${built.replace(/^(?=.)/gm, "  ")}\n}\n`);
  const shifted = runnersTrace(3).replace(/(?<=<anonymous>:\d+:)\d+/g, (column) => `${Number(column) + 2}`);
  expect(await trace(shifted, "--pasted", pasted)).toEqual({ code: 0, stdout: mapped, stderr: "" });
});

test("goes by the build in Git's history that was pasted", async () => {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", root, "-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      encoding: "utf8",
      env: { ...process.env, GIT_COMMITTER_DATE: "2026-01-02T12:00:00Z" },
    }).trim();
  git("init", "--quiet");
  git("add", "dist");
  git("commit", "--quiet", "--message", "Built");
  const pasted = join(root, "old.js");
  writeFileSync(pasted, built);
  const newer = integration({ "triggers/thing.ts": source.replace(/\/\*\*.*\n/, "") });
  const out = join(root, "newer");
  await zapc(["build", "--scripting", newer, "--out", out]);

  const { code, stdout, stderr } = await trace(runnersTrace(), "--dist", out, "--pasted", pasted);
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: mapped,
    stderr: `\nThe pasted file was committed in ${git("rev-parse", "--short", "HEAD")} on 2026-01-02: the lines are those of then.\n`,
  });
});

test("reports as JSON", async () => {
  const file = join(root, "trace.txt");
  writeFileSync(file, runnersTrace(3));
  const { code, stdout } = await zapc(["trace", file, "--dist", dist, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    build: signatureOf(built)?.file,
    offset: 3,
    lines: [
      { text: "TypeError: Cannot read properties of undefined (reading 'trim')", frames: [] },
      {
        text: "    triggers/thing.ts:14:15 in trimmed",
        frames: [
          {
            file: "triggers/thing.ts",
            line: 14,
            column: 15,
            function: "trimmed",
            source_line: "  return text.trim();",
          },
        ],
      },
      { text: "    triggers/thing.ts:10:17 in poll", frames: [expect.objectContaining({ line: 10 })] },
      { text: "    at runEvent (/var/task/index.js:775:18)", frames: [] },
      { text: "", frames: [] },
    ],
  });
});

test("says so when the trace is of another file", async () => {
  expect(await trace("at thing_poll (zap.js:12:1)")).toEqual({
    code: 1,
    stdout: "",
    stderr: `error Failed to map the trace: it is not of ${dist}/zap.js, with any number of lines before it.
  → If another version was pasted, or an edited one: copy it from the editor into a file, and name that with --pasted FILE.
`,
  });
});

test("says so when no build is known of what was pasted", async () => {
  const other = join(root, "other.js");
  const { sources } = signatureOf(built) ?? {};
  writeFileSync(other, signed(built.replace(sources as string, "0123456789abcdef")).code);
  expect(await trace(runnersTrace(), "--pasted", other)).toEqual({
    code: 1,
    stdout: "",
    stderr: `error Failed to map the trace: it was made from the sources 0123456789abcdef of Example 1.2.3, which ${dist} was not, and Git's history has no other build.
  → Build those sources into a directory of their own, and name that with --dist DIR.
`,
  });
});

test("says so when several numbers of lines fit, and how to name one", async () => {
  const { code, stderr } = await trace("zap.js:100:5");
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^error Failed to map the trace: it fits .*zap\.js pasted with (\d+, ){4}\d+ or another number of lines put before it\.\n/,
  );
  expect(stderr).toMatch(
    "\n  → Say which: `--offset 2` where 2 lines stand before it in the editor. Or copy what was pasted from the editor into a file, and name that with --pasted FILE.\n",
  );
});

test("says so when nothing is of the sources", async () => {
  expect(await trace("TypeError: no\n    at runEvent (/var/task/index.js:775:18)\n")).toEqual({
    code: 1,
    stdout: "",
    stderr: `error Failed to map the trace: no position in it is of the sources.
  → Positions look like zap.js:12:34, <anonymous>:12:34 or evalmachine.<anonymous>:12.
`,
  });
});

test("says so when there is no build, or none with its source map", async () => {
  const hint =
    "  → `zapc build` writes it, and zap.js.map beside it. Name another directory with `--dist DIR`.\n";
  expect((await zapc(["trace", "--dist", "gone"], undefined, runnersTrace())).stderr).toBe(
    `error Failed to read gone/zap.js: there is no such file.\n${hint}`,
  );
  const edited = mkdtempSync(join(tmpdir(), "zapc-edited-"));
  writeFileSync(join(edited, "zap.js"), built.replace("thing_poll", "edited"));
  writeFileSync(join(edited, "zap.js.map"), readFileSync(join(dist, "zap.js.map")));
  expect((await zapc(["trace", "--dist", edited], undefined, runnersTrace())).stderr).toBe(
    `error Failed to read ${edited}/zap.js: its source map is of another file, or it was edited by hand.\n${hint}`,
  );
});

test("exits with 2 when it is used wrongly", async () => {
  expect(await zapc(["trace", "--offset", "two"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: option '--offset <lines>' argument 'two' is invalid. It must be a whole number.\n",
  });
});
