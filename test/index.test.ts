import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { build, check } from "zapc";
import { integration, trigger } from "./compiler/integration.ts";

const source = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;
const wrong = source.replace("trigger_fields.colour", "trigger_fields.color");

function out(): string {
  return join(mkdtempSync(join(tmpdir(), "zapc-out-")), "dist");
}

test("builds a directory, and reports what it wrote", async () => {
  const directory = out();
  const report = await build({ scripting: integration({ "triggers/thing.ts": source }), out: directory });
  const written = readdirSync(directory).sort();
  expect(written).toEqual(["REVIEW.md", "metadata.json", "review.html", "zap.js", "zap.js.map"]);
  expect(report).toEqual({
    ok: true,
    methods: ["thing_poll"],
    files: ["zap.js", "zap.js.map", "metadata.json", "REVIEW.md", "review.html"].map((name) => {
      const file = join(directory, name);
      return { file, bytes: readFileSync(file).length };
    }),
    milliseconds: expect.any(Number),
    diagnostics: [],
  });
});

test("reports what is wrong with the sources, and then writes nothing", async () => {
  const scripting = integration({ "triggers/thing.ts": wrong });
  const directory = out();
  const report = await build({ scripting, out: directory });
  expect(report).toMatchObject({ ok: false, methods: [], files: [] });
  expect(report.diagnostics).toMatchObject([
    { code: "TS2551", severity: "error", file: join(scripting, "triggers/thing.ts"), line: 9, column: 39 },
  ]);
  expect(existsSync(directory)).toBe(false);
});

test("checks what it would build, and writes nothing", async () => {
  const scripting = integration({ "triggers/thing.ts": source });
  const before = readdirSync(scripting);
  expect(await check({ scripting, warn_above: 10 })).toMatchObject({
    ok: true,
    methods: ["thing_poll"],
    files: [],
    diagnostics: [{ code: "size", severity: "warning", file: "zap.js" }],
  });
  expect(readdirSync(scripting)).toEqual(before);

  const failed = await check({ scripting: integration({ "triggers/thing.ts": wrong }) });
  expect(failed).toMatchObject({ ok: false, diagnostics: [{ code: "TS2551" }] });
});

test("says which option it cannot use", async () => {
  await expect(build({ scriptin: "x" } as object)).rejects.toMatchObject({
    name: "Failure",
    fault: "Failed to build: there is no option scriptin.",
    hint: "Did you mean scripting? There are: scripting, warn_above, out, force.",
  });
  await expect(check({ warn_above: -1 })).rejects.toMatchObject({
    name: "Failure",
    message: "Failed to check: the option warn_above is -1, and must be a number of bytes.",
  });
});

test("says that there is no such directory", async () => {
  await expect(build({ scripting: "gone" })).rejects.toMatchObject({
    name: "Failure",
    message: expect.stringMatching(/^Failed to read .*gone: /),
  });
});

test("prints nothing, and lets the process end by itself", async () => {
  const scripting = integration({ "triggers/thing.ts": wrong });
  const program = `import { build } from "zapc"; await build({ scripting: ${JSON.stringify(scripting)} });`;
  const ended = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
  expect(ended).toEqual({ stdout: "", stderr: "" });
});
