// Appends payloads to the code of a script's thread, starts its process and prints what each did, as JSON: for payload.test.ts.
import { appendFileSync, cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { channels, FrameReader } from "../../../src/simulator/process/frames.ts";
import { spawnScriptProcess } from "../../../src/simulator/process/spawn.ts";
import { payloads } from "./payload.ts";

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "zapc-payload-")));
const folder = join(temporary, "of its own, ünd more");
cpSync(process.argv[2] as string, folder, { recursive: true });
appendFileSync(
  join(folder, "worker.cjs"),
  `
(async () => {
  const fs = require("node:fs"), path = require("node:path");
  const PROJECT = ${JSON.stringify(resolve("package.json"))}, TEMPORARY = ${JSON.stringify(temporary)};
  const payloads = {
    ${Object.entries(payloads)
      .map(
        ([name, code]) =>
          `${JSON.stringify(name)}: async () => { return ${code.startsWith("if ") || code.startsWith("var ") ? `(() => { ${code} })()` : code}; },`,
      )
      .join("\n")}
  };
  const results = {};
  for (const [name, run] of Object.entries(payloads)) {
    try { await run(); results[name] = "done"; } catch (error) { results[name] = String(error.code ?? error.message); }
  }
  const json = Buffer.from(JSON.stringify({ type: "log", level: "log", text: JSON.stringify(results) })), head = Buffer.alloc(8);
  head.writeUInt32LE(json.length, 0);
  fs.writeSync(${channels.script}, Buffer.concat([head, json]));
})();`,
);

const child = spawnScriptProcess(folder);
const reader = new FrameReader(1e6);
child.stderr?.pipe(process.stderr);
child.stdio[channels.script]?.on("data", (chunk: Buffer) => {
  for (const message of reader.read(chunk) as { type: string; text: string }[]) {
    if (message.type !== "log") continue;
    console.log(message.text);
    child.kill("SIGKILL");
    rmSync(temporary, { recursive: true });
    process.exit();
  }
});
