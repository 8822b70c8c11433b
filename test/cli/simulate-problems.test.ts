import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { metadataWith } from "../simulator/integration.ts";
import { zapc } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-problems-"));

/** Writes a file into the folder. Returns its path. */
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const script = `var Zap = {
  thing_poll: function (bundle) {
    return [{ id: 1 }, { email: "x" }, "str", { id: "1" }, { id: 2, key: bundle.auth_fields.api_key }];
  },
  many_poll: function () { return _.map(_.range(12), function () { return {}; }); }
};`;

beforeAll(() => {
  const metadata = metadataWith();
  const triggers = ["thing", "many"].map((key) => ({ ...metadata.triggers[0], key }));
  file("zap.js", script);
  file("metadata.json", JSON.stringify({ ...metadata, triggers }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function simulate(...args: string[]) {
  const auth = file("auth.json", '{ "api_key": "k-4711-42" }');
  return zapc(["simulate", ...args, "--auth", auth, "--dist", folder]);
}

const shown = `
problem no-id items[1] has no \`id\`: the platform cannot tell whether it was seen before.
  → Give each item an \`id\`: a text or a number that no other item has, and that never changes.

problem not-an-object items[2] is a text, and must be an object: the platform loses it.
  → Make an object of each entry, with an \`id\` of its own.

problem repeated-id items[3] has the same \`id\` as items[0]: only one of them triggers.
  → Give each item an \`id\`: a text or a number that no other item has, and that never changes. A number and its text are the same.

problem credential items[4].key holds the account's \`api_key\`: whoever sees the Zap's data can read it.
  → Return only what the user needs: not \`bundle\`, \`bundle.request\` or \`bundle.auth_fields\`.
`;

test("shows the problems of a poll, and exits with 1", async () => {
  const { code, stdout, stderr } = await simulate("poll", "thing");
  expect({ code, stderr }).toEqual({ code: 1, stderr: shown });
  expect(stdout).toMatch(/\n5 items from thing\n$/);
});

test("prints them as JSON, and exits with 1", async () => {
  const { code, stdout, stderr } = await simulate("poll", "thing", "--json");
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  const { outcome, problems } = JSON.parse(stdout);
  expect(outcome).toBe("succeeded");
  expect(problems.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)).toEqual([
    "no-id /items/1/id",
    "not-an-object /items/2",
    "repeated-id /items/3/id",
    "credential /items/4/key",
  ]);
});

test("shows ten of them", async () => {
  const { code, stderr } = await simulate("poll", "many");
  expect(code).toBe(1);
  expect(stderr.match(/^problem /gm)).toHaveLength(10);
  expect(stderr).toMatch(/\n… and 2 more problems: --json has them all\.\n$/);
});

test("shows those of a Zap's polls, and exits with 1", async () => {
  const scenario = file("scenario.json", '{ "trigger": "thing", "steps": [{ "type": "poll" }] }');
  const { code, stderr } = await simulate("zap", scenario);
  expect({ code, stderr }).toEqual({ code: 1, stderr: shown + shown });
});

test("shows those of a comparison once, and exits with 1 though both runtimes give the same", async () => {
  expect(await simulate("poll", "thing", "--compare")).toEqual({
    code: 1,
    stdout: "Both runtimes give the same.\n",
    stderr: shown,
  });
});
