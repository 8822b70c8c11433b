import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test, vi } from "vitest";
import { integration, trigger } from "../compiler/integration.ts";
import { childrenOf, isRunning, processorTime } from "./processes.ts";
import { bin, environment } from "./zapc.ts";

/** Takes TypeScript 2 s to check: each class has the members of all before it. */
const slowToCheck = Array.from(
  { length: 200 },
  (_, at) => `class C${at} ${at > 0 ? `extends C${at - 1} ` : ""}{ m${at}() { return ${at}; } }`,
);

test.runIf(process.platform === "linux").each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
  ["SIGHUP", 129],
] as const)("a build that %s ends leaves no TypeScript and no folder of it", async (signal, code) => {
  const directory = integration({
    "slow.ts": `${slowToCheck.join("\n")}\nexport const slow = new C199();\n`,
    "triggers/thing.ts": `import { slow } from "../slow.ts";\n${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: slow.m0() }];
}
`,
  });
  const cache = join(directory, "node_modules/.cache/zapc");
  mkdirSync(cache, { recursive: true });
  const building = spawn(process.execPath, [bin, "check", "--scripting", directory], {
    cwd: directory,
    env: environment,
    stdio: "ignore",
  });
  const folder = await vi.waitFor(() => checkIn(cache), { timeout: 30_000, interval: 5 });
  await vi.waitFor(() => expect(commands()).toContain(folder), { timeout: 30_000, interval: 20 });
  expect(await ended(building, signal)).toBe(code);
  expect(filesIn(cache)).not.toContain(folder);
  await vi.waitFor(() => expect(commands()).not.toContain(folder), { timeout: 1000, interval: 20 });
});

test.runIf(process.platform === "linux")(
  "a proof that is killed leaves no method that does not end",
  async () => {
    const script = (does: string) => `var Zap = { endless_poll: function () { ${does} return []; } };\n`;
    const directory = integration({
      "old.js": script(""),
      "new.js": script("while (/process.cjs/.test(new Error().stack)) {}"),
    });
    const options = { cwd: directory, env: environment, stdio: "ignore" } as const;
    const proving = spawn(process.execPath, [bin, "prove", "old.js", "new.js"], options);
    const children = () => childrenOf(proving.pid ?? 0);
    // The platform's own runner takes half of that to load.
    const isEndless = (child: number) => processorTime(child) > 2;
    await vi.waitFor(() => expect(children().some(isEndless)).toBe(true), { timeout: 60_000, interval: 50 });
    const left = children();
    await ended(proving, "SIGKILL");
    await vi.waitFor(() => expect(left.filter(isRunning)).toEqual([]), { timeout: 10_000, interval: 50 });
  },
  90_000,
);

test.runIf(process.platform === "linux").each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "a studio that %s ends leaves no folder of builds",
  async (signal) => {
    const directory = integration({});
    const temporary = join(directory, "temporary");
    mkdirSync(temporary);
    const open = spawn(process.execPath, [bin, "studio", "--no-open", "--scripting", directory], {
      cwd: directory,
      env: { ...environment, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(open.stdout, "data");
    expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^zapc-studio-/)]);
    expect(await ended(open, signal)).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  },
);

/** The folder of a check that has begun. */
function checkIn(cache: string): string {
  const folder = filesIn(cache).find((name) => basename(name).startsWith("zapc-check-"));
  if (folder === undefined) throw new Error("No check has begun.");
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" });
}

/** The command lines of all processes, as Linux lists them: not every machine has `ps`. */
function commands(): string {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map(commandOf).join("\n");
}

/** Empty for a process that has ended since. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, "exit") as Promise<[number | null]>;
  child.kill(signal);
  return (await exited)[0];
}
