import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { behaviourOf } from "../adopt/behaviour.ts";
import { largeScript } from "../adopt/large-script.ts";

test("a script of 4,000 lines does the same once it is adopted and built", async () => {
  const directory = mkdtempSync(join(tmpdir(), "zapc-adopt-"));
  const [source, scripting, out] = ["script.js", "scripting", "dist"].map((name) =>
    join(directory, name),
  ) as [string, string, string];
  const text = largeScript(4000);
  writeFileSync(source, text);
  await adopt({ source, out: scripting });
  await build({ scripting, out });
  expect(behaviourOf(readFileSync(join(out, "zap.js"), "utf8"))).toEqual(behaviourOf(text));
});
