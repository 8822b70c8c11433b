import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bundledSources } from "../../../bin/load.mjs";
import { missing } from "../../missing.ts";
import { payloads } from "./payload.ts";

const program = fileURLToPath(new URL("run-payloads.ts", import.meta.url));
const engines = fileURLToPath(new URL("../../conformance/engines/node_modules/", import.meta.url));

const install = "npm ci --prefix test/conformance/engines";

/** This Node.js, and others that `npm ci --prefix test/conformance/engines` brings. */
const nodes = [
  { name: `Node.js ${process.versions.node}`, path: process.execPath },
  { name: "Node.js 22", path: `${engines}node-22/bin/node` },
  { name: "Node.js 24", path: `${engines}node-24/bin/node` },
];

describe.each(nodes)("on $name, code that has left a script's realm", ({ path }) => {
  const { isSkipped, why } = missing({ isInstalled: existsSync(path), install });
  test.skipIf(isSkipped)(`can do nothing of all this${why}`, async () => {
    const folder = join(await bundledSources(), "script");
    const printed = execFileSync(path, ["--import", "tsx", program, folder], { encoding: "utf8" });
    const results = JSON.parse(printed);
    expect(Object.keys(results)).toEqual(Object.keys(payloads));
    expect(Object.entries(results).filter(([, result]) => result === "done")).toEqual([]);
  });
});
