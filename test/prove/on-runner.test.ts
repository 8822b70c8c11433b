import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { prove } from "../../bin/index.mjs";
import type { MethodProof, ProveReport } from "../../src/index.ts";
import { installedRunner } from "../../src/prove/runner/installed-runner.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-prove-"));
const written = join(folder, "written");

/** Tells where it runs: the stack has the file of its process. */
const isOnRunner = "/process.cjs/.test(new Error().stack)";

const request = "{ url: 'https://api.example.com/' + bundle.zap.id, method: 'POST', data: 'OLD' }";

/** The body of a method in the old script, and what the new one has in its place. */
const bodies: { readonly [method: string]: readonly [string, (old: string) => string] } = {
  same_poll: ["return z.JSON.parse(z.request({ url: 'https://api.example.com/' }).content);", (it) => it],
  name_pre_poll: ["return { url: 'a' };", () => `return { url: ${isOnRunner} ? 'b' : 'a' };`],
  sync_poll: [`if (${isOnRunner}) z.request(${request}); return [];`, (it) => it.replace("OLD", "NEW")],
  fetch_poll: [
    "return fetch('https://api.example.com/', { method: 'POST', body: 'OLD' }).then(function () { return []; });",
    (it) => it.replace("'OLD'", `${isOnRunner} ? 'NEW' : 'OLD'`),
  ],
  unheard_poll: [
    "require('https').request('https://api.example.com/', { method: 'PUT' }).end('OLD'); return [];",
    (it) => it.replace("'OLD'", `${isOnRunner} ? 'NEW' : 'OLD'`),
  ],
  class_pre_poll: [
    "throw new HaltedException('no');",
    () => `throw ${isOnRunner} ? new StopRequestException('no') : new HaltedException('no');`,
  ],
  log_pre_poll: ["return {};", () => `if (${isOnRunner}) console.log('a'); return {};`],
  leak_pre_poll: ["return {};", () => `if (${isOnRunner}) leaked_name = 1; return {};`],
  bundle_pre_poll: ["return {};", () => `if (${isOnRunner}) bundle.meta.x = 1; return {};`],
  writes_write: [`require('fs').writeFileSync(${JSON.stringify(written)}, 'x'); return {};`, (it) => it],
  reads_write: ["return { read: String(require('fs').readFileSync('/etc/hostname')) };", (it) => it],
  starts_write: ["return { id: String(require('child_process').execSync('id')) };", (it) => it],
  looks_write: ["require('dns').lookup('example.com', function () {}); return {};", (it) => it],
  exits_write: [`if (${isOnRunner}) process.exit(3); return {};`, (it) => it],
  loops_write: [`while (${isOnRunner}) {} return {};`, (it) => it],
};

function script(side: "old" | "new"): string {
  const methods = Object.entries(bodies).map(
    ([name, [old, toNew]]) => `  ${name}: function (bundle) { ${side === "old" ? old : toNew(old)} }`,
  );
  const file = join(folder, `${side}.js`);
  const called = `  called_poll: function (bundle, callback) { z.request(${request}, function (error, response) { callback(error, [{ id: response.status_code }]); }); }`;
  writeFileSync(file, `var Zap = {\n${[...methods, called].join(",\n")}\n};\n`);
  return file;
}

describe("two scripts on the platform's own runner", () => {
  let report: ProveReport;

  beforeAll(async () => {
    report = await prove({ old: script("old"), new: script("new"), runs: 1 });
  }, 180_000);

  const proofOf = (name: string): MethodProof => {
    const methods = "methods" in report.runner ? report.runner.methods : [];
    return methods.find((it) => it.name === name) as MethodProof;
  };

  test("are the same on the simulator", () => {
    expect(report.methods.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(report.ok).toBe(false);
  });

  test.each([
    ["name_pre_poll", ["/result/url"]],
    ["sync_poll", ["/requests/0/body"]],
    ["fetch_poll", ["/requests/0/body"]],
    ["unheard_poll", ["/requests/0/body"]],
    ["class_pre_poll", ["/error/name"]],
    ["log_pre_poll", ["/logs/0"]],
    ["leak_pre_poll", ["/leaked/leaked_name"]],
    ["bundle_pre_poll", ["/bundle/meta/x"]],
  ])("are told apart in %s", (name, expected) => {
    expect(proofOf(name).differences.map(({ path }) => path)).toEqual(expected);
  });

  test("get made-up answers to their requests", () => {
    expect(proofOf("same_poll")).toMatchObject({ runs: 1, returned: 1, differences: [] });
    expect(proofOf("called_poll")).toMatchObject({ runs: 1, returned: 1, differences: [] });
  });

  test("write and read nothing, start nothing and ask nobody", () => {
    for (const name of ["writes_write", "reads_write", "starts_write", "looks_write"])
      expect(proofOf(name)).toMatchObject({ runs: 1, threw: 1, differences: [] });
    expect(existsSync(written)).toBe(false);
  });

  test("may end their process, or not end", () => {
    expect(proofOf("exits_write")).toMatchObject({ runs: 1, threw: 1, differences: [] });
    expect(proofOf("loops_write")).toMatchObject({ runs: 1, late: 1, differences: [] });
  });
});

test("the runner is found where it is installed, with the folders that it needs", () => {
  expect(installedRunner([folder])).toBeUndefined();
  expect(installedRunner([folder, import.meta.dirname])).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    main: expect.stringContaining("zapier-platform-legacy-scripting-runner"),
    readable: [expect.stringMatching(/node_modules$/)],
  });
});
