import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { signatureOf } from "../../src/built/signature.ts";
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
      "OUT/REVIEW.md N bytes",
      "OUT/review.html N bytes",
      "1 method in N ms",
      "  thing_poll",
      "",
      "Paste OUT/zap.js into the scripting editor:",
      "  Platform UI > Advanced > Legacy Web Builder.",
      "",
    ].join("\n"),
  );
  expect(readdirSync(out).sort()).toEqual([
    "REVIEW.md",
    "metadata.json",
    "review.html",
    "zap.js",
    "zap.js.map",
  ]);
});

test("describes the integration in metadata.json", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  await build();
  expect(JSON.parse(readFileSync(join(out, "metadata.json"), "utf8"))).toEqual({
    format: 1,
    generator: expect.stringMatching(/^zapc \d+\.\d+\.\d+$/),
    script: signatureOf(readFileSync(join(out, "zap.js"), "utf8"))?.file,
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
    files: ["zap.js", "zap.js.map", "metadata.json", "REVIEW.md", "review.html"].map((name) => ({
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
      "  Nothing imports trigger/thing.ts, and it is not in a place for a trigger or a method.",
      "  → Triggers and methods stand in app.ts, auth.ts, hooks.ts, hydrators.ts, members.ts, triggers/KEY.ts, " +
        "actions/KEY.ts, searches/KEY.ts. Other files are built where one of these imports them.",
      "\n",
    ].join("\n"),
  );
});

test("says why it cannot write, and leaves what is there", async () => {
  const { scripting, out } = project({ "triggers/thing.ts": source });
  writeFileSync(join(out, "file"), "kept");
  const { code, stderr } = await zapc(["build", "--scripting", scripting, "--out", join(out, "file")]);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `error Failed to build into ${out}/file: it is a file.\n  → Name another directory with \`--out\`, dist say.\n`,
  );
  expect(readFileSync(join(out, "file"), "utf8")).toBe("kept");
});

test("replaces no file that it did not make, and names all of them", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  const mine = { "zap.js": "var mine = 1;\n", "metadata.json": '{ "mine": true }\n', "zap.js.map": "{}\n" };
  for (const [name, text] of Object.entries(mine)) writeFileSync(join(out, name), text);
  const before = fingerprint(out);
  const { code, stdout, stderr } = await build();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.replaceAll(out, "OUT")).toBe(
    [
      "error Failed to write OUT/zap.js: the file is there, and zapc did not make it.",
      "  and OUT/zap.js.map: the file is there, and zapc did not make it.",
      "  and OUT/metadata.json: the file is there, and zapc did not make it.",
      "  → Choose another place, or replace it with `--force`, in a program `force: true`.\n",
    ].join("\n"),
  );
  expect(fingerprint(out)).toEqual(before);

  expect((await build("--force")).code).toBe(0);
  expect(fingerprint(out)).not.toEqual(before);
  expect((await build()).code).toBe(0);
});

test.each([
  ["today's", (name: string) => readFileSync(join("dist", name), "utf8")],
  ["a version that wrote no generator", (name: string) => earlier[name] ?? ""],
])("replaces the files of an earlier build: %s", async (_, textOf) => {
  const { out, build } = project({ "triggers/thing.ts": source });
  for (const name of ["zap.js", "zap.js.map", "metadata.json"]) writeFileSync(join(out, name), textOf(name));
  expect(await build()).toMatchObject({ code: 0, stderr: "" });
});

/** Files of the first version. */
const earlier: { readonly [name: string]: string } = {
  "zap.js":
    "'use strict';\n\n// Example 1.0.0\n// Made from TypeScript by zapc 0.1.0; sources 346ecc729c10a94e.\nvar Zap = {};\n",
  "zap.js.map": '{"version":3,"mappings":"","names":[],"sources":[],"sourcesContent":[],"file":"zap.js"}\n',
  "metadata.json": '{ "app": { "title": "Example" }, "methods": [], "triggers": [] }\n',
};

