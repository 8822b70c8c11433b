import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { fileHash, signatureOf, signed } from "../../src/built/signature.ts";
import { ownVersion } from "../../src/package-root.ts";
import { integration, trigger } from "../compiler/integration.ts";
import { zapc } from "./zapc.ts";

const source = `${trigger}
/** Gives what is there. */
export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  const colour = trigger_fields.colour || "none";
  return [{ id: colour }];
}
`;

const scripting = integration({ "triggers/thing.ts": source });
let built: string;
/** `3f2a…`: the hash of the sources in the header. */
let sources: string;

beforeAll(async () => {
  built = await build(scripting, mkdtempSync(join(tmpdir(), "zapc-status-")));
  sources = signatureOf(built)?.sources as string;
});

async function build(directory: string, out: string): Promise<string> {
  await zapc(["build", "--scripting", directory, "--out", out]);
  return readFileSync(join(out, "zap.js"), "utf8");
}

/** The output of `zapc status` for a text on standard input. */
function status(pasted: string | Uint8Array, ...more: string[]) {
  return zapc(["status", "--scripting", scripting, ...more], undefined, pasted);
}

const made = (of: string, from: string, app = "Example 1.2.3, ") =>
  `  ${of.padEnd(12)} ${app}made by zapc ${ownVersion} from the sources ${from}`;

test("knows what the sources give", async () => {
  expect(await status(built)).toEqual({
    code: 0,
    stdout: `standard input is what the sources give.\n${made("pasted", sources)}\n`,
    stderr: "",
  });
});

test.each([
  ["Windows' line ends", (text: string) => text.replaceAll("\n", "\r\n")],
  [
    "blanks at the ends of its lines and of the file",
    (text: string) => `\n${text.replaceAll("\n", " \n")}\n`,
  ],
  ["a byte order mark, and no last line end", (text: string) => `\ufeff${text.trimEnd()}`],
  ["UTF-16, as Windows copies it into a file", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
])("counts a copy with %s as the same", async (_, change) => {
  const { code, stdout } = await status(change(built));
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `standard input is what the sources give.\n${made("pasted", sources)}\n`,
  });
});

test("shows an edit by hand", async () => {
  expect(await status(built.replace('"none"', '"any"'))).toEqual({
    code: 1,
    stdout: `standard input was edited by hand after zapc made it.
${made("pasted", sources)}
${made("the sources", sources)}

--- what zapc made
+++ pasted
@@ -8,7 +8,7 @@
   /** Gives what is there. */
   function thing_poll(bundle) {
     var trigger_fields = bundle.trigger_fields;
-    var colour = trigger_fields.colour || "none";
+    var colour = trigger_fields.colour || "any";
     return [{ id: colour }];
   }
 

  → Bring the edit into the sources: the next paste overwrites it.
`,
    stderr: "",
  });
});

test("shows what was wrapped around the file, and not that its lines were indented", async () => {
  const wrapped = `function load() {\n${built.replace(/^(?=.)/gm, "\t")}}\n`;
  const { code, stdout } = await status(wrapped);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^standard input was edited by hand after zapc made it\.\n {2}pasted {7}Example/);
  expect(stdout.split("\n").filter((line) => /^[-+](?![-+])/.test(line))).toEqual([
    "+function load() {",
    "+}",
  ]);
});

test("shows that lines were indented where nothing else differs", async () => {
  const { code, stdout } = await status(built.replace("    return [{", "  return [{"));
  expect(code).toBe(1);
  expect(stdout).toContain("\n-    return [{ id: colour }];\n+  return [{ id: colour }];\n");
});

test.each([
  ["its header", "its first 3 lines are missing", (lines: string[]) => lines.slice(3), ""],
  ["its end", "its last line is missing", (lines: string[]) => lines.slice(0, -2), "header"],
  [
    "both ends, in the middle of a line",
    "its first 2 lines and its last 4 lines are missing",
    (lines: string[]) => [lines[1]?.slice(20), ...lines.slice(2, -5), "  return"],
    "",
  ],
])("knows a copy that lacks %s", async (_, missing, part, header) => {
  const { code, stdout } = await status(part(built.split("\n")).join("\n"));
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: `standard input is only a part of zapc's file: ${missing}.
${header ? `${made("pasted", sources)}\n` : ""}${made("the sources", sources)}

  → Copy the whole file, from the comment at its start to \`})();\` at its end.
`,
  });
});

