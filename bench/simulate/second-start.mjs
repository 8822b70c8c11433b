// The second start in one process, to its first result: `process` as simulate() does it, `thread` with the same code in a
// thread of this process. Prints the milliseconds.
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { bundledSources } from "../../bin/load.mjs";
import { simulate } from "../../bin/simulator.mjs";
import { metadata, script } from "./integration.mjs";

const folder = mkdtempSync(join(tmpdir(), "zapc-bench-"));
const paths = { script: join(folder, "zap.js"), metadata: join(folder, "metadata.json") };
writeFileSync(paths.script, script);
writeFileSync(paths.metadata, JSON.stringify(metadata("http://127.0.0.1/")));

const starts = { process: inProcess, thread: inThread };
/** The messages of the threads. */
const outcomes = [];
const start = starts[process.argv[2]];
await start();
const before = performance.now();
await start();
console.log(performance.now() - before);
// It is written once its end is told.
await setTimeout(100);
if (outcomes.some((said) => readFileSync(said, "utf8").split('"returned"').length !== 3))
  throw new Error("A thread has not returned twice.");
rmSync(folder, { recursive: true });
process.exit();

async function inProcess() {
  const simulator = await simulate({ ...paths, auth_fields: { key: "key" } });
  const { error } = await simulator.poll("asking", { trigger_fields: { since: "0" } });
  if (error) throw new Error(error.message);
}

async function inThread() {
  const code = `${await bundledSources()}/script`;
  const said = join(folder, `said-${outcomes.length}`);
  const channel = openSync(said, "w");
  const workerData = { libraries: `${code}/libraries`, channel };
  const worker = new Worker(`${code}/worker.cjs`, { workerData, execArgv: [] });
  const ended = () => new Promise((resolve) => worker.once("message", resolve));
  worker.postMessage({ type: "load", source: script, filename: paths.script, runtime: "converted" });
  worker.postMessage({ type: "inspect" });
  await ended();
  const bundle = { request: { url: "http://127.0.0.1/", headers: {} }, trigger_fields: { since: "0" } };
  const text = JSON.stringify({ bundle, same: [], kept: [] });
  worker.postMessage({ type: "call", method: "asking_poll", bundle: text });
  await ended();
  worker.unref();
  outcomes.push(said);
}
