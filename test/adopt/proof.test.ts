import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { adopt } from "../../bin/index.mjs";
import { scriptOf } from "../../src/adopt/cut/script.ts";
import { tokenProof } from "../../src/adopt/proof/tokens.ts";
import { zapc } from "../cli/zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-adopt-proof-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("the tokens of the sources", () => {
  const script = `var API = 'https://api.example.com';
String.prototype.shout = function () { return this + '!'; };
var Zap = {
  a1_pre_poll: function (bundle) { return { url: API + "/a" }; },
  a1_post_poll: function (bundle) { return /a\\/b/.test(bundle.response.content) ? [] : [{ id: 1 }]; }
};
`;
  const shared = `var API = 'https://api.example.com';
String.prototype.shout = function () { return this + '!'; };

export { API };
`;
  const step = `import { API } from "../shared.js";

/** @satisfies {import("zapc").Trigger} */
export const trigger = /** @type {const} */ ({ type: "polling" });

export function pre_poll(bundle) {
  return { url: API + "/a" };
}

export function post_poll(bundle) {
  return /a\\/b/.test(bundle.response.content) ? [] : [{ id: 1 }];
}
`;
  const proofOf = (files: { shared?: string; step?: string }, original = script) =>
    tokenProof({
      ...{ original: scriptOf(original), repaired: scriptOf(script), isWhole: false, rewrites: 0 },
      files: [
        { path: "shared.js", text: files.shared ?? shared },
        { path: "triggers/a1.js", text: files.step ?? step },
      ],
    });

  test("are those of the script, whatever the layout", () => {
    expect(proofOf({})).toMatchObject({ ok: true, rewrites: 0, lost: [], added: [] });
  });

  test.each([
    ["a method is missing", { step: step.slice(0, step.indexOf("export function post_poll")) }, 1, 0],
    ["a statement is missing", { shared: shared.replace(/^String.*\n/m, "") }, 1, 0],
    ["a token is another one", { step: step.replace('"/a"', '"/b"') }, 1, 1],
    ["a parameter is missing", { step: step.replace("pre_poll(bundle)", "pre_poll()") }, 1, 1],
    ["a regular expression is another one", { step: step.replace("a\\/b", "a\\/c") }, 1, 1],
    ["something is added", { shared: `${shared}API += "x";\n` }, 0, 1],
    ["a variable has another value", { shared: shared.replace("example.com", "example.org") }, 1, 1],
  ])("are not where %s", (_, files, lost, added) => {
    const proof = proofOf(files);
    expect([proof.ok, proof.lost.length, proof.added.length]).toEqual([false, lost, added]);
  });

  test("are those of the script in TypeScript, too", () => {
    const typed = step
      .replace(/^import/, 'import type { Poll, Results } from "zapc";\nimport')
      .replace(/\/\*\* @type.*\((\{.*\})\)/, "$1 as const satisfies Trigger")
      .replace(
        "post_poll(bundle)",
        "post_poll(bundle: Poll<typeof trigger>, callback: Callback<{ a: 1 }>): Results",
      )
      .replace("bundle.response.content", "(bundle.response!.content as string)");
    const original = script.replace("post_poll: function (bundle)", "post_poll: function (bundle, callback)");
    const files = [
      { path: "shared.js", text: shared },
      { path: "triggers/a1.ts", text: typed },
    ];
    const taken = original.replace("bundle.response.content", "(bundle.response.content)");
    const proof = {
      original: scriptOf(taken),
      repaired: scriptOf(taken),
      isWhole: false,
      rewrites: 0,
      files,
    };
    expect(tokenProof(proof)).toMatchObject({ ok: true, lost: [], added: [] });
    const [sharedFile] = files as [(typeof files)[0]];
    const other = { path: "triggers/a1.ts", text: typed.replace('"/a"', '"/b"') };
    expect(tokenProof({ ...proof, files: [sharedFile, other] }).ok).toBe(false);
  });

  test("are not where the script was rewritten and nobody says so", () => {
    expect(proofOf({}, script.replace("'!'", "'?'"))).toMatchObject({
      ok: false,
      lost: ["a rewrite that is not reported"],
    });
  });
});

describe("an adoption ends with its proof", () => {
  const source = write(
    "s.js",
    "var Zap = {\n  a1_post_poll: function (bundle) {\n    octal = 017;\n    return [{ id: octal }];\n  }\n};\n",
  );
  let run: Awaited<ReturnType<typeof zapc>>;
  beforeAll(async () => {
    run = await zapc(["adopt", source, "--out", join(folder, "proven"), "--fix"]);
  });

  test("whose rungs the command prints", () => {
    expect(run.stdout).toMatch(
      /\n\nTokens: all 28 are in the sources; 2 reported rewrites\.\nZap: 1 name, the same; lengths the same; names that nothing declares the same\.\nGlobals that only the old script makes, which changes nothing else: octal\nEqual: 1 method, 20 calls on the simulator, 20 calls on the runner \d+\.\d+\.\d+\.\nReached: 1 of 1 functions on Zap, 1 of 1 functions, 0 of 0 branches\.\n\nBuild it/,
    );
    expect(run.code).toBe(0);
  });

  test("which says why it could not be made", async () => {
    const { proof } = await adopt({ source, out: join(folder, "not-proven"), prove: true });
    expect(proof).toMatchObject({
      ok: true,
      not_run_because:
        "the sources cannot be built yet: Nothing declares `octal`: to set it throws in strict mode, as zap.js is.",
    });
  });

  test("without the testing code with which the script does not load", async () => {
    const tested = write(
      "tested.js",
      "var Zap = { a1_post_poll: function (bundle) { return [{ id: 1 }]; } };\n// FOOT\nif (module) { module.exports = Zap; }\n// END FOOT\n",
    );
    const { proof } = await adopt({
      ...{ source: tested, out: join(folder, "tested"), prove: true, runner: false },
    });
    expect(proof).toMatchObject({
      ok: true,
      without_testing_code_because: "the old script does not load: ReferenceError: module is not defined.",
      scripts: { ok: true, methods: [{ name: "a1_post_poll", runs: 20 }] },
    });
  });
});
