// Polls in the simulator, as often as the parent says, and tells how long that took.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulate } from "../../bin/simulator.mjs";
import { answerParent } from "./answer-parent.mjs";
import { metadata, script, things } from "./integration.mjs";

const [url, mode] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "zapc-bench-"));
const at = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const simulator = await simulate({
  script: at("zap.js", script),
  metadata: at("metadata.json", JSON.stringify(metadata(url))),
  auth_fields: { key: "key" },
  ...(mode === "memory" && {
    http: () => new Response(things, { headers: { "content-type": "application/json" } }),
  }),
});
rmSync(folder, { recursive: true });

/** This process and those of the scripts. */
function memory() {
  const rows = execFileSync("ps", ["-A", "-o", "ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const children = rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .filter(([parent]) => parent === process.pid);
  return children.reduce((sum, [, kilobytes]) => sum + kilobytes * 1024, process.memoryUsage.rss());
}

answerParent(
  async (trigger, since) => {
    const { items, error } = await simulator.poll(trigger, { trigger_fields: { since } });
    if (error) throw new Error(error.message);
    return items.length;
  },
  mode === "memory" ? memory : undefined,
);
