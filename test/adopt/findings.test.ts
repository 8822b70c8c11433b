import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { adopt } from "../../bin/index.mjs";

const folder = join(import.meta.dirname, "findings");

test.each([
  { fix: false, expected: "expected.txt" },
  { fix: true, expected: "expected-with-fix.txt" },
])("adopt reports what is wrong in a script: $expected", async ({ fix, expected }) => {
  const out = join(mkdtempSync(join(tmpdir(), "zapc-findings-")), "scripting");
  const { diagnostics } = await adopt({ source: join(folder, "script.js"), out, fix });
  const texts = diagnostics.map(({ file, line, column, severity, code, message, hint }) =>
    [`${relative(folder, file)}:${line}:${column} ${severity} ${code}`, `  ${message}`, `  → ${hint}`].join(
      "\n",
    ),
  );
  await expect(`${texts.join("\n")}\n`).toMatchFileSnapshot(join(folder, expected));
});
