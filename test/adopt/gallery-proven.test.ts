import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { adopt } from "../../bin/index.mjs";

const gallery = join(import.meta.dirname, "gallery");

/** The methods that read a variable which nothing declares before they set it: they throw, and with `--fix` it is undefined. */
const readsBeforeItSets: { readonly [file: string]: readonly string[] } = {
  "implicit-globals.js": ["show_post_poll"],
};

/** These are called on the platform's own runner, too, which takes seconds for each. */
const onRunner = ["aliases.js", "coffee.js", "chained.js", "implicit-globals.js", "requires.js"];

test.each(readdirSync(gallery))(
  "%s is adopted and proven equal",
  async (file) => {
    const source = join(gallery, file);
    const fix = readFileSync(source, "utf8").startsWith("// fix");
    const out = join(mkdtempSync(join(tmpdir(), "zapc-proven-")), "scripting");
    const { proof } = await adopt({ source, out, fix, prove: true, runner: onRunner.includes(file) });
    expect(proof?.tokens).toMatchObject({ ok: true, lost: [], added: [] });
    expect(proof?.not_run_because).toBeUndefined();
    expect(proof?.scripts?.members.differences).toEqual([]);
    const differing = proof?.scripts?.methods.filter(({ differences }) => differences.length > 0);
    expect(differing?.map(({ name }) => name)).toEqual(readsBeforeItSets[file] ?? []);
    const runner = proof?.scripts?.runner ?? { not_run_because: "" };
    const there = "methods" in runner ? runner.methods : [];
    expect(there.filter(({ differences }) => differences.length > 0)).toEqual([]);
    if (onRunner.includes(file)) expect(there.some(({ runs }) => runs > 0)).toBe(true);
  },
  120_000,
);
