import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const source = `${trigger.replace("PostPoll, PrePoll, RequestResult, ", "")}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1 }];
}
`;
const folder = mkdtempSync(join(tmpdir(), "zapc-stale-"));
const scripting = join(folder, "scripting");

beforeAll(async () => {
  cpSync(
    integration({ "triggers/thing.ts": source, "triggers/other.ts": source, "auth.ts": "export {};\n" }),
    scripting,
    {
      recursive: true,
    },
  );
  await zapc(["build"], folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The warnings of a poll. */
async function warned(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await zapc(["simulate", "poll", "thing", ...args], folder);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('"id": 1') });
  return stderr;
}

const stale = (what: string) =>
  `warning stale dist/zap.js\n  It is older than the sources: ${what} since it was built.\n  → Build again: \`zapc build\`.\n\n`;

test("says nothing where the sources are those of the build", async () => {
  expect(await warned()).toBe("");
});

test("names what has changed, is gone or is new", async () => {
  const other = join(scripting, "triggers/other.ts");
  // Line ends do not count.
  writeFileSync(other, source.replaceAll("\n", "\r\n"));
  expect(await warned()).toBe("");

  writeFileSync(other, `${source}// changed\n`);
  expect(await warned()).toBe(stale("triggers/other.ts has changed"));

  rmSync(join(scripting, "auth.ts"));
  expect(await warned()).toBe(stale("auth.ts and triggers/other.ts have changed"));

  writeFileSync(join(scripting, "hooks.ts"), "export {};\n");
  writeFileSync(join(scripting, "shared.ts"), "export {};\n");
  writeFileSync(join(scripting, "triggers/new.ts"), source);
  expect(await warned()).toBe(stale("auth.ts, hooks.ts, triggers/new.ts and 1 other have changed"));
});

test("keeps the JSON of a run, and the report of zapc size, clean", async () => {
  const { stdout } = await zapc(["simulate", "poll", "thing", "--json"], folder);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: "succeeded" });
  const size = await zapc(["size", "--json"], folder);
  expect(JSON.parse(size.stdout).diagnostics).toMatchObject([{ code: "stale", severity: "warning" }]);
});

test("says nothing of another integration's sources", async () => {
  cpSync(join(folder, "dist"), join(folder, "elsewhere/dist"), { recursive: true });
  cpSync(integration({ "triggers/apart.ts": source }), join(folder, "elsewhere/scripting"), {
    recursive: true,
  });
  const { stderr } = await zapc(["simulate", "poll", "thing"], join(folder, "elsewhere"));
  expect(stderr).toBe("");
});
