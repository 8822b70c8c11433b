import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { guardMemory } from "../../src/simulator/process/memory-guard.ts";
import { metadataWith, simulateZap, temporaryFolder } from "./integration.ts";

/** Ways to keep a thread busy in native code, where nothing but the end of the process ends it. */
const native = {
  "a single derived key": "crypto.pbkdf2Sync('a', 'b', 2e9, 64, 'sha512')",
  "a large prime": "crypto.generatePrimeSync(16384)",
  "a regular expression": "/^(a+)+$/.test(new Array(60).join('a') + 'b')",
  "a thousand derived keys that nobody waits for":
    "for (var i = 0; i < 1000; i += 1) { crypto.pbkdf2('a', 'b', 2e9, 64, 'sha512', function () {}); }",
};

const entries = Object.entries(native);

/** The processes that run, each with its parent. One that has ended and whose parent has not noticed does not run. */
function running(): { pid: number; parent: number }[] {
  const rows = existsSync("/proc/self/stat") ? readdirSync("/proc").flatMap(statOf) : listedByPs();
  return rows
    .filter(([, state]) => !state.startsWith("Z"))
    .map(([pid, , parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

/** A process, its state and its parent. */
type ProcessRow = readonly [pid: string, state: string, parent: string];

/** One of Linux's: `ps` need not be installed there. The second column, the command in parentheses, may hold anything. */
function statOf(pid: string): ProcessRow[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent = ""] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [[pid, state, parent]];
  } catch {
    return [];
  }
}

function listedByPs(): ProcessRow[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,stat=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [pid = "", state = "", parent = ""] = line.trim().split(/\s+/);
    return [pid, state, parent];
  });
}

function childrenOf(parent: number): number[] {
  return running().flatMap((process) => (process.parent === parent ? [process.pid] : []));
}

/** Waits until none of the processes runs any more. */
async function allGone(pids: readonly number[]): Promise<void> {
  const left = () => running().filter(({ pid }) => pids.includes(pid));
  await expect.poll(left, { timeout: 10_000, interval: 50 }).toEqual([]);
}

test.each(entries)("native work is ended with its call: %s", async (_, work) => {
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      if (!bundle.meta.frontend) { return callback(null, [{ id: 1 }]); }
      ${work};
    }`,
    { time_limit: 1000 },
  );
  const start = performance.now();
  expect((await sim.poll("thing", { meta: { frontend: true } })).error?.name).toBe("TimeLimitError");
  expect(performance.now() - start).toBeLessThan(2000);
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
});

test("native work that nobody waits for delays no later call", async () => {
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      for (var i = 0; bundle.meta.frontend && i < 1000; i += 1) { crypto.pbkdf2('a', 'b', 2e9, 64, 'sha512', function () {}); }
      if (bundle.meta.frontend) { return callback(null, []); }
      crypto.randomBytes(4, function (error, bytes) { callback(error, [bytes.length]); });
    }`,
    { time_limit: 2000 },
  );
  expect((await sim.poll("thing", { meta: { frontend: true } })).error).toBeUndefined();
  expect((await sim.poll("thing")).items).toEqual([4]);
});

test("a call that takes much memory in native code is ended", async () => {
  const sim = await simulateZap("thing_poll: function () { return [new Uint8Array(4e9).fill(1).length]; }");
  expect((await sim.poll("thing")).error).toEqual({
    name: "MemoryLimitError",
    message: "The call used more than 512 MB of memory.",
    method: "thing_poll",
  });
});

const isLinux = process.platform === "linux";
const onLinux = isLinux ? "" : " (not here: it is Linux that shows the size)";

test.skipIf(!isLinux)(`the parent sees a process grow that does not say so${onLinux}`, async () => {
  const grow = "const kept = []; setInterval(() => kept.push(Buffer.alloc(20e6, 1)), 20)";
  const child = spawn(process.execPath, ["-e", grow]);
  const end = await new Promise<() => void>((exceeded) => {
    const end = guardMemory(child.pid, () => exceeded(end));
  });
  end();
  child.kill("SIGKILL");
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
});

test("many simulators at once each get their turn", async () => {
  const sims = await Promise.all(
    Array.from({ length: 20 }, (_, id) =>
      simulateZap(
        `thing_poll: function () { return [{ id: ${id} }, z.request({ url: 'https://a.example' }).status_code]; }`,
      ),
    ),
  );
  const both = [sims, [...sims].reverse()];
  for (const some of both) {
    const items = await Promise.all(some.map(async (sim) => (await sim.poll("thing")).items));
    expect(items).toEqual(some.map((sim) => [{ id: sims.indexOf(sim) }, 200]));
  }
});

/** A program that simulates and prints `ready`, and then does something. */
function program(script: string, then: string): string {
  const folder = temporaryFolder();
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return JSON.stringify(join(folder, name));
  };
  const options = `{ script: ${at("zap.js", `var Zap = { ${script} };`)}, metadata: ${at("metadata.json", JSON.stringify(metadataWith()))}, auth_fields: { api_key: "key" }, http: () => Response.json([]) }`;
  const path = JSON.parse(
    at(
      "program.mjs",
      `import { simulate } from ${JSON.stringify(resolve("bin/simulator.mjs"))};
       const sim = await simulate(${options});
       await sim.poll("thing");
       console.log("ready");
       ${then}`,
    ),
  );
  return path;
}

const waits = "thing_poll: function (bundle) { while (bundle.meta.frontend) {} return []; }";

test.each([
  ["closes its simulator", "await sim.close();"],
  ["forgets to close it", ""],
  ["ends at once", "process.exit();"],
  ["fails", "throw new Error('failed');"],
])("a program that %s ends, and leaves no process", async (_, then) => {
  const child = spawn(process.execPath, [program(waits, then)], { stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  const children = childrenOf(child.pid as number);
  if (child.exitCode === null) await once(child, "exit");
  await allGone(children);
});

test.each([["a loop", "while (true) {}"], ...entries.slice(0, 2)])(
  "a program that is killed leaves no process, though its script is in %s",
  async (_, work) => {
    const script = `thing_poll: function (bundle) { if (bundle.meta.frontend) { console.log('begins'); ${work}; } return []; }`;
    const path = program(script, `sim.poll("thing", { meta: { frontend: true } });`);
    const child = spawn(process.execPath, [path], { stdio: ["ignore", "pipe", "ignore"] });
    await once(child.stdout, "data");
    const children = childrenOf(child.pid as number);
    expect(children.length).toBeGreaterThan(0);
    child.kill("SIGKILL");
    await allGone(children);
  },
);

test("a thread can simulate, and leaves no process when it is ended", async () => {
  const before = childrenOf(process.pid);
  const thread = new Worker(program(waits, `sim.poll("thing", { meta: { frontend: true } });`), {
    stdout: true,
  });
  onTestFinished(async () => void (await thread.terminate()));
  await once(thread.stdout, "data");
  const children = childrenOf(process.pid).filter((pid) => !before.includes(pid));
  expect(children.length).toBeGreaterThan(0);
  await thread.terminate();
  await allGone(children);
});

test("a process that cannot be started is reported", async () => {
  const path = program(waits, "");
  const text = `process.execPath = "/nowhere/node"; await import(${JSON.stringify(path)});`;
  const run = () =>
    execFileSync(process.execPath, ["--input-type=module", "-e", text], { stdio: "pipe", encoding: "utf8" });
  expect(run).toThrow(
    "Failed to start a process for the script: /nowhere/node: there is no such file or directory.",
  );
});
