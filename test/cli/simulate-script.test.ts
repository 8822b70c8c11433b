import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { zapc } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-script-"));
const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify([{ id: 1, path: request.url }]));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.close();
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const script = file(
  "zap.js",
  `var Zap = {
  thing_pre_poll: function (bundle) {
    bundle.request.url = "https://api.example.com/things/" + bundle.trigger_fields.queue;
    return bundle.request;
  }
};
`,
);

function poll(...more: string[]) {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return zapc(["simulate", "poll", "thing", "--field", "queue=q", "--url-base", url, ...more], folder);
}

test("runs a script without metadata or an account, and shows what it has inferred", async () => {
  const { code, stdout, stderr } = await poll("--script", script, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).items).toEqual([{ id: 1, path: "/things/q" }]);
  expect(stderr.split("\n")).toEqual([
    "inferred from the script, because no metadata say it:",
    "  app title: An integration; version: 1.0.0; description: An integration is a service.; test_trigger: thing; auth.type: none",
    "  triggers/thing type: polling; label: Thing; noun: Thing; help_text: Thing.; url: https://api.example.com/things/{{queue}}; fields: queue; sample: { id: 1 }; methods: pre_poll",
    "  → Name a file that says it: --metadata FILE. Until then fields may be given that are not declared.",
    "",
    "",
  ]);
});

test("completes the metadata of --metadata, and says with what", async () => {
  const metadata = file(
    "metadata.json",
    JSON.stringify({
      app: {
        title: "Things",
        version: "1.0.0",
        description: "A list.",
        test_trigger: "thing",
        auth: { type: "none" },
      },
      triggers: [
        {
          key: "thing",
          type: "polling",
          label: "Thing",
          noun: "",
          help_text: "Things.",
          url: "https://b.example/",
          sample: { id: 1 },
          methods: [],
        },
      ],
    }),
  );
  const { code, stderr } = await poll("--script", script, "--metadata", metadata);
  expect(code).toBe(0);
  expect(stderr).toContain("\n  triggers/thing noun: Thing; fields: queue\n");
  expect(stderr).not.toContain("app");
});

test("says what to remove from a script that cannot be loaded", async () => {
  const wrong = file("wrong.js", "var Zap = {};\nmodule.exports = Zap;\n");
  const { code, stdout, stderr } = await poll("--script", wrong);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(
    `error Failed to load the script ${wrong}: ReferenceError: module is not defined\n    at ${wrong}:2:1\n` +
      "  → Remove what a testing tool has put in: module.exports = Zap; (line 2). The platform has no `module` and no `exports`.\n",
  );
});

test("takes either a script or a directory", async () => {
  const { code, stderr } = await poll("--script", script, "--dist", folder);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining("option '--script <file>' cannot be used with option '--dist <dir>'"),
  });
});
