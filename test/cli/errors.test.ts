import { execFile } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { bin, type CommandRun, environment, zapc } from "./zapc.ts";

const thing = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;

/** A project of its own: sources, and packages beside which builds are remembered. */
function project() {
  const folder = mkdtempSync(join(tmpdir(), "zapc-errors-"));
  cpSync(integration({ "triggers/thing.ts": thing }), join(folder, "scripting"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  // Temporary folders are their user's alone.
  for (const path of ["", "scripting"]) chmodSync(join(folder, path), 0o755);
  return { folder, scripting: join(folder, "scripting") };
}

describe("with --json", () => {
  test.each([
    [["build", "--scriptng"], "unknown option '--scriptng'", "Did you mean --scripting?"],
    [["bild"], "unknown command 'bild'", "Did you mean build?"],
    [["simulate", "poll"], "missing required argument 'trigger'", undefined],
    [["simulate", "call", "poll"], "required option '--bundle <file>' not specified", undefined],
    [["build", "one"], "too many arguments for 'build'. Expected 0 arguments but got 1.", undefined],
    [
      ["size", "--warn-above", "much"],
      "option '--warn-above <size>' argument 'much' is invalid. It must be a number of bytes, such as 100KB or 1.5MB.",
      undefined,
    ],
  ])("wrong use is an answer, too: %j", async (args, message, hint) => {
    const { code, stdout, stderr } = await zapc([...args, "--json"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ ok: false, failure: { message, ...(hint && { hint }) } });
  });

  test("an unreadable file is an answer, too", async () => {
    const { scripting } = project();
    const { code, stdout } = await zapc(["build", "--scripting", join(scripting, "app.ts"), "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      failure: {
        message: `Failed to read ${scripting}/app.ts: it is a file, not a directory.`,
        hint: "Name the directory of the sources with `--scripting DIR`.",
      },
    });
  });
});

describe("sources that cannot be read", () => {
  test.each([
    [".", "it is a symbolic link to a directory that it is in.\n  → Remove the link."],
    ["loop", "its symbolic links lead in a circle."],
  ])("are named: a symbolic link to %s", async (target, why) => {
    const { scripting } = project();
    symlinkSync(target, join(scripting, "loop"));
    const { code, stderr } = await zapc(["build", "--scripting", scripting]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `error Failed to read ${scripting}/loop: ${why}\n` });
  });
});

// Root's rights say nothing about other users.
const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Runs the command as a user who is not root, in a folder. */
function zapcAsUser(args: readonly string[], cwd: string): Promise<CommandRun> {
  return new Promise((done) => {
    const options = { cwd, env: environment, ...user };
    execFile(process.execPath, [bin, ...args], options, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : error ? 99 : 0, stdout, stderr });
    });
  });
}

const canRun = process.platform !== "win32" && (await zapcAsUser(["--version"], tmpdir())).code === 0;
const why = canRun ? "" : " (not here: no other user can run zapc from its folder)";

describe.skipIf(!canRun)(`as a user who may not do everything${why}`, () => {
  test("a folder and a file that may not be read are named", async () => {
    const { folder, scripting } = project();
    chmodSync(folder, 0o777);
    for (const path of ["triggers/thing.ts", "triggers"]) {
      chmodSync(join(scripting, path), 0);
      const { code, stdout, stderr } = await zapcAsUser(["build"], folder);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr: `error Failed to read ${scripting}/${path}: permission is denied.\n`,
      });
    }
  });

  test("a directory that may not be written is named", async () => {
    const { folder } = project();
    chmodSync(folder, 0o555);
    const { code, stdout, stderr } = await zapcAsUser(["build"], folder);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: "error Failed to write dist/zap.js: permission is denied.\n",
    });
  });

  test("builds beside packages that are read-only, with what earlier builds left there", async () => {
    const { folder, scripting } = project();
    expect((await zapc(["build"], folder)).code).toBe(0);
    chmodSync(folder, 0o777);
    if (user.uid)
      for (const file of ["", "zap.js", "zap.js.map", "metadata.json", "REVIEW.md", "review.html"])
        chownSync(join(folder, "dist", file), user.uid, user.gid);
    await setReadOnly(join(folder, "node_modules"));
    writeFileSync(join(scripting, "triggers/thing.ts"), thing.replace('"none"', '"nothing"'));
    expect(await zapcAsUser(["build"], folder)).toMatchObject({ code: 0, stderr: "" });
    expect(await zapcAsUser(["check"], folder)).toMatchObject({ code: 0, stderr: "" });
  });
});

function setReadOnly(folder: string): Promise<void> {
  return new Promise((done) => execFile("chmod", ["-R", "a-w,a+rX", folder], () => done()));
}
