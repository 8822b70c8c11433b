import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { metadataWith, temporaryFolder } from "../simulator/integration.ts";
import { bin, type CommandRun, environment, zapc } from "./zapc.ts";

/* Files and devices that nobody should hand over, and a machine that gives no more: a sentence says so. */

/**
 * Runs a line of the shell, in which `zapc` is the command. Both are a group of processes of their own:
 * a signal to the whole group ends no test.
 */
async function shell(line: string, directory: string): Promise<CommandRun> {
  const script = `zapc() { '${process.execPath}' '${bin}' "$@"; }\n${line}`;
  const running = spawn("sh", ["-c", script], { cwd: directory, env: environment, detached: true });
  const [stdout, stderr, code] = await Promise.all([
    text(running.stdout),
    text(running.stderr),
    once(running, "exit").then(([code, signal]) => {
      if (signal !== null) throw new Error(`${signal} ended the shell that ran ${line}.`);
      return code as number;
    }),
  ]);
  return { code, stdout, stderr };
}

/** A failure as a command prints it without `--json`. */
function failureOf(stderr: string) {
  return /^error (?<message>[^\n]*)\n {2}→ (?<hint>[^\n]*)\n$/.exec(stderr)?.groups;
}

function project(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist/zap.js"), "var Zap = { thing_poll: function () { return []; } };\n");
  writeFileSync(join(folder, "dist/metadata.json"), JSON.stringify(metadataWith()));
  return folder;
}

test.each([
  [
    { api_key: ["a", { b: 1 }] },
    'error Failed to simulate: the auth field "api_key" (API Key) is a list, and must be one value.\n' +
      "  → Name a JSON file with what the user typed to connect the account: --auth FILE.\n",
  ],
  [
    ["api_key"],
    "error Failed to read the auth fields from auth.json: it is not a JSON object.\n" +
      '  → It must be an object from keys to values: { "domain": "data.example.com" }.\n',
  ],
])("an auth file holds %j", async (content, stderr) => {
  const folder = project();
  writeFileSync(join(folder, "auth.json"), JSON.stringify(content));
  expect(await zapc(["simulate", "poll", "thing", "--auth", "auth.json"], folder)).toEqual({
    code: 1,
    stdout: "",
    stderr,
  });
});

const isLinux = process.platform === "linux";

describe.skipIf(!isLinux)(`devices${isLinux ? "" : " (not here: they are Linux's)"}`, () => {
  test.each([
    [
      "zapc --version > /dev/full",
      "error Failed to run `zapc`: the disk is full.\n  → Make room on the disk.\n",
    ],
    [
      "zapc completion bash > /dev/full",
      "error Failed to run `zapc completion`: the disk is full.\n  → Make room on the disk.\n",
    ],
    [
      "zapc size --dist nowhere --json > /dev/full",
      "error Failed to run `zapc size`: the disk is full.\n  → Make room on the disk.\n",
    ],
    [
      "zapc trace /dev/zero",
      "error Failed to read the stack trace from /dev/zero: it has more than 256 MiB.\n  → Name a file, or pipe the text in.\n",
    ],
    [
      "zapc trace < /dev/zero",
      "error Failed to read the stack trace from standard input: it has more than 256 MiB.\n",
    ],
  ])("%s", async (line, stderr) => {
    expect(await shell(line, project())).toEqual({ code: 2, stdout: "", stderr });
  });
});

describe.skipIf(!isLinux)(`too few file handles${isLinux ? "" : " (not here: it is Linux's ulimit)"}`, () => {
  /** The fewest with which the command starts: with less, Node.js does not. */
  let fewest = 16;
  beforeAll(async () => {
    while ((await shell(`ulimit -n ${fewest}; zapc --version`, tmpdir())).code !== 0) fewest++;
  });

  const scripting = integration({ "triggers/thing.ts": `${trigger}export function poll() { return []; }\n` });

  test.each([
    `zapc build --scripting ${scripting} --out out`,
    `zapc check --scripting ${scripting} --json`,
    "zapc simulate poll thing --auth auth.json",
  ])("%s", async (line) => {
    const folder = project();
    writeFileSync(join(folder, "auth.json"), '{ "api_key": "k" }');
    const { code, stdout, stderr } = await shell(`ulimit -n ${fewest}; ${line}`, folder);
    expect(code).toBe(2);
    const said = line.includes("--json") ? JSON.parse(stdout).failure : stderr;
    expect(said.message ?? said).toMatch(
      /^(?:error )?Failed to .*this process has too many files open\.(?:\n|$)/,
    );
    expect((said.hint ?? said).toLowerCase()).toContain("raise the limit: `ulimit -n 1024`.");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("zapc build says it in a sentence, however many are too few", async () => {
    const sentence =
      /^error Failed to [^\n]*this process has too many files open\.\n {2}→ [^\n]*aise the limit: `ulimit -n 1024`\.\n$/;
    const ends: { code: unknown; stderr: string }[] = [];
    for (let handles = fewest; ends.at(-1)?.code !== 0; handles += 1) {
      const line = `ulimit -n ${handles}; zapc build --scripting ${scripting} --out out`;
      ends.push(await shell(line, project()));
    }
    expect(ends.length).toBeGreaterThan(3);
    for (const { code, stderr } of ends.slice(0, -1)) {
      expect(stderr).toMatch(sentence);
      expect(code).toBe(2);
    }
  });

  test.each(["", " --json"])("zapc size%s, where its sources are not bundled yet", async (json) => {
    const checkout = temporaryFolder();
    for (const name of ["bin", "src", "package.json", "package-lock.json"])
      cpSync(name, join(checkout, name), { recursive: true });
    symlinkSync(resolve("node_modules"), join(checkout, "node_modules"));
    const line = `ulimit -n ${fewest}; '${process.execPath}' '${checkout}/bin/zapc.cjs' size${json}`;
    const { code, stdout, stderr } = await shell(line, checkout);
    expect(code).toBe(2);
    // On a busy machine Node.js can have one file more open, so that zapc reads one less of its own.
    const message = expect.stringMatching(
      /^Failed to (?:start zapc|prepare zapc for its first run): this process has too many files open\.$/,
    );
    const hint = "Raise the limit: `ulimit -n 1024`.";
    const said = json ? JSON.parse(stdout).failure : failureOf(stderr);
    expect(said).toEqual({ message, hint });
    expect(json ? stderr : stdout).toBe("");
  });
});
