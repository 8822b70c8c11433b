// Runs a command and tells what it takes.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** The seconds that a command takes, a program with its arguments. */
export function seconds([program, ...args]) {
  const start = performance.now();
  const { status, stderr, stdout } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const taken = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
  return taken;
}

// Shorter than any of them takes to ask for its memory and to give it back.
const POLL_MILLISECONDS = 5;

/** The most bytes that a command and what it starts hold at one time; undefined where the system does not tell. */
export async function peakMemory([program, ...args]) {
  const running = spawn(program, args, { stdio: "ignore" });
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, memoryOf(running.pid));
  }, POLL_MILLISECONDS);
  await once(running, "exit");
  clearInterval(poll);
  return peak || undefined;
}

/** The bytes that a process and what it has started hold now; 0 where the system does not tell. */
export function memoryOf(pid) {
  try {
    const own = Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    return own * 1024 + childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}

function childrenOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"));
  return children.join(" ").split(" ").filter(Boolean);
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
