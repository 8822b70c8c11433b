import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { prove as proveOnBoth } from "../../bin/index.mjs";
import type { MethodProof, ProveOptions, ProveReport } from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-prove-"));

/** Without the platform's own runner, which takes seconds to start: on-runner.test.ts has it. */
const prove = (options: ProveOptions) => proveOnBoth({ runner: false, ...options });

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** The bodies of a method, in the old and in the new script. */
type Pair = readonly [old: string, new: string];

const bodies: { readonly [method: string]: Pair } = {
  same_post_poll: [
    "return JSON.parse(bundle.response.content);",
    "return JSON.parse(bundle.response.content);",
  ],
  result_pre_poll: ["return { url: 'a', method: 1 };", "return { url: 'a', method: undefined };"],
  number_pre_poll: ["return { url: 0 / 0 };", "return { url: null };"],
  class_pre_poll: ["throw new HaltedException('no');", "throw new ErrorException('no');"],
  message_pre_poll: ["throw new ErrorException('a');", "throw new ErrorException('b');"],
  bundle_pre_poll: ["bundle.request.url = 'x'; throw 1;", "bundle.request.url = 'y'; throw 1;"],
  order_poll: [
    "z.request({ url: 'https://a.example/1' }); z.request({ url: 'https://a.example/2' }); return [];",
    "z.request({ url: 'https://a.example/2' }); z.request({ url: 'https://a.example/1' }); return [];",
  ],
  body_poll: [
    "z.request({ method: 'POST', url: 'https://a.example/', data: '1' }); return [];",
    "z.request({ method: 'POST', url: 'https://a.example/', data: '2' }); return [];",
  ],
  log_pre_poll: ["console.log('a'); return bundle.request;", "return bundle.request;"],
  leak_pre_poll: ["return bundle.request;", "leaked_name = 1; return bundle.request;"],
  tidy_pre_poll: ["tidied_name = 1; return bundle.request;", "var tidied_name = 1; return bundle.request;"],
  noise_pre_poll: [
    "return { url: require('crypto').randomBytes(8).toString('hex'), method: 'GET' };",
    "return { url: require('crypto').randomBytes(8).toString('hex'), method: 'GET' };",
  ],
  clock_pre_poll: [
    "return { url: String(new Date().getTime()) + Math.random() };",
    "return { url: String(Date.now()) + Math.random() };",
  ],
  branch_post_poll: [
    "var item = JSON.parse(bundle.response.content)[0]; return item.kind === 'task' ? [{ id: 1 }] : [];",
    "var item = JSON.parse(bundle.response.content)[0]; return item.kind === 'task' ? [{ id: 2 }] : [];",
  ],
};

const scriptOf = (side: 0 | 1) => {
  const methods = Object.entries(bodies).map(
    ([name, pair]) => `  ${name}: function (bundle) { ${pair[side]} }`,
  );
  return `var Zap = {\n${methods.join(",\n")},\n  helper: function (a, b) {},\n  same_callback_poll: function (bundle, callback) { callback(null, []); }\n};\n`;
};

describe("two scripts", () => {
  let report: ProveReport;

  beforeAll(async () => {
    report = await prove({ old: write("old.js", scriptOf(0)), new: write("new.js", scriptOf(1)), runs: 4 });
  }, 120_000);

  const proofOf = (name: string) => report.methods.find((it) => it.name === name) as MethodProof;
  const paths = (name: string) => proofOf(name).differences.map(({ path }) => path);

  test.each([
    ["result_pre_poll", ["/result/method"]],
    ["number_pre_poll", ["/result/url"]],
    ["class_pre_poll", ["/error/name", "/error/message"]],
    ["message_pre_poll", ["/error/message"]],
    ["bundle_pre_poll", ["/bundle/request/url"]],
    ["order_poll", ["/requests/0/url", "/requests/1/url"]],
    ["body_poll", ["/requests/0/body"]],
    ["log_pre_poll", ["/logs/0"]],
    ["leak_pre_poll", ["/leaked/leaked_name"]],
    ["branch_post_poll", ["/result/0/id"]],
  ])("that differ in %s are shown side by side", (name, expected) => {
    expect(paths(name)).toEqual(expected);
    expect(report.ok).toBe(false);
  });

  test.each(["same_post_poll", "same_callback_poll", "clock_pre_poll", "tidy_pre_poll", "noise_pre_poll"])(
    "that do the same in %s are equal",
    (name) => {
      expect(paths(name)).toEqual([]);
      expect(proofOf(name).runs).toBe(4);
    },
  );

  test("are not compared where two runs of the old one differ", () => {
    expect(proofOf("noise_pre_poll").noise).toEqual(["/result/url"]);
    expect(proofOf("clock_pre_poll").noise).toEqual([]);
  });

  test("may lose a global, which is told", () => {
    expect(proofOf("tidy_pre_poll").no_longer_leaked).toEqual(["tidied_name"]);
  });

  test("get a smaller example of a difference", () => {
    const { bundle } = proofOf("message_pre_poll").example as {
      bundle: { zap: object; trigger_fields: object };
    };
    expect(bundle.trigger_fields).toEqual({});
    expect(Object.keys(bundle.zap)).toEqual(["id"]);
    const smallest = proofOf("branch_post_poll").example as { bundle: { response: { content: string } } };
    expect(JSON.parse(smallest.bundle.response.content)[0]).toEqual({ kind: "task" });
  });

  test("are called method by method, and the parts that ran are counted", () => {
    const { methods, functions, branches } = report.reached;
    expect(methods).toEqual({ reached: Object.keys(bodies).length + 1, all: Object.keys(bodies).length + 2 });
    expect(functions).toEqual({ reached: methods.all - 1, all: methods.all });
    expect(branches).toEqual({ reached: 2, all: 2 });
  });
});

