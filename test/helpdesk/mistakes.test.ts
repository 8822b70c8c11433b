import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { commandMistakes } from "./command-mistakes.ts";
import { type Deskly, startDeskly } from "./deskly.ts";
import { InstalledHelpdesk } from "./installed-helpdesk.ts";
import type { Mistake } from "./mistake.ts";
import { sourceMistakes } from "./source-mistakes.ts";

let helpdesk: InstalledHelpdesk;
let deskly: Deskly;
let account: string;

beforeAll(async () => {
  helpdesk = new InstalledHelpdesk();
  expect(await helpdesk.zapc(["build"])).toMatchObject({ code: 0, stderr: "" });
  deskly = await startDeskly();
  await (await helpdesk.connected(deskly)).close();
  account = readFileSync(helpdesk.path("account.json"), "utf8");
}, 120_000);
afterAll(() => {
  deskly.close();
  helpdesk.remove();
});

beforeEach(() => {
  helpdesk.restore();
  helpdesk.write("account.json", account);
});

test.each([...sourceMistakes, ...commandMistakes])("$name", async (mistake) => {
  make(mistake);
  const { command = ["build"], input, code, place, remedy } = mistake;
  const run = await helpdesk.zapc(withOrigin(command), input);
  const said = run.stdout + run.stderr;
  expect(said).toContain(place);
  expect(said).toContain(remedy);
  expect(said).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(run.code).toBe(code);
});

/** No request may go anywhere else. */
function withOrigin(command: readonly string[]): readonly string[] {
  const isAnswered = command.some((arg) => arg === "--url-base" || arg === "--replay");
  return command[0] === "simulate" && !isAnswered ? [...command, "--url-base", deskly.origin] : command;
}

/** Changes the files as its author has. */
function make({ files = {} }: Mistake): void {
  for (const [file, change] of Object.entries(files)) {
    if (change === null) rmSync(helpdesk.path(file));
    else if (typeof change === "string") helpdesk.write(file, change);
    else {
      const text = readFileSync(helpdesk.path(file), "utf8");
      expect(text).toContain(change.replace);
      helpdesk.write(file, text.replace(change.replace, change.by));
    }
  }
}