test("compares what zapc has not made", async () => {
  expect(await status("var Zap = {};\n")).toEqual({
    code: 1,
    stdout: `standard input has no header of zapc's: zapc has not made it, or its first lines were changed.
${made("the sources", sources)}

--- pasted
+++ what the sources give
@@ -1,1 +1,18 @@
-var Zap = {};
${built.trimEnd().replace(/^/gm, "+")}

  → Copy the whole file, with the comment at its start.
`,
    stderr: "",
  });
});

test("says so where two files have too little in common to compare", async () => {
  const { stdout } = await status(Array.from({ length: 2500 }, (_, line) => `line(${line});\n`).join(""));
  expect(stdout).toContain(
    "+++ what the sources give\nThey have too little in common for a readable comparison.\n",
  );
});

test("knows the same sources compiled by another zapc", async () => {
  const older = built
    .replace(`zapc ${ownVersion};`, "zapc 0.0.9;")
    .replace("/** Gives what is there. */", "");
  const { code, stdout } = await status(signed(older).code);
  expect(code).toBe(1);
  expect(stdout).toBe(`standard input was made from these sources, by another zapc.
${made("pasted", sources).replace(ownVersion, "0.0.9")}
${made("the sources", sources)}

--- pasted
+++ what the sources give
@@ -1,11 +1,11 @@
 // Example 1.2.3
-// Made from TypeScript by zapc 0.0.9; sources ${sources}, file ${fileHash(older)}.
+// Made from TypeScript by zapc ${ownVersion}; sources ${sources}, file ${fileHash(built)}.
 // Change the sources and build again: the next build replaces this file.
 'use strict';
 
 var Zap = (function () {
   // triggers/thing.ts
-
+  /** Gives what is there. */
   function thing_poll(bundle) {
     var trigger_fields = bundle.trigger_fields;
     var colour = trigger_fields.colour || "none";

  → Paste what \`zapc build\` writes.
`);
});

/** A file of other sources: with another version of the integration, say. */
function ofOtherSources(version: string): string {
  return signed(
    built.replace("// Example 1.2.3", `// Example ${version}`).replace(sources, "0123456789abcdef"),
  ).code;
}

test.each([
  ["1.2.3", "was made from other sources than these"],
  ["1.2.2", "is older than the sources"],
  ["1.10.0", "is newer than the sources"],
])("without Git's history, tells from the version %s that a file %s", async (version, says) => {
  const { code, stdout } = await status(ofOtherSources(version));
  expect(code).toBe(1);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    `standard input ${says}.`,
    made("pasted", "0123456789abcdef", `Example ${version}, `),
    made("the sources", sources),
  ]);
  expect(stdout.split("\n").slice(-3).join("\n")).toBe(
    "\n  → Before you paste what `zapc build` writes, make sure that these sources are the newest.\n",
  );
});

/** A repository with two commits, of which the second changes the default colour; the built files are committed, too. */
async function repository() {
  const root = mkdtempSync(join(tmpdir(), "zapc-repository-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", root, "-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      encoding: "utf8",
      env: { ...process.env, GIT_COMMITTER_DATE: "2026-01-02T12:00:00Z" },
    }).trim();
  const directory = join(root, "scripting");
  const commit = async (text: string) => {
    writeFileSync(join(directory, "triggers/thing.ts"), text);
    const zap = await build(directory, join(root, "dist"));
    git("add", ".");
    git("commit", "--quiet", "--message", "Built");
    return { zap, hash: git("rev-parse", "--short", "HEAD"), sources: signatureOf(zap)?.sources as string };
  };
  cpSync(scripting, directory, { recursive: true });
  git("init", "--quiet");
  const [first, second] = [await commit(source), await commit(source.replace('"none"', '"any"'))];
  return { git, directory, first, second };
}