test("writes nothing where one of the files cannot be", async () => {
  const { out, build } = project({ "triggers/thing.ts": source });
  mkdirSync(join(out, "metadata.json"));
  const { code, stderr } = await build("--force");
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error Failed to write ${out}/metadata.json: it is a directory.\n  → Choose another place.\n`,
  });
  expect(readdirSync(out)).toEqual(["metadata.json"]);
});

test.each([
  [".", "it holds the sources"],
  ["triggers", "it holds the sources"],
  ["/", "it is the root of the file system"],
])("does not write into %s", async (place, why) => {
  const { scripting } = project({ "triggers/thing.ts": source });
  const { code, stderr } = await zapc(["build", "--scripting", ".", "--out", place, "--force"], scripting);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error Failed to build into ${place}: ${why}.\n  → Name another directory with \`--out\`, dist say.\n`,
  });
  expect(readdirSync(scripting).sort()).toEqual(["app.ts", "triggers"]);
  expect(readdirSync(join(scripting, "triggers"))).toEqual(["thing.ts"]);
});

test("the files that the documents have readers write are ignored by Git", () => {
  const texts = ["README.md", ...readdirSync("docs").map((name) => `docs/${name}`)]
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(name, "utf8"));
  const written = texts.flatMap((text) => [...text.matchAll(/^echo .* > (\S+)$/gm)].map(([, name]) => name));
  expect(written).toContain("auth.json");
  const ignored = execFileSync("git", ["check-ignore", ...new Set(written as string[])], {
    encoding: "utf8",
  });
  expect(ignored.trim().split("\n").sort()).toEqual([...new Set(written)].sort());
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
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    failure: {
      message: expect.stringMatching(/^Failed to read .*gone: there is no such file or directory\.$/),
      hint: "Name the directory of the sources with `--scripting DIR`.",
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
  expect((await zapc(["-v"])).stdout).toBe(`${version}\n`);
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

test.each(["build", "check", "simulate poll", "simulate call", "size", "status", "trace"])(
  "explains %s by examples that it accepts",
  async (command) => {
    const { stdout } = await zapc([...command.split(" "), "--help"]);
    const examples = [...stdout.matchAll(/^ {2}\$ zapc (.*)$/gm)].map(([, example = ""]) => example);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(example).toMatch(new RegExp(`^${command}( |$)`));
      for (const [option] of example.matchAll(/(?<= )--[\w-]+/g)) expect(stdout).toContain(`  ${option} `);
    }
  },
);

test("dumps the text of each module after each phase, in place of an earlier dump", async () => {
  const { build, out } = project({ "triggers/thing.ts": source });
  const dump = join(out, "dump");
  for (const _ of ["first", "again"])
    expect(await build("--dump", dump)).toMatchObject({ code: 0, stderr: "" });
  const files = readdirSync(dump, { recursive: true, encoding: "utf8" }).filter((file) => /\./.test(file));
  expect(files.map((file) => file.replaceAll("\\", "/")).sort()).toEqual([
    "1-prepared/triggers/thing.ts",
    "2-bundled/triggers/thing.js",
    "3-analyzed/triggers/thing.json",
    "4-lowered/triggers/thing.js",
    "5-printed/triggers/thing.js",
  ]);
  expect(readFileSync(join(dump, "2-bundled/triggers/thing.js"), "utf8")).toContain("function poll(bundle)");
  expect(readFileSync(join(dump, "5-printed/triggers/thing.js"), "utf8")).toContain(
    "function thing_poll(bundle)",
  );
});

test("dumps into no directory that holds anything else", async () => {
  const { build, out } = project({ "triggers/thing.ts": source });
  writeFileSync(join(out, "notes.txt"), "mine");
  expect(await build("--dump", out)).toEqual({
    code: 2,
    stdout: "",
    stderr: `error Failed to dump into ${out}: it holds notes.txt, which is no part of a dump.\n  → Name a new directory.\n`,
  });
  expect(readFileSync(join(out, "notes.txt"), "utf8")).toBe("mine");
});
