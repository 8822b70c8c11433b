import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";

const script = `var base = 'https://api.example.com';
var Zap = {
  // opens the queue
  new_ticket_pre_poll: function (bundle) {
    bundle.request.url = base + '/tickets?queue=' + bundle.trigger_fields.queue;
    return bundle.request;
  },
  new_ticket_post_poll: function ({ response }) { return z.JSON.parse(response.content).map(function (it) { return { id: it.id }; }); },
  create_ticket_write: function (bundle, callback) { callback(null, { id: 1, title: bundle.action_fields.title }); },
  find_ticket_post_search: function (bundle) { return bundle.respons; }
};
`;

describe("a script that becomes TypeScript", () => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-typescript-"));
  const [source, out] = [join(folder, "scripting.js"), join(folder, "scripting")];
  const written = (path: string) => readFileSync(join(out, path), "utf8");
  let report: Awaited<ReturnType<typeof adopt>>;

  beforeAll(async () => {
    writeFileSync(source, script);
    report = await adopt({ source, out, typescript: true });
  });

  test("has the types of bundles and results", () => {
    const text = written("triggers/new_ticket.ts");
    expect(text).toMatch(
      /^import type \{ PostPoll, PrePoll, RequestResult, Results, Trigger \} from "zapc";\n\nimport \{ base \} from "\.\.\/shared\.js";\n/,
    );
    expect(text).toContain("export const trigger = {\n");
    expect(text).toContain("} as const satisfies Trigger;\n");
    expect(text).toContain(
      "// opens the queue\nexport function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {\n",
    );
    expect(text).toContain(
      "export function post_poll({ response }: PostPoll<typeof trigger>): Results {" +
        " return z.JSON.parse<any>(response.content).map(function (it: any) { return { id: it.id }; }); }",
    );
    expect(written("actions/create_ticket.ts")).toContain(
      "export function write(bundle: Write<typeof action>, callback: Callback<WriteResult>) {",
    );
  });

  test("has JavaScript where TypeScript would have an error, which is told", () => {
    expect(report.files.map((file) => file.slice(out.length + 1))).toEqual([
      "actions/create_ticket.ts",
      "app.ts",
      "searches/find_ticket.js",
      "shared.js",
      "triggers/new_ticket.ts",
      "tsconfig.json",
    ]);
    expect(report.diagnostics.filter(({ code }) => code === "stays-javascript")).toEqual([
      {
        code: "stays-javascript",
        severity: "warning",
        message: expect.stringMatching(
          /^As TypeScript this file has one error: Property 'respons' does not exist/,
        ),
        file: join(out, "searches/find_ticket.js"),
        hint: "It stays JavaScript. Rename it to searches/find_ticket.ts later, and mend what the build reports.",
      },
    ]);
  });

  test("builds without an error", async () => {
    const { diagnostics } = await build({ scripting: out, out: join(folder, "dist") });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
