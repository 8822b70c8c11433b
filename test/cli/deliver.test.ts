import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { signed } from "../../src/built/signature.ts";
import type { Metadata } from "../../src/model/definitions.ts";
import { deskly } from "../audit/deskly.ts";
import { zapc } from "./zapc.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "zapc-deliver-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  const git = (...args: string[]) => execFileSync("git", ["-C", made, ...args], { stdio: "ignore" });
  git("init", "--quiet");
  git("config", "user.name", "x");
  git("config", "user.email", "x@example.com");
  return made;
}

function commit(here: string): void {
  execFileSync("git", ["-C", here, "add", "."]);
  execFileSync("git", ["-C", here, "commit", "--quiet", "-m", "A build"]);
}

/** Writes a build of the help desk. Its source's hash stands for what it was made from. */
function build(here: string, change: Partial<Metadata> = {}, result = "bundle.request"): void {
  const sources = result === "bundle.request" ? "0123456789abcdef" : "fedcba9876543210";
  const header = `// Deskly 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources ${sources}, file 0000000000000000.\n`;
  const methods = ["new_ticket_pre_poll", "new_reply_catch_hook", "pre_subscribe", "attachment"];
  const body = methods.map((name) => `${name}: function (bundle) { return ${result}; }`).join(",\n  ");
  const { code, file } = signed(`${header}'use strict';\nvar Zap = {\n  ${body}\n};\n`);
  mkdirSync(join(here, "dist"), { recursive: true });
  writeFileSync(join(here, "dist/zap.js"), code);
  writeFileSync(
    join(here, "dist/metadata.json"),
    JSON.stringify({ format: 1, script: file, ...deskly, ...change }),
  );
}

const relabelled = { actions: deskly.actions.map((action) => ({ ...action, label: "Open Ticket" })) };

/** A folder whose build was delivered on the 29th of November. */
async function delivered(): Promise<string> {
  const here = folder();
  build(here);
  expect(await zapc(["deliver", "--delivered", "2026-11-29"], here)).toEqual({
    code: 0,
    stdout: "zapc-delivered.json: delivered on 2026-11-29. Commit it.\n",
    stderr: "",
  });
  commit(here);
  return here;
}

const todo = async (here: string, ...args: string[]) => {
  const { stdout } = await zapc(["deliver", "--json", ...args], here);
  return JSON.parse(stdout);
};

describe("the tasks", () => {
  test("is everything at first", async () => {
    const here = folder();
    build(here);
    const { code, stdout } = await zapc(["deliver"], here);
    expect(stdout).toMatch(
      /^Nothing was delivered yet: the script and all settings are to be entered\.\n\nAudit: /,
    );
    expect(stdout).toContain(
      " 2. [ ] Platform UI > Advanced > Legacy Web Builder: replace the whole script by dist/zap.js, and press Save.\n",
    );
    expect(stdout).toContain(
      "Platform UI > Authentication, Triggers, Actions: change every setting. dist/metadata.json has the values.",
    );
    expect(code).toBe(stdout.includes("Audit: no findings") ? 0 : 1);
  });

  test("is nothing after a delivery", async () => {
    const here = await delivered();
    const { stdout } = await zapc(["deliver"], here);
    expect(stdout).toMatch(
      /^Nothing is to be done: the build is what was delivered\. Last delivery: 2026-11-29\.\n/,
    );
    expect(await todo(here)).toMatchObject({ todo: "nothing", checklist: [], last: { date: "2026-11-29" } });
    expect(JSON.parse(readFileSync(join(here, "zapc-delivered.json"), "utf8"))).toMatchObject({
      ...{ format: 1, date: "2026-11-29", sources: "0123456789abcdef" },
      ...{ script: expect.stringMatching(/^[\da-f]{16}$/), metadata: expect.stringMatching(/^[\da-f]{16}$/) },
    });
  });

  test("is the script alone, where that has changed", async () => {
    const here = await delivered();
    build(here, {}, "{}");
    const report = await todo(here);
    expect(report).toMatchObject({ todo: "script", changes: { ok: true } });
    expect(report.changes.methods.length).toBeGreaterThan(0);
    expect(report.checklist.join("\n")).not.toContain("Authentication, Triggers, Actions");
  });

  test("is the settings alone, with each change", async () => {
    const here = await delivered();
    build(here, relabelled);
    const { stdout } = await zapc(["deliver"], here);
    expect(stdout).toMatch(
      /^Settings have changed, and the script has not\. Last delivery: 2026-11-29\.\n\nText only\n/,
    );
    expect(stdout).toContain("Open Ticket");
    expect(stdout).not.toContain("Legacy Web Builder");
  });

  test("is not to break live Zaps: that ends with 1", async () => {
    const here = await delivered();
    build(here, { searches: [], actions: relabelled.actions }, "{}");
    const { code, stdout } = await zapc(["deliver"], here);
    expect(code).toBe(1);
    expect(stdout).toContain("Breaks live Zaps\n");
    expect(stdout).toMatch(/ZDE50\d/);
  });

  test("is said without the changes, where the delivered build was never committed", async () => {
    const here = folder();
    build(here);
    await zapc(["deliver", "--delivered", "2026-11-29"], here);
    build(here, relabelled, "{}");
    const { stdout } = await zapc(["deliver"], here);
    expect(stdout).toContain(
      "The changes are not known: Git's history does not have the build that was delivered.",
    );
  });
});

test("exports an app, and prints what uploads it", async () => {
  const here = folder();
  build(here);
  for (const _ of ["once", "again"]) {
    const { stdout } = await zapc(["deliver", "--cli", "app"], here);
    expect(stdout).toContain(
      " 1. [ ] cd app && npm install && npm test\n 2. [ ] npx zapier-platform validate\n 3. [ ] npx zapier-platform push\n",
    );
  }
  expect(readFileSync(join(here, "app/scripting.js"), "utf8")).toBe(
    readFileSync(join(here, "dist/zap.js"), "utf8"),
  );
});

describe("impossible deliveries", () => {
  test.each(["yesterday", "2026-02-30", "29.11.2026"])("a delivery on %s", async (date) => {
    const here = folder();
    build(here);
    expect(await zapc(["deliver", "--delivered", date], here)).toMatchObject({
      code: 2,
      stderr: `error Failed to record the delivery: "${date}" is not a date.\n  → Write it as in \`--delivered 2026-11-29\`.\n`,
    });
    expect(existsSync(join(here, "zapc-delivered.json"))).toBe(false);
  });

  test("a record that is not one", async () => {
    const here = folder();
    build(here);
    writeFileSync(join(here, "zapc-delivered.json"), "{}");
    const { code, stderr } = await zapc(["deliver"], here);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "Failed to read the last delivery from zapc-delivered.json: it must have `date`, `script` and `metadata`, each a text.",
    );
    expect((await zapc(["deliver", "--delivered", "2026-11-29"], here)).code).toBe(2);
  });

  test("opening a review that is not there", async () => {
    const here = folder();
    build(here);
    const { code, stderr } = await zapc(["deliver", "--open"], here);
    expect({ code, isNamed: stderr.includes("review.html: there is no such file.") }).toEqual({
      code: 2,
      isNamed: true,
    });
  });
});
