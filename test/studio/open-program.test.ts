import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openProgram } from "../../src/studio/session/open-program.ts";

/** Why a program cannot be started where PATH is this. */
function whyNot(PATH: string): Promise<string | undefined> {
  const given = process.env.PATH;
  onTestFinished(() => {
    process.env.PATH = given;
  });
  process.env.PATH = PATH;
  return new Promise((fail) => openProgram("zapc-no-such-program", [], ({ code }) => fail(code)));
}

test("a program that is not there fails", async () => {
  expect(await whyNot("/nowhere")).toBe("ENOENT");
});

test.skipIf(process.platform === "win32")(
  "a program fails where PATH has a file for a directory",
  async () => {
    expect(await whyNot(fileURLToPath(import.meta.url))).toBe("ENOTDIR");
  },
);