test("a script in strict mode may throw where the platform rejects the old one's result, which is told", async () => {
  const script = (start: string, thrown: string) => `var Zap = {
    rejected_post_poll: function (bundle) { ${start} 'text'.size = 1; return [1]; },
    accepted_post_poll: function (bundle) { ${start} 'text'.size = 1; return [{ id: 1 }]; },
    thrown_post_poll: function (bundle) { ${thrown} return [1]; }
  };`;
  const { methods } = await prove({
    old: write("sloppy.js", script("", "")),
    new: write("strict.js", script("'use strict';", "throw new Error('no');")),
    runs: 2,
  });
  const found = methods.map(({ name, differences, fails_sooner }) => [
    name,
    differences.map(({ path }) => path),
    fails_sooner,
  ]);
  expect(found).toEqual([
    ["rejected_post_poll", [], ["Cannot create property 'size' on string 'text'"]],
    ["accepted_post_poll", ["/result", "/error"], []],
    ["thrown_post_poll", ["/result", "/error"], []],
  ]);
});

test("two calls that both do not end in time are the same, however far they came", async () => {
  const script = (before: string) =>
    `var Zap = { thing_poll: function (bundle) { ${before} for (;;) {} } };\n`;
  const { methods } = await prove({
    old: write("one.js", script("z.request({ url: 'https://api.example.com/' });")),
    new: write("other.js", script("")),
    runs: 1,
  });
  expect(methods).toMatchObject([{ late: 1, differences: [] }]);
});

test("of the message that a value is not iterable, only that is compared", async () => {
  const script = (list: string) =>
    `var Zap = { thing_post_poll: function (bundle) { var given = bundle.response.content.missing, rows = {}; var found = []; for (var it of ${list}) found.push(it); return found; } };`;
  const differences = async (one: string, other: string) => {
    const { methods } = await prove({
      old: write("one.js", script(one)),
      new: write("other.js", script(other)),
      runs: 2,
    });
    return methods.flatMap((method) => method.differences);
  };
  expect(await differences("rows", "(function () { return {}; }())")).toEqual([]);
  expect(await differences("rows", "given.list")).toEqual([
    {
      path: "/error/message",
      old: "rows is not iterable",
      new: "Cannot read properties of undefined (reading 'list')",
    },
  ]);
});

test("a method that keeps something gets a fresh evaluation of the script for each bundle", async () => {
  const script = (id: number) =>
    `var calls = { count: 0 };\nvar Zap = { thing_post_poll: function (bundle) {\n  var item = JSON.parse(bundle.response.content)[0];\n  calls.count++;\n  return calls.count === 1 && item.kind === "task" ? [{ id: ${id} }] : [];\n} };\n`;
  const { methods } = await prove({ old: write("one.js", script(1)), new: write("two.js", script(2)) });
  expect(methods[0]?.differences).toEqual([{ path: "/result/0/id", old: 1, new: 2 }]);
});

test("a difference counts where fresh evaluations of the scripts show it", async () => {
  const script = (code: string) =>
    `var Zap = { thing_post_poll: function (bundle) {\n  ${code}\n  return [];\n} };\n`;
  const kept = script("this.calls = (this.calls || 0) + 1;\n  if (this.calls > 1) return [{ id: 1 }];");
  const { ok, methods } = await prove({ old: write("none.js", script("")), new: write("kept.js", kept) });
  expect(methods[0]).toMatchObject({ runs: 20, returned: 20, differences: [] });
  expect(ok).toBe(true);
});

test("the members of Zap, their lengths, and names that nothing declares are compared", async () => {
  const report = await prove({
    old: write("old-2.js", "var Zap = { a: function (b, c) { return _; }, b: 1, c: 2 };"),
    new: write("new-2.js", "var Zap = { a: function (b) { return missing(_); }, b: 3, d: 2 };"),
  });
  expect(report.members).toEqual({
    old: 3,
    differences: [
      { path: "/Zap/a/length", old: 2, new: 1 },
      { path: "/Zap/b/data", old: 1, new: 3 },
      { path: "/Zap/c", old: { data: 2 }, new: undefined },
      { path: "/Zap/d", old: undefined, new: { data: 2 } },
      { path: "/unresolved/missing", old: undefined, new: true },
    ],
  });
});

