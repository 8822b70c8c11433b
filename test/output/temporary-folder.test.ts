import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { removedAfter, temporaryFolder } from "../../src/output/temporary-folder.ts";

test("work that fails leaves no folder, and no listener", async () => {
  const listening = () => ["exit", "SIGINT", "SIGTERM", "SIGHUP"].map((it) => process.listenerCount(it));
  const before = listening();
  const folder = temporaryFolder("zapc-test-");
  expect(dirname(folder)).toBe(tmpdir());
  const failing = removedAfter(folder, async (given) => {
    expect(existsSync(given)).toBe(true);
    throw new Error("It fails.");
  });
  await expect(failing).rejects.toThrow("It fails.");
  expect(existsSync(folder)).toBe(false);
  expect(listening()).toEqual(before);
});

test.skipIf(process.platform === "win32")(
  "a directory for temporary files that is not there is a failure",
  () => {
    const { TMPDIR = "" } = process.env;
    onTestFinished(() => {
      process.env.TMPDIR = TMPDIR;
    });
    process.env.TMPDIR = "/nowhere/at/all";
    expect(() => temporaryFolder("zapc-test-")).toThrow(
      "Failed to make a folder for temporary files in /nowhere/at/all: there is no such file or directory.\n→ Let the variable TMPDIR name a directory that you may write to.",
    );
  },
);
