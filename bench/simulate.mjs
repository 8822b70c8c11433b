// Compares the cost of a run in the simulator with zapier-platform-core and its legacy scripting runner: both ask one server on the
// loopback interface, in turns on one machine. Then 10,000 runs in one process, and its memory. `npm --prefix bench run simulate`
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { median } from "./compile/measure.mjs";
import { things } from "./simulate/integration.mjs";

const processes = 3;
const rounds = 30;
const times = 10;
const requests = 20;

const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(things);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}/things`;

async function start(file, ...args) {
  const options = {
    execArgv: ["--expose-gc"],
    // core writes of its memory to the standard output.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  };
  const child = fork(new URL(`simulate/${file}`, import.meta.url), [url, ...args], options);
  await once(child, "message");
  return {
    async run(trigger, since, count) {
      child.send({ trigger, since, times: count });
      return (await once(child, "message"))[0];
    },
    end: () => child.kill(),
  };
}

const contestants = { simulator: "simulator.mjs", runner: "runner.mjs" };

/** The measurements of each round, in milliseconds of one poll. */
const measured = {
  managed: (child) => child.run("polled", "1", times),
  asking_none: (child) => child.run("asking", "0", times),
  asking_many: (child) => child.run("asking", String(requests), 2),
};

/** The best of all rounds of each in a process of its own: what else the machine does can only add to it. */
async function bestOfRounds() {
  const best = {};
  const children = [];
  for (const [name, file] of Object.entries(contestants)) children.push([name, await start(file)]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, child] of children) {
      for (const [what, of] of Object.entries(measured)) {
        const { milliseconds } = await of(child);
        best[name] = { ...best[name], [what]: Math.min(milliseconds, best[name]?.[what] ?? milliseconds) };
      }
    }
  }
  for (const [, child] of children) child.end();
  return best;
}

/** V8 makes some processes faster than others: the median of several counts. */
const bests = [];
for (let number = 0; number < processes; number += 1) bests.push(await bestOfRounds());
const best = Object.fromEntries(
  Object.keys(contestants).map((name) => [
    name,
    Object.fromEntries(
      Object.keys(measured).map((what) => [what, median(bests.map((it) => it[name][what]))]),
    ),
  ]),
);

// The cost of one more request: both include the poll around it.
const requestOf = ({ asking_none, asking_many }) => (asking_many - asking_none) / requests;
const figures = [
  { name: "a managed poll with both methods", of: ({ managed }) => managed, target: 0.6 },
  { name: "one z.request more in poll", of: requestOf, target: 1.25 },
];
console.log("| | simulator, ms | core and runner, ms | ratio | at most |\n|---|---|---|---|---|");
for (const { name, of, target } of figures) {
  const [ours, theirs] = [of(best.simulator), of(best.runner)];
  const ratio = ours / theirs;
  console.log(`| ${name} | ${ours.toFixed(2)} | ${theirs.toFixed(2)} | ${ratio.toFixed(2)} | ${target} |`);
  if (ratio > target) process.exitCode = 1;
}

/** Milliseconds of the second start in one process to its first result, in processes of their own, in turns. */
const seconds = { process: [], thread: [] };
for (let round = 0; round < 9; round += 1) {
  for (const [name, times] of Object.entries(seconds)) {
    const file = fileURLToPath(new URL("simulate/second-start.mjs", import.meta.url));
    times.push(Number(execFileSync(process.execPath, [file, name], { encoding: "utf8" })));
  }
}
const [inProcess, inThread] = [median(seconds.process), median(seconds.thread)];
console.log("\n| second start to its first result | ms |\n|---|---|");
console.log(
  `| in a process of its own | ${inProcess.toFixed(0)} |\n| in a thread | ${inThread.toFixed(0)} |`,
);
console.log(`\nMore than in a thread: ${(inProcess - inThread).toFixed(0)} ms (at most 150)`);
if (inProcess - inThread > 150) process.exitCode = 1;

console.log(
  "\n| runs in one process | heap of the main thread, MB | least memory in all, MB |\n|---|---|---|",
);
const child = await start("simulator.mjs", "memory");
const memory = [];
for (let runs = 2000; runs <= 10_000; runs += 2000) {
  const { heapUsed, least } = await child.run("polled", "1", 2000);
  memory.push(least);
  const inMegabytes = (bytes) => (bytes / 1024 / 1024).toFixed(0);
  console.log(`| ${runs} | ${inMegabytes(heapUsed)} | ${inMegabytes(least)} |`);
}
child.end();
server.close();

// The first runs load what is loaded once.
const growth = Math.min(...memory.slice(-2)) / Math.max(...memory.slice(0, 2));
console.log(`\nWhat the last 4,000 runs leave, of the first: ${growth.toFixed(2)} (at most 1.1)`);
if (growth > 1.1) process.exitCode = 1;
