import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { deskly } from "../audit/deskly.ts";
import { buildDeskly as build } from "./deskly-build.ts";
import { zapc } from "./zapc.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "zapc-export-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const textOf = (...path: string[]) => readFileSync(join(...path), "utf8");

/** A folder with a build, and its app in app/. */
async function exported(): Promise<string> {
  const here = folder();
  build(here);
  expect((await zapc(["export", "--to", "cli", "app"], here)).code).toBe(0);
  return here;
}

describe("a CLI app", () => {
  test("has each step in a file, the script as it is, and what packs it", async () => {
    const here = await exported();
    expect(textOf(here, "app/scripting.js")).toBe(textOf(here, "dist/zap.js"));
    expect(JSON.parse(textOf(here, "app/.zapierapprc"))).toEqual({ includeInBuild: ["scripting.js"] });
    expect(JSON.parse(textOf(here, "app/package.json"))).toMatchObject({
      ...{ name: "deskly", version: "1.0.0", private: true, main: "index.js", engines: { node: ">=22" } },
      dependencies: { "zapier-platform-core": "19.1.0", "zapier-platform-legacy-scripting-runner": "4.0.8" },
    });
    expect(readdirSync(join(here, "app/triggers")).sort()).toEqual([
      ...["account.js", "new_reply.js", "new_ticket.js", "queues.js"],
    ]);
    expect(
      textOf(here, "app/triggers/account.js"),
    ).toBe(`// Made by zapc from metadata.json. \`zapc export --into\` replaces this file unless it was edited.

module.exports = {
  key: "account",
  noun: "Account",
  display: { label: "Account", description: "Tests an account.", hidden: true },
  operation: {
    type: "polling",
    perform: (z, bundle) => z.legacyScripting.run(bundle, "trigger", "account"),
    inputFields: [],
    sample: { id: 1, email: "ann@deskly.example" },
  },
};
`);
  });

  test("is replaced where nobody has edited it", async () => {
    const here = await exported();
    build(here, {}, "{}");
    const { code, stdout } = await zapc(["export", "--to", "cli", "app"], here);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("app: 1 file written\n"),
    });
    expect(textOf(here, "app/scripting.js")).toBe(textOf(here, "dist/zap.js"));
  });

  test("is not replaced where somebody has", async () => {
    const here = await exported();
    appendFileSync(join(here, "app/index.js"), "// mine\n");
    const { code, stderr } = await zapc(["export", "--to", "cli", "app"], here);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error Failed to export to app: files there would be replaced.
  index.js: it was edited since zapc wrote it
  → Update the app with \`--into\` in place of \`--to cli\`, which keeps these files, replace them with \`--force\`, or choose another directory.
`,
    });
  });
});

