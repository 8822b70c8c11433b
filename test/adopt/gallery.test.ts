import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { scriptOf } from "../../src/adopt/cut/script.ts";
import { tokenProof } from "../../src/adopt/proof/tokens.ts";
import { repaired } from "../../src/adopt/rewrite/repaired.ts";
import type { AdoptReport } from "../../src/index.ts";
import { behaviourOf } from "./behaviour.ts";

const gallery = join(import.meta.dirname, "gallery");

describe("an adopted script does the same once it is built", () => {
  for (const file of readdirSync(gallery)) {
    test(file.replace(/\.js$/, ""), async () => {
      const source = join(gallery, file);
      const text = readFileSync(source, "utf8");
      const directory = mkdtempSync(join(tmpdir(), "zapc-adopt-"));
      const [scripting, out] = [join(directory, "scripting"), join(directory, "dist")];
      const adopted = await adopt({ source, out: scripting, fix: text.startsWith("// fix") });
      expect(adopted.ok).toBe(true);
      expect(tokensOf(adopted, { source, text, scripting })).toMatchObject({ ok: true, lost: [], added: [] });
      const report = await build({ scripting, out });
      expect(report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(lostComments(text, adopted.files)).toEqual([]);
      const { leaked: _, ...built } = behaviourOf(readFileSync(join(out, "zap.js"), "utf8"));
      const { leaked: __, ...original } = behaviourOf(text);
      expect(built).toEqual(original);
    });
  }
});

interface Adoption {
  readonly source: string;
  readonly text: string;
  readonly scripting: string;
}

/** The first rung of the proof. */
function tokensOf({ files, whole_because }: AdoptReport, { source, text, scripting }: Adoption) {
  const original = scriptOf(text);
  const rewritten = repaired(original, { file: source, fix: text.startsWith("// fix") });
  return tokenProof({
    ...{ original, repaired: scriptOf(rewritten.text), isWhole: whole_because !== undefined },
    rewrites: rewritten.findings.length,
    files: files.map((file) => ({ path: relative(scripting, file), text: readFileSync(file, "utf8") })),
  });
}

/** The comments of a script that none of the files has; those of a testing tool are left out. */
function lostComments(text: string, files: readonly string[]): string[] {
  const adopted = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^|[\s;,}])\/\/.*/gm) ?? [];
  return comments.filter((comment) => !adopted.includes(comment) && !/HEAD|FOOT/.test(comment));
}
