import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const scripting = integration({
  "triggers/thing.ts": `${trigger}
export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  return [{ id: trigger_fields.colour || "none" }];
}
`,
});
const dist = mkdtempSync(join(tmpdir(), "zapc-size-"));

function build(...more: string[]) {
  return zapc(["build", "--scripting", scripting, "--out", dist, ...more]);
}

let built: string;
beforeAll(async () => {
  await build();
  built = readFileSync(join(dist, "zap.js"), "utf8");
});

const source = () => /function thing_poll.*?\n {2}\}\n/s.exec(built)?.[0].length ?? 0;
const frame = () => built.length - source();

test("shows the bytes of each source, of what encloses them, and the share of what a call has", async () => {
  const row = (bytes: number, title: string) =>
    `${String(bytes).padStart(10)} ${`${((bytes / built.length) * 100).toFixed(1)} %`.padStart(8)}  ${title}\n`;
  expect(await zapc(["size", "--dist", dist])).toEqual({
    code: 0,
    stdout: [
      row(frame(), "the header, and what holds it all together"),
      row(source(), "triggers/thing.ts"),
      row(built.length, `${dist}/zap.js`),
      "\n0.01 % of the 6 MB that a call has for the script and its data\n",
    ].join(""),
    stderr: "",
  });
});

const warning = (more: string) =>
  `zap.js has ${built.length} bytes, which is more than ${more}. A call has 6,000,000 for the script and its data.`;

test("reports as JSON, with the warning", async () => {
  const { code, stdout } = await zapc(["size", "--dist", dist, "--warn-above", "0.2KB", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    file: `${dist}/zap.js`,
    bytes: built.length,
    share: built.length / 6_000_000,
    limit: 6_000_000,
    parts: [
      { kind: "frame", name: "", bytes: frame() },
      { kind: "source", name: "triggers/thing.ts", bytes: source() },
    ],
    diagnostics: [
      {
        code: "size",
        severity: "warning",
        message: warning("200"),
        file: `${dist}/zap.js`,
        hint: "`zapc size` shows what it is made of.",
      },
    ],
  });
});

test("zapc build warns above a size, and builds all the same", async () => {
  const { code, stdout, stderr } = await build("--warn-above", "100");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^1 method in \d+ ms$/m);
  expect(stderr).toBe(
    `warning size ${dist}/zap.js\n  ${warning("100")}\n  → \`zapc size\` shows what it is made of.\n\n`,
  );
  expect((await build()).stderr).toBe("");
});

test("says so when there is no build", async () => {
  expect(await zapc(["size", "--dist", "gone"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error Failed to read gone/zap.js: there is no such file.\n  → `zapc build` writes it, and zap.js.map beside it. Name another directory with `--dist DIR`.\n",
  });
});

test("exits with 2 where the size is no size", async () => {
  expect(await zapc(["size", "--warn-above", "big"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: option '--warn-above <size>' argument 'big' is invalid. It must be a number of bytes, such as 100KB or 1.5MB.\n",
  });
});