test("no request leaves the machine", async () => {
  let seen = 0;
  const server = createServer((_, response) => {
    seen += 1;
    response.end("{}");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const script = write(
    "asks.js",
    `var Zap = {
  a1_write: function (bundle) { z.request({ method: 'POST', url: '${url}', data: 'x' }); return {}; },
  a2_write: function (bundle, callback) { z.request({ method: 'PUT', url: '${url}' }, function (e, r) { callback(null, r); }); },
  a3_write: function (bundle) { $.ajax({ type: 'DELETE', url: '${url}', async: false }); return {}; },
  a4_write: function (bundle) { var http = require('http'); http.request('${url}').end(); return {}; },
  a5_write: function (bundle) { return fetch('${url}', { method: 'POST' }).then(function () { return {}; }); }
};
`,
  );
  const report = await prove({ old: script, new: script, runs: 2 });
  server.close();
  expect(report.methods.map(({ name, differences }) => [name, differences])).toEqual(
    ["a1", "a2", "a3", "a4", "a5"].map((key) => [`${key}_write`, []]),
  );
  expect(seen).toBe(0);
});

test("a recorded step is run with both scripts, its answers are recorded ones", async () => {
  write(
    "recordings/triggers/lead.json",
    JSON.stringify({
      version: 1,
      now: "2026-01-01T00:00:00.000Z",
      redacted: { headers: [], patterns: [] },
      requests: [
        {
          ...{ method: "GET", url: "https://api.example.com/leads", headers: {}, body: null },
          response: { status: 200, headers: {}, body: '[{"id":1,"stage":"won"}]' },
        },
      ],
    }),
  );
  const text = (stage: string) =>
    `var Zap = { lead_post_poll: function (bundle) {
  return JSON.parse(bundle.response.content).map(function (it) { return { id: it.stage === 'won' ? ${stage} : 0 }; });
} };\n`;
  const metadata = write(
    "metadata.json",
    JSON.stringify({ triggers: [{ key: "lead", type: "polling", url: "https://api.example.com/leads" }] }),
  );
  const report = await prove({
    ...{ old: write("lead.js", text("1")), new: write("lead-2.js", text("2")), metadata },
    recordings: join(folder, "recordings"),
  });
  expect(report.recorded.map(({ step, differences }) => ({ step, differences }))).toEqual([
    { step: "triggers/lead", differences: [{ path: "/items/0/id", old: 1, new: 2 }] },
  ]);
  const [method] = report.methods;
  expect(method).toMatchObject({
    ...{ name: "lead_post_poll", recorded: 1, runs: 0 },
    differences: [{ path: "/result/0/id", old: 1, new: 2 }],
    example: { bundle: { response: { content: '[{"stage":"won"}]' } }, answers: [] },
  });
});

test("a method gets the bundle and the answers of its recorded step", async () => {
  const script = (third: string) =>
    write(
      `asks-${third}.js`,
      `var Zap = { person_poll: function (bundle) {
  var first = z.request({ url: 'https://api.example.com/people' });
  var second = z.request({ url: 'https://api.example.com/people/' + z.JSON.parse(first.content).next });
  return [{ id: second.content === 'the last one' && bundle.trigger_fields.team === 'blue' ? ${third} : 0 }];
} };\n`,
    );
  const request = (url: string, body: string) => ({
    ...{ method: "GET", url: `https://api.example.com/people${url}`, headers: {}, body: null },
    response: { status: 200, headers: {}, body },
  });
  const requests = [request("", '{"next":"7"}'), request("/7", "the last one")];
  const recording = {
    version: 1,
    now: "2026-01-01T00:00:00.000Z",
    redacted: { headers: [], patterns: [] },
    requests,
  };
  write("people/triggers/person.json", JSON.stringify(recording));
  write("people/triggers/person.fields.json", '{"team":"blue"}');
  const field = { key: "team", label: "Team", type: "text" };
  const metadata = write(
    "people.json",
    JSON.stringify({ triggers: [{ key: "person", type: "polling", fields: [field] }] }),
  );
  const report = await prove({
    ...{ old: script("1"), new: script("2"), metadata, recordings: join(folder, "people"), runs: 1 },
  });
  expect(report.methods).toMatchObject([
    { recorded: 1, differences: [{ path: "/result/0/id", old: 1, new: 2 }] },
  ]);
}, 120_000);

test("a script is compared until the time is over, and the report says so", async () => {
  const script = write(
    "slow.js",
    "var Zap = { slow_poll: function () { return []; }, later_poll: function () { return []; } };\n",
  );
  const report = await prove({ old: script, new: script, time_limit: 0 });
  expect(report).toMatchObject({
    ok: true,
    time_is_over: true,
    reached: { methods: { reached: 0, all: 2 } },
  });
  expect(report.methods.map(({ runs }) => runs)).toEqual([0, 0]);
}, 120_000);

test("the report says why the methods were not called on the platform's own runner", async () => {
  const script = write("any.js", "var Zap = {};\n");
  expect((await prove({ old: script, new: script })).runner).toEqual({
    not_run_because: "that was left out.",
  });
});
