import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const requireCompiled = fileURLToPath(new URL("../../bin/require-compiled.cjs", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "zapc-compiled-"));
const file = join(folder, "program.cjs");
const code = join(folder, "program.compiled");
// Large enough for V8 to keep many functions.
const functions = Array.from(
  { length: 200 },
  (_, index) => `exports.f${index} = (n) => n * ${index} + "text ${index}";`,
);
writeFileSync(
  file,
  `${functions.join("\n")}\nexports.sum = () => [${functions.map((_, index) => `exports.f${index}(2)`)}].length;\n`,
);

function run() {
  const call = `require(${JSON.stringify(requireCompiled)}).requireCompiled(${JSON.stringify(file)}, ${JSON.stringify(code)})`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", `console.log(${call}.sum())`], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("starts where the code that an earlier process compiled is damaged, and compiles it anew", () => {
  const fine = { status: 0, stdout: "200\n", stderr: "" };
  expect(run()).toEqual(fine);
  const kept = readFileSync(code);
  const places = [0, 8, 24, 100, kept.length / 2, kept.length - 30].map(Math.floor);
  for (const place of places) {
    const damaged = Buffer.from(kept);
    for (let at = place; at < place + 8; at++) damaged[at] = (damaged[at] as number) ^ 0xff;
    writeFileSync(code, damaged);
    expect(run()).toEqual(fine);
  }
  for (const shorter of [kept.subarray(0, 10), kept.subarray(0, kept.length / 2), Buffer.alloc(0)]) {
    writeFileSync(code, shorter);
    expect(run()).toEqual(fine);
  }
});
