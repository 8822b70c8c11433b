import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readBuilt } from "../../src/built/built.ts";
import { checkOneBuild, readMetadata } from "../../src/built/metadata-file.ts";
import { bin, environment } from "../cli/zapc.ts";
import { integration, trigger } from "../compiler/integration.ts";

const preload = pathToFileURL("test/output/kill-at.mjs");
const files = ["REVIEW.md", "metadata.json", "review.html", "zap.js", "zap.js.map"];
const withMethod = (item: string) => `${trigger}
export function poll(): Results {
  return [${item}];
}
`;

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-killed-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `zapc build`, and kills it at one of its operations in the directory. Tells whether it was killed. */
function build(scripting: string, out: string, killAt = 0): boolean {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ["--import", preload.href, bin, "build", "--scripting", scripting, "--out", out],
    { encoding: "utf8", env: { ...environment, ZAPC_KILL_IN: out, ZAPC_KILL_AT: String(killAt) } },
  );
  if (signal === "SIGKILL") return true;
  expect(status, stderr).toBe(0);
  return false;
}

/** The hash of a zap.js that is of one build with its map and its metadata. */
async function wholeBuild(out: string): Promise<string> {
  const { code, map } = await readBuilt(out);
  const metadata = { file: join(out, "metadata.json"), what: "the metadata" };
  const value = readMetadata(metadata);
  checkOneBuild({
    script: { file: join(out, "zap.js"), text: code },
    metadata: { file: metadata.file, value },
  });
  expect(value.script).toBe(map.x_zapc_file);
  for (const review of ["REVIEW.md", "review.html"])
    expect(readFileSync(join(out, review), "utf8")).toContain(`the hash ${map.x_zapc_file}. -->`);
  return map.x_zapc_file;
}

test("a build that is killed leaves the old build or the new one, whole, at each of its operations", async () => {
  const scripting = integration({ "triggers/thing.ts": withMethod("{ id: 1 }") });
  const old = temporary();
  build(scripting, old);
  const oldHash = await wholeBuild(old);
  writeFileSync(join(scripting, "triggers/thing.ts"), withMethod("{ id: 2 }, { id: 3 }"));
  const found: string[] = [];
  for (let killAt = 1; ; killAt++) {
    const out = temporary();
    cpSync(old, out, { recursive: true });
    if (!build(scripting, out, killAt)) break;
    found.push(await wholeBuild(out));
    build(scripting, out);
    expect(readdirSync(out).sort()).toEqual(files);
  }
  const built = temporary();
  build(scripting, built);
  const newHash = await wholeBuild(built);
  const firstNew = found.indexOf(newHash);
  expect(found.slice(0, firstNew)).toEqual(Array(firstNew).fill(oldHash));
  expect(found.slice(firstNew)).toEqual(Array(found.length - firstNew).fill(newHash));
  expect(firstNew).toBeGreaterThan(files.length * 3);
  expect(found.length - firstNew).toBeGreaterThan(files.length * 3);
  expect(readFileSync(join(built, "zap.js"), "utf8")).toContain(newHash);
}, 300_000);
