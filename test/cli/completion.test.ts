import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { missing } from "../missing.ts";
import { bin, environment, zapc } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-completion-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The candidates for the last word. */
async function candidates(...words: string[]): Promise<string[]> {
  const { stdout } = await zapc(["complete", "--", ...words]);
  return stdout.split("\n").flatMap((line) => (line === "" ? [] : [line.split("\t")[0] as string]));
}

test("completes commands", async () => {
  expect(await candidates("")).toEqual([
    "adopt",
    "prove",
    "init",
    "add",
    "build",
    "check",
    "simulate",
    "studio",
    "audit",
    "diff",
    "review",
    "export",
    "deliver",
    "size",
    "status",
    "trace",
    "completion",
  ]);
  expect(await candidates("simulate", "wr")).toEqual(["write"]);
});

test("completes options, and the values of those that have a few", async () => {
  expect(await candidates("build", "--wa")).toEqual(["--watch", "--warn-above"]);
  expect(await candidates("simulate", "poll", "--runtime", "")).toEqual(["converted", "legacy"]);
  expect(await candidates("completion", "")).toEqual(["bash", "zsh", "fish"]);
});

test("completes keys from dist/metadata.json", async () => {
  expect(await candidates("simulate", "poll", "new_")).toEqual([
    ...["new_attachment", "new_dataset", "new_feedback", "new_record"],
  ]);
  expect(await candidates("simulate", "write", "un")).toEqual(["unpublish_dataset"]);
  expect(await candidates("simulate", "search", "--json", "find_d")).toEqual(["find_dataset"]);
  expect(await candidates("simulate", "dropdown", "triggers/fie")).toEqual([
    "triggers/field_value_changed",
    "triggers/fields",
  ]);
  expect(await candidates("simulate", "dropdown", "triggers/new_record", "da")).toEqual(["dataset"]);
});

test("completes keys from another directory, and none where there is no build", async () => {
  const step = { key: "thing", label: "Thing", fields: [], methods: [] };
  writeFileSync(
    join(folder, "metadata.json"),
    JSON.stringify({ triggers: [step], actions: [], searches: [], methods: [] }),
  );
  expect(await candidates("simulate", "poll", "--dist", folder, "")).toEqual(["thing"]);
  expect(await candidates("simulate", "poll", `--dist=${folder}`, "")).toEqual(["thing"]);
  // The words that bash splits it into.
  expect(await candidates("simulate", "poll", "--dist", "=", folder, "")).toEqual(["thing"]);
  expect(await candidates("simulate", "poll", "--dist", join(folder, "none"), "")).toEqual([]);
});

test("leaves files to the shell", async () => {
  expect(await candidates("simulate", "poll", "--auth", "")).toEqual([]);
  expect(await candidates("trace", "")).toEqual([]);
});

/** The environment of a shell that finds the command. */
function withCommand() {
  const command = join(folder, "bin/zapc");
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(command, 0o755);
  return { ...environment, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
}

/** The commands by which a shell shows its completions. */
const shells = {
  bash: `source <(zapc completion bash)
    COMP_WORDS=(zapc simulate poll new_d); COMP_CWORD=3; _zapc; echo "\${COMPREPLY[@]}"`,
  fish: `zapc completion fish | source; complete -C "zapc simulate poll new_d" | string split -f 1 \\t`,
  // Its completion needs a terminal: here is only tested what it would offer.
  zsh: `autoload -U compinit; compinit -u -d ${join(folder, "zcompdump")}; source <(zapc completion zsh)
    _describe() { print -l -- "\${(@)found%%:*}" }; words=(zapc simulate poll new_d); CURRENT=4; _zapc`,
};

for (const [shell, script] of Object.entries(shells)) {
  const isInstalled = spawnSync(shell, ["--version"]).error === undefined;
  const { isSkipped, why } = missing({ isInstalled, install: `apt-get install ${shell}` });
  test.skipIf(isSkipped)(`completes in ${shell}${why}`, () => {
    const options = { encoding: "utf8", env: withCommand() } as const;
    expect(execFileSync(shell, ["-c", script], options)).toBe("new_dataset\n");
  });
}

test("says which shells there are", async () => {
  const { code, stderr } = await zapc(["completion", "tcsh"]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      "error: command-argument value 'tcsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.\n",
  });
});

test("completes the kinds of authentication and the templates", async () => {
  expect(await candidates("init", "--auth", "oauth")).toEqual(["oauth1", "oauth2", "oauth2_refresh"]);
  expect(await candidates("add", "")).toEqual(["trigger", "action", "search"]);
  expect(await candidates("add", "trigger", "new_ticket", "--template", "h")).toEqual(["hook"]);
});
