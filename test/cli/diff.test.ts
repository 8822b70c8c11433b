import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { signed } from "../../src/built/signature.ts";
import { type Draft, deskly } from "../audit/deskly.ts";
import { zapc } from "./zapc.ts";

const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
    encoding: "utf8",
  });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "zapc-diff-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

/** Writes a build into a directory. */
function build(directory: string, change: (metadata: Draft) => void = () => {}, ids = "item.id"): void {
  mkdirSync(directory, { recursive: true });
  const metadata: Draft = structuredClone(deskly);
  change(metadata);
  const header =
    "// Deskly 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources 0123456789abcdef, file 0000000000000000.\n";
  const { code, file } = signed(`${header}'use strict';
var Zap = { new_ticket_post_poll: function (bundle) {
  return _.map(z.JSON.parse(bundle.response.content), function (item) { return { id: ${ids}, title: item.title }; });
} };
`);
  writeFileSync(join(directory, "zap.js"), code);
  writeFileSync(join(directory, "metadata.json"), JSON.stringify({ format: 1, script: file, ...metadata }));
}

const withoutTag = (metadata: Draft) => metadata.triggers[2].fields.pop();

describe("two versions are compared", () => {
  test("as directories, and a break ends with 1", async () => {
    const here = folder();
    build(join(here, "old"));
    build(join(here, "new"), withoutTag);
    const { code, stdout, stderr } = await zapc(["diff", "old", "new"], here);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(`Breaks live Zaps
  field-removed (today C002) triggers/new_ticket/fields/tag
    The field "tag" of the trigger "new_ticket" was removed: the values that users filled in are lost.
    → Keep it, and say in its help text that it is not used any more.

1 break
`);
    expect(await zapc(["diff", "new", "new"], here)).toEqual({
      code: 0,
      stdout: "no differences\n",
      stderr: "",
    });
  });

  test("as files, whose scripts are not at hand", async () => {
    const here = folder();
    build(here, undefined, "item.uid");
    cpSync(join(here, "metadata.json"), join(here, "old.json"));
    build(here);
    const { code, stdout } = await zapc(["diff", "old.json", "metadata.json", "--json"], here);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).unchecked).toEqual(["The scripts were not compared: old.json has no zap.js."]);
  });

  test("as builds that were committed, with what is in dist/", async () => {
    const here = folder();
    build(join(here, "app/dist"), withoutTag);
    git(here, "init", "--quiet");
    git(here, "add", ".");
    git(here, "commit", "--quiet", "-m", "A build");
    git(here, "tag", "v1");
    build(join(here, "app/dist"));
    const { code, stdout } = await zapc(["diff", "v1", "--format", "markdown"], join(here, "app"));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^## From `v1` to `dist`: 1 new\n/);
    const back = await zapc(["diff", "app/dist", "v1:app/dist", "--json"], here);
    expect({ code: back.code, id: JSON.parse(back.stdout).changes[0].id }).toEqual({
      code: 1,
      id: "field-removed",
    });
  });

  test("by what both return from the same recording", async () => {
    const here = folder();
    build(join(here, "old"));
    build(join(here, "same"), undefined, "1 * item.id");
    build(join(here, "new"), undefined, "item.id + ':' + item.title");
    const answer = {
      status: 200,
      headers: { "content-type": "application/json" },
      body: '[{"id":7,"title":"x"}]',
    };
    const url = "https://deskly.example/queues/3/tickets";
    const requests = [{ method: "GET", url, headers: {}, body: null, response: answer }];
    const recording = {
      version: 1,
      now: "2026-03-01T09:00:00.000Z",
      redacted: { headers: [], patterns: [] },
      requests,
    };
    mkdirSync(join(here, "recordings/triggers"), { recursive: true });
    writeFileSync(join(here, "recordings/triggers/new_ticket.json"), JSON.stringify(recording));
    writeFileSync(join(here, "recordings/triggers/new_ticket.fields.json"), '{ "queue": 3 }');
    writeFileSync(join(here, "auth.json"), '{ "api_key": "not the recorded one" }');
    const by = ["--recordings", "recordings", "--auth", "auth.json", "--json"];
    const same = JSON.parse((await zapc(["diff", "old", "same", ...by], here)).stdout);
    expect({ changes: same.changes, methods: same.methods.length }).toEqual({ changes: [], methods: 1 });
    const { code, stdout } = await zapc(["diff", "old", "new", ...by], here);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).changes[0]).toMatchObject({ id: "dedupe-id", before: ["7"], after: ["7:x"] });
    build(join(here, "leaky"), undefined, "bundle.auth_fields.api_key");
    const leaky = await zapc(["diff", "old", "leaky", ...by], here);
    expect(JSON.parse(leaky.stdout).changes[0]).toMatchObject({
      id: "dedupe-id",
      after: ["redacted-api-key"],
    });
  });
});

describe("an unreadable side ends with 2, and is never taken for no changes:", () => {
  test.each([
    ["nothing", "error Failed to compare nothing: it is neither a file, a directory nor a revision of Git."],
    ["--output=x:y", "error: unknown option '--output=x:y'"],
    ["v1", "error Failed to compare v1: there is no dist/metadata.json at that revision."],
  ])("%s", async (given, says) => {
    const here = folder();
    git(here, "init", "--quiet");
    git(here, "commit", "--quiet", "--allow-empty", "-m", "No build");
    git(here, "tag", "v1");
    build(join(here, "dist"));
    const { code, stdout, stderr } = await zapc(["diff", given], here);
    expect({ code, stdout, says: stderr.split("\n")[0] }).toEqual({ code: 2, stdout: "", says });
  });

  test("with --json, too", async () => {
    const here = folder();
    build(join(here, "dist"));
    const { code, stdout } = await zapc(["diff", "nothing", "--json"], here);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({
      code: 2,
      ok: false,
      failure: {
        message: "Failed to compare nothing: it is neither a file, a directory nor a revision of Git.",
      },
    });
  });
});

test("our own build differs from itself in nothing", async () => {
  expect(await zapc(["diff", "dist"])).toEqual({ code: 0, stdout: "no differences\n", stderr: "" });
  expect(readFileSync("dist/metadata.json", "utf8")).toContain('"format": 1');
});
