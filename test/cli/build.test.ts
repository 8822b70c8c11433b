import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const source = `${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: bundle.trigger_fields.colour || "none" }];
}
`;

/** The names and digests of all files of a directory. */
function fingerprint(directory: string): string[] {
  return readdirSync(directory).map((name) => {
    return `${name} ${createHash("sha256")
      .update(readFileSync(join(directory, name)))
      .digest("hex")}`;
  });
}

function project(files: { readonly [path: string]: string }) {
  const scripting = integration(files);
  const out = mkdtempSync(join(tmpdir(), "zapc-out-"));
  return {
    scripting,
    out,
    build: (...more: string[]) => zapc(["build", "--scripting", scripting, "--out", out, ...more]),
  };
}

test("writes the three files and says what to do with them", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  const { code, stdout, stderr } = await build();
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(
    stdout
      .replace(/ +\d+ bytes/g, " N bytes")
      .replace(/in \d+ ms/, "in N ms")
      .replaceAll(out, "OUT"),
  ).toBe(
    [
      "OUT/zap.js N bytes",
      "OUT/zap.js.map N bytes",
      "OUT/metadata.json N bytes",
      "1 method in N ms",
      "  thing_poll",
      "",
      "Paste OUT/zap.js into the scripting editor:",
      "  Platform UI > Advanced > Legacy Web Builder.",
      "",
    ].join("\n"),
  );
  expect(readdirSync(out).sort()).toEqual(["metadata.json", "zap.js", "zap.js.map"]);
});

test("describes the integration in metadata.json", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  await build();
  expect(JSON.parse(readFileSync(join(out, "metadata.json"), "utf8"))).toEqual({
    app: {
      title: "Example",
      version: "1.2.3",
      description: "Example is a service for tests.",
      test_trigger: "thing",
      auth: { type: "session", fields: [], placement: "header", mapping: {} },
    },
    methods: [],
    hydrators: [],
    actions: [],
    searches: [],
    triggers: [
      {
        key: "thing",
        type: "polling",
        label: "New Thing",
        noun: "Thing",
        help_text: "Triggers when there is a new thing.",
        url: "https://example.com/things",
        fields: [{ key: "colour", label: "Colour", type: "unicode" }],
        sample: { id: 1 },
        methods: ["poll"],
      },
    ],
  });
});

test("shows every error as a code frame, writes nothing and exits with 1", async () => {
  const { scripting, out, build } = project({ "triggers/thing.ts": source });
  await build();
  const before = fingerprint(out);
  writeFileSync(
    join(scripting, "triggers/thing.ts"),
    source.replace("trigger_fields.colour", "trigger_fields.color"),
  );
  const { code, stdout, stderr } = await build();
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("triggers/thing.ts:9:39\n");
  expect(stderr).toContain("Property 'color' does not exist on type");
  expect(stderr).toContain(`   8 | export function poll(bundle: Poll<typeof trigger>): Results {
>  9 |   return [{ id: bundle.trigger_fields.color || "none" }];
     |                                       ^`);
  expect(stderr).toMatch(/\n1 error\. Nothing was written\.\n$/);
  expect(fingerprint(out)).toEqual(before);
});

test("reports as JSON", async () => {
  const { scripting, out, build } = project({ "triggers/thing.ts": source });
  const good = await build("--json");
  expect(JSON.parse(good.stdout)).toEqual({
    ok: true,
    methods: ["thing_poll"],
    files: ["zap.js", "zap.js.map", "metadata.json"].map((name) => ({
      file: join(out, name),
      bytes: readFileSync(join(out, name)).length,
    })),
    milliseconds: expect.any(Number),
    diagnostics: [],
  });
  writeFileSync(join(scripting, "triggers/thing.ts"), `${source}export const pol = 1;\n`);
  const bad = await build("--json");
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    ok: false,
    diagnostics: [
      { code: "unknown-method", file: join(scripting, "triggers/thing.ts"), line: 11, column: 14 },
    ],
  });
});

test("shows a warning and builds all the same", async () => {
  const { scripting, build } = project({ "triggers/thing.ts": source, "trigger/thing.ts": source });
  const { code, stderr } = await build();
  expect(code).toBe(0);
  expect(stderr).toBe(
    [
      `warning unused-file ${scripting}/trigger/thing.ts`,
      "  Nothing imports trigger/thing.ts, and it is no place for a trigger or a method.",
      "  → What is declared stands in app.ts, auth.ts, hooks.ts, hydrators.ts, triggers/KEY.ts, actions/KEY.ts, " +
        "searches/KEY.ts.",
      "\n",
    ].join("\n"),
  );
});

test("says why it cannot write, and leaves what is there", async () => {
  const { scripting, out } = project({ "triggers/thing.ts": source });
  writeFileSync(join(out, "file"), "kept");
  const { code, stderr } = await zapc(["build", "--scripting", scripting, "--out", join(out, "file")]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    `error Failed to write ${out}/file: EEXIST: file already exists, mkdir '${out}/file'.\n`,
  );
  expect(readFileSync(join(out, "file"), "utf8")).toBe("kept");
});

test("brings back what it has replaced when one of the files cannot be", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  writeFileSync(join(out, "zap.js"), "old");
  mkdirSync(join(out, "metadata.json"));
  expect((await build()).code).toBe(1);
  expect(readdirSync(out).sort()).toEqual(["metadata.json", "zap.js"]);
  expect(readFileSync(join(out, "zap.js"), "utf8")).toBe("old");
});

test("builds a copy of scripting/ that stands elsewhere", async () => {
  const { out } = project({});
  const copy = mkdtempSync(join(tmpdir(), "zapc copy "));
  cpSync("scripting", copy, { recursive: true });
  writeFileSync(join(copy, "triggers/.#new_record.ts"), "an editor's lock");
  const { code, stderr } = await zapc(["build", "--scripting", copy, "--out", out]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(readFileSync(join(out, "zap.js"), "utf8")).toBe(readFileSync("dist/zap.js", "utf8"));
});

test("builds a trigger with a key that reads like a hash", async () => {
  const { build } = project({ "triggers/thing.ts": source, "triggers/a1b2c3d4e5f6a7b8.ts": source });
  const { code, stdout } = await build();
  expect(code).toBe(0);
  expect(stdout).toContain("\n  a1b2c3d4e5f6a7b8_poll\n");
});

test("reports what it cannot do as JSON, too", async () => {
  const { code, stdout } = await zapc(["build", "--scripting", "gone", "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    failure: {
      message: expect.stringMatching(/^Failed to read .*gone: ENOENT/),
      hint: "Name the directory of the sources with --scripting DIR.",
    },
  });
});

test("refuses a file that is not UTF-8", async () => {
  const { scripting, build } = project({ "triggers/thing.ts": source });
  writeFileSync(join(scripting, "auth.ts"), Buffer.from("\ufeffexport {};", "utf16le"));
  const { code, stderr } = await build();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `error encoding ${scripting}/auth.ts\n  The file is not UTF-8.\n  → Save it as UTF-8.\n\n1 error. Nothing was written.\n`,
  );
});

test("tells its version", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  expect((await zapc(["--version"])).stdout).toBe(`${version}\n`);
});

test("exits with 2 when the command is used wrongly", async () => {
  expect(await zapc(["build", "--scriptng", "x"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: unknown option '--scriptng'\n(Did you mean --scripting?)\n",
  });
  expect((await zapc(["bild"])).code).toBe(2);
});

test("explains itself", async () => {
  const { code, stdout } = await zapc(["--help"]);
  expect(code).toBe(0);
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "build [options] compile a scripting directory into zap.js, zap.js.map and metadata.json",
  );
});
