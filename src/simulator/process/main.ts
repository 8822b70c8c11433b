/**
 * The main thread of the process that a script runs in. The script runs in a thread of its own, which may be blocked; this one
 * never is: it hands messages on to it, looks at the memory, and ends the process when its parent is gone.
 */
import { Socket } from "node:net";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { memoryLimit } from "../limits.ts";
import type { MessageFromScript, MessageToScript, WorkerData } from "../protocol.ts";
import { channels, FrameReader, frameOf } from "./frames.ts";

/**
 * Nothing that gets out of a script's realm changes what the code beside it uses; and that says what an `import()` of the
 * script's is rejected with.
 */
const workerFlags = ["--frozen-intrinsics", "--experimental-vm-modules", "--no-warnings"];
/** Milliseconds. */
const memoryCheck = 20;

// Wherever the machine is, a script does the same. Assumed: the platform's time zone is UTC, as that of AWS Lambda is.
process.env.TZ = "UTC";

const folder = dirname(process.argv[1] as string);
const channel = new Socket({ fd: channels.main });
const reader = new FrameReader(Number.POSITIVE_INFINITY);
channel.on("data", (chunk: Buffer) => {
  for (const message of reader.read(chunk)) handleMessage(message as MessageToScript);
});
// The parent is gone.
for (const end of ["end", "error", "close"]) channel.on(end, endProcess);

const workerData: WorkerData = { libraries: join(folder, "libraries"), channel: channels.script };
const worker = new Worker(join(folder, "worker.cjs"), {
  workerData,
  env: {},
  execArgv: [...restrictedRights(), ...workerFlags, "--require", join(folder, "preload.cjs")],
  resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
});
// A call is over; the next one may have begun meanwhile.
worker.on("message", (ended: number) => {
  if (ended === tasks) clearInterval(watch);
});
worker.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") outOfMemory();
  sendMessage({
    type: "done",
    outcome: { thrown: { name: error.name, message: error.message }, fatal: true },
  });
});
worker.on("exit", endProcess);

let watch: NodeJS.Timeout | undefined;
/** Counts the calls. */
let tasks = 0;

function handleMessage(message: MessageToScript): void {
  if (message.type === "call" || message.type === "inspect") watchMemory();
  worker.postMessage(message);
}

function sendMessage(message: MessageFromScript): void {
  for (const chunk of frameOf(message)) channel.write(chunk);
}

function watchMemory(): void {
  tasks += 1;
  const before = process.memoryUsage.rss();
  clearInterval(watch);
  watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > memoryLimit * 1_000_000) outOfMemory();
  }, memoryCheck);
}

function outOfMemory(): void {
  sendMessage({ type: "out-of-memory" });
  endProcess();
}

/** Without waiting for the script's thread, which may be in native code. */
function endProcess(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Those of this process, but for starting threads. */
function restrictedRights(): readonly string[] {
  return process.execArgv.filter((flag) => /^--((experimental-)?permission$|allow-fs-read=)/.test(flag));
}
