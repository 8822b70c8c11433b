import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { missing } from "../missing.ts";
import { bin, environment } from "./zapc.ts";

/** `script` of util-linux gives a command a terminal. */
const isInstalled = process.platform === "linux" && existsSync("/usr/bin/script");
const { isSkipped, why } = missing({ isInstalled, install: "apt-get install bsdutils" });

const [enter, down, erase, interrupt] = ["\r", "\u001b[B", "\u007f", "\u0003"];

/** The input that is typed once a text is on the terminal. */
type Typed = readonly [shown: string, keys: string];

/** Runs `zapc init` on a terminal, in an empty directory, and types. */
function onTerminal(
  typed: readonly Typed[],
): Promise<{ code: number | null; shown: string; project: string }> {
  const project = join(mkdtempSync(join(tmpdir(), "zapc-questions-")), "helpdesk");
  const command = [process.execPath, bin, "init", project].map((it) => `'${it}'`).join(" ");
  // Its terminal has no columns at first.
  const shell = `stty cols 120 rows 40; exec ${command}`;
  const running = spawn("/usr/bin/script", ["-qec", shell, "/dev/null"], { env: environment });
  let shown = "";
  let from = 0;
  const left = [...typed];
  return new Promise((done) => {
    running.stdout.on("data", (data: Buffer) => {
      shown += stripVTControlCharacters(data.toString());
      const [next] = left;
      const at = next ? shown.indexOf(next[0], from) : -1;
      if (!next || at < 0) return;
      from = at + next[0].length;
      left.shift();
      running.stdin.write(next[1]);
    });
    running.on("close", (code) => done({ code, shown, project }));
  });
}

describe.skipIf(isSkipped)(`zapc init on a terminal${why}`, () => {
  test("asks for what no option says, and again after a wrong answer", async () => {
    const { code, shown, project } = await onTerminal([
      ["What is the service called?", `Help Desk${enter}`],
      ["What is the address of its API?", `ftp:${enter}`],
      ["It must be an https address", `${erase.repeat(4)}https://api.helpdesk.example${enter}`],
      ["How do users connect an account?", `${down}${enter}`],
      ["What does the first trigger find?", enter],
    ]);
    expect(shown).toMatch(/\d+ files written\./);
    expect(code).toBe(0);
    const app = readFileSync(join(project, "scripting/app.ts"), "utf8");
    expect(app).toContain('title: "Help Desk"');
    expect(app).toContain('type: "api_key"');
    const trigger = readFileSync(join(project, "scripting/triggers/new_item.ts"), "utf8");
    expect(trigger).toContain('url: "https://api.helpdesk.example/items"');
  });

  test("writes nothing when it is given up", async () => {
    const { code, shown, project } = await onTerminal([["What is the service called?", interrupt]]);
    expect(shown).toContain(`Failed to begin a project in ${project}: it was given up. Nothing was written.`);
    expect(code).toBe(2);
    expect(existsSync(project)).toBe(false);
  });
});