test("with Git's history, tells which commit brought a file, and whether it is older or newer", async () => {
  const { git, directory, first, second } = await repository();
  const from = (one: typeof first, other: typeof first) =>
    `${made("pasted", one.sources)}, committed in ${one.hash} on 2026-01-02\n${made("the sources", other.sources)}`;
  const statusThere = (pasted: string) => zapc(["status", "-", "--scripting", directory], undefined, pasted);

  const older = await statusThere(first.zap);
  expect(older.code).toBe(1);
  expect(older.stdout).toMatch(`standard input is older than the sources.\n${from(first, second)}\n`);
  expect(older.stdout).toContain('-    var colour = trigger_fields.colour || "none";\n+    var colour');

  const edited = await statusThere(first.zap.replace('"none"', '"no"'));
  expect(edited.stdout).toMatch(
    "standard input was edited by hand after zapc made it, and the sources are others by now.\n",
  );
  expect(edited.stdout).toContain("\n--- what zapc made\n+++ pasted\n");
  expect(edited.stdout).toContain('|| "none";\n+    var colour = trigger_fields.colour || "no";\n');

  git("checkout", "--quiet", first.hash);
  const newer = await statusThere(second.zap);
  expect(newer.stdout).toMatch(`standard input is newer than the sources.\n${from(second, first)}\n`);
});

test("says what is wrong with sources that do not compile, and what it knows all the same", async () => {
  const broken = integration({ "triggers/thing.ts": `${source}export const pol = 1;\n` });
  const compared = (pasted: string) => zapc(["status", "--scripting", broken], undefined, pasted);
  const { code, stdout, stderr } = await compared(built);
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: `standard input was not edited by hand. Whether it is what the sources give shows once they compile.
${made("pasted", sources)}
`,
  });
  expect(stderr).toMatch(/^error unknown-method .*thing\.ts:13:14\n/);
  expect(stderr).toMatch(/\n1 error\. The sources give nothing to compare with\.\n$/);

  const { stdout: edited } = await compared(built.replace('"none"', '"any"'));
  expect(edited).toBe(`standard input was edited by hand after zapc made it.
${made("pasted", sources)}

  → Bring the edit into the sources: the next paste overwrites it.
`);
});

test("reports as JSON", async () => {
  const { code, stdout } = await status(built.replace('"none"', '"any"'), "--json");
  expect(code).toBe(1);
  const signature = { app: "Example 1.2.3", compiler: ownVersion, sources, file: fileHash(built) };
  expect(JSON.parse(stdout)).toEqual({
    ok: false,
    file: "standard input",
    state: "edited",
    sourcesDiffer: false,
    pasted: { ...signature, intact: false },
    built: { ...signature, intact: true },
    diff: {
      from: "what zapc made",
      to: "pasted",
      lines: [
        "@@ -8,7 +8,7 @@",
        "   /** Gives what is there. */",
        "   function thing_poll(bundle) {",
        "     var trigger_fields = bundle.trigger_fields;",
        '-    var colour = trigger_fields.colour || "none";',
        '+    var colour = trigger_fields.colour || "any";',
        "     return [{ id: colour }];",
        "   }",
        " ",
      ],
    },
    diagnostics: [],
  });
  expect(JSON.parse((await status(built, "--json")).stdout)).toEqual({
    ok: true,
    file: "standard input",
    state: "current",
    sourcesDiffer: false,
    pasted: { ...signature, intact: true },
    built: { ...signature, intact: true },
    diagnostics: [],
  });
});

test("reads a file", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "zapc-pasted-")), "pasted.js");
  writeFileSync(file, built);
  const { code, stdout } = await zapc(["status", file, "--scripting", scripting]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${file} is what the sources give.\n${made("pasted", sources)}\n`,
  });
});

test.each([
  ["it is empty", " \n", "it is empty", "Name a file, or pipe the text in."],
  [
    "it is binary",
    new Uint8Array([0x1b, 0x5b, 0xff, 0xfe, 0x80]),
    "it is neither UTF-8 nor UTF-16 with a byte order mark",
    "Save it as UTF-8.",
  ],
  [
    "it is UTF-16 without a byte order mark",
    Buffer.from("var Zap;", "utf16le"),
    "it is neither UTF-8 nor UTF-16 with a byte order mark",
    "Save it as UTF-8.",
  ],
])("refuses what is pasted where %s", async (_, pasted, why, hint) => {
  expect(await status(pasted)).toEqual({
    code: 1,
    stdout: "",
    stderr: `error Failed to read the pasted file from standard input: ${why}.\n  → ${hint}\n`,
  });
});

test("says that there is no such file", async () => {
  expect(await zapc(["status", "gone.js"])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error Failed to read the pasted file from gone.js: there is no such file or directory.\n  → Name a file, or pipe the text in.\n",
  });
});

test("exits with 2 when it is used wrongly", async () => {
  expect(await zapc(["status", "one.js", "two.js"])).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: too many arguments for 'status'. Expected 1 argument but got 2.\n",
  });
});