describe("an app that is there", () => {
  test("keeps an edited file, and the difference is shown", async () => {
    const here = await exported();
    appendFileSync(join(here, "app/triggers/account.js"), "// mine\n");
    build(here, {}, "{}");
    const { code, stdout } = await zapc(["export", "--into", "app"], here);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "triggers/account.js was edited since zapc wrote it, and stays. The export would make of it:",
    );
    expect(stdout).toContain("\n  -// mine\n");
    expect(stdout).toContain("app: 1 file written, 1 file kept\n");
    expect(textOf(here, "app/triggers/account.js")).toMatch(/\/\/ mine\n$/);
    expect(textOf(here, "app/scripting.js")).toBe(textOf(here, "dist/zap.js"));
    expect((await zapc(["export", "--into", "app", "--force"], here)).code).toBe(0);
    expect(textOf(here, "app/triggers/account.js")).not.toContain("mine");
  });

  test("of another origin is given the script alone", async () => {
    const here = folder();
    build(here);
    mkdirSync(join(here, "app"));
    const theirs = {
      "package.json": "{}\n",
      "index.js": "module.exports = {};\n",
      "scripting.js": "var Zap = {};\n",
    };
    for (const [name, text] of Object.entries(theirs)) writeFileSync(join(here, "app", name), text);
    const { code, stdout } = await zapc(["export", "--into", "app", "--json"], here);
    const { written, kept } = JSON.parse(stdout);
    expect({ code, written }).toEqual({ code: 0, written: ["scripting.js"] });
    const why = Object.fromEntries(kept.map(({ path, why }: { path: string; why: string }) => [path, why]));
    expect(why).toMatchObject({
      "index.js": "foreign",
      "package.json": "foreign",
      ".zapierapprc": "missing",
    });
    expect(textOf(here, "app/index.js")).toBe(theirs["index.js"]);
    expect(existsSync(join(here, "app/triggers"))).toBe(false);
    expect(textOf(here, "app/scripting.js")).toBe(textOf(here, "dist/zap.js"));
  });

  test("keeps a script that was edited there, and that ends with 1", async () => {
    const here = await exported();
    appendFileSync(join(here, "app/scripting.js"), "Zap.mine = function () {};\n");
    build(here, {}, "{}");
    const { code, stdout } = await zapc(["export", "--into", "app"], here);
    expect(code).toBe(1);
    expect(stdout).toContain(
      "scripting.js was edited, and stays: bring the edit into the sources, or replace it with --force.",
    );
    expect(textOf(here, "app/scripting.js")).toMatch(/mine/);
  });

  test("keeps the id of the integration, and names files that it does not need any more", async () => {
    const here = await exported();
    writeFileSync(
      join(here, "app/.zapierapprc"),
      '{ "id": 7, "key": "App7", "includeInBuild": ["scripting.js"] }',
    );
    build(here, { actions: [], searches: [] });
    const { code, stdout } = await zapc(["export", "--into", "app", "--json"], here);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kept: [],
      obsolete: ["creates/create_ticket.js", "searches/find_ticket.js"],
    });
    expect(textOf(here, "app/.zapierapprc")).toContain("App7");
  });

  test("must be there", async () => {
    const here = folder();
    build(here);
    expect(await zapc(["export", "--into", "nowhere"], here)).toMatchObject({
      code: 2,
      stderr:
        "error Failed to export into nowhere: there is no CLI app.\n  → Make one: `zapc export --to cli DIR`.\n",
    });
    expect(existsSync(join(here, "nowhere"))).toBe(false);
  });
});

describe("the other formats", () => {
  test("are written, replaced, and adopted again", async () => {
    const here = folder();
    build(here);
    for (const args of [
      ["definition", "definition.json"],
      ["dump", "dump"],
    ]) {
      for (const _ of ["once", "again"])
        expect(await zapc(["export", "--to", ...args], here)).toMatchObject({ code: 0, stderr: "" });
    }
    expect((await zapc(["export", "--to", "cli", "app"], here)).code).toBe(0);
    writeFileSync(join(here, "dump/scripting.js"), textOf(here, "dist/zap.js"));
    for (const source of ["definition.json", "dump", "app"]) {
      expect(await zapc(["adopt", source, "--out", `from-${source}`], here)).toMatchObject({ code: 0 });
      const { code, stderr } = await zapc(
        ["build", "--scripting", `from-${source}`, "--out", `built-${source}`],
        here,
      );
      expect({ source, code, stderr }).toMatchObject({ code: 0 });
      const { triggers } = JSON.parse(textOf(here, `built-${source}/metadata.json`));
      expect(triggers.map(({ key }: { key: string }) => key)).toEqual(deskly.triggers.map(({ key }) => key));
    }
  }, 60_000);
});

describe("wrong use", () => {
  const hint =
    "Write `zapc export --to cli DIR`, `--to definition FILE`, `--to dump DIR`, or `zapc export --into DIR`.";
  test.each([
    [[], "it is not said what to export to"],
    [["--to", "cli"], "it is not said where to"],
    [["x", "--into", "app"], "`--into DIR` is the directory of an app, and nothing else is named with it"],
  ])("%j", async (args, why) => {
    const stderr = `error Failed to export: ${why}.\n  → ${hint}\n`;
    expect(await zapc(["export", ...args], folder())).toMatchObject({ code: 2, stderr });
  });

  test("metadata that are wrong end with 1, and name the place", async () => {
    const here = folder();
    build(here, { triggers: [{ ...deskly.triggers[0], type: "pull" } as never] });
    const { code, stderr } = await zapc(["export", "--to", "cli", "app"], here);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error Failed to read the metadata from dist\/metadata\.json: it is not as its schema says\.\n {2}\/triggers\/0/,
    );
    expect(existsSync(join(here, "app"))).toBe(false);
  });
});
