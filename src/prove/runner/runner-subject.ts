import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Failure } from "../../model/failure.ts";
import { reasonOf } from "../../model/system-error.ts";
import { memoryLimit } from "../../simulator/limits.ts";
import { killGroup } from "../../simulator/process/spawn.ts";
import { type ProbedMembers, probedScript } from "../probed-script.ts";
import { type Example, now, type Observed, type Subject } from "../subject.ts";
import { AnsweringServer } from "./answering-server.ts";
import type { InstalledRunner } from "./installed-runner.ts";
import type { MessageFromRunner, MessageToRunner } from "./messages.ts";

/** Milliseconds until the runner is loaded. A machine under load may take long. */
const START_LIMIT = 60_000;

/** A script on the platform's own runner. */
export class RunnerSubject implements Subject {
  readonly #source: string;
  readonly #runner: InstalledRunner;
  readonly #time_limit: number;
  readonly #server = new AnsweringServer();
  #ports: Promise<readonly [number, number]> | undefined;
  #child: ChildProcess | undefined;

  constructor(source: string, runner: InstalledRunner, time_limit: number) {
    this.#source = probedScript(source);
    this.#runner = runner;
    this.#time_limit = time_limit;
  }

  async members(): Promise<{ readonly members: ProbedMembers } | { readonly failure: string }> {
    const answer = await this.#ask({ members: true });
    if (answer && "members" in answer) return answer;
    return { failure: answer && "failure" in answer ? answer.failure : "its process ended" };
  }

  async observe(method: string, { bundle, answers }: Example, { goesOn = false } = {}): Promise<Observed> {
    const requests = this.#server.begin(answers);
    // A method may change what it gets, and JSON is all that the process gets.
    const answer = await this.#ask({ method, bundle, goes_on: goesOn });
    if (answer && "observed" in answer) return { ...answer.observed, requests: [...requests] };
    const nothing = { requests: [...requests], logs: [], leaked: {} };
    if (!answer) return { ...nothing, late: true };
    const message = "failure" in answer ? answer.failure : "An answer that nobody asked for.";
    return { ...nothing, error: { name: "Error", message } };
  }

  async close(): Promise<void> {
    this.#stop();
    this.#server.close();
  }

  #stop(): void {
    if (this.#child) killGroup(this.#child);
    this.#child = undefined;
  }

  /** Gives nothing where no answer came in time: the process is killed then. */
  async #ask(message: MessageToRunner): Promise<MessageFromRunner | undefined> {
    const child = this.#child ?? (await this.#started());
    const answer = await answerOf(child, { message, time_limit: this.#time_limit });
    if (!answer || "failure" in answer) this.#stop();
    return answer;
  }

  async #started(): Promise<ChildProcess> {
    this.#ports ??= this.#server.start();
    const child = spawnRunner(this.#runner, await this.#ports);
    this.#child = child;
    const ready = await answerOf(child, { time_limit: START_LIMIT });
    if (!ready || !("ready" in ready)) {
      this.#stop();
      const why = ready && "failure" in ready ? ready.failure : `It took more than ${START_LIMIT / 1000} s.`;
      throw new Failure(`Failed to start the platform's own runner. ${why}`, {
        hint: "Leave it out: `--no-runner`.",
      });
    }
    child.send({ source: this.#source } satisfies MessageToRunner, () => {});
    return child;
  }
}

interface RunnerCall {
  readonly message?: MessageToRunner;
  readonly time_limit: number;
}

function answerOf(
  child: ChildProcess,
  { message, time_limit }: RunnerCall,
): Promise<MessageFromRunner | undefined> {
  return new Promise((resolve) => {
    const end = (answer: MessageFromRunner | undefined) => {
      clearTimeout(timer);
      child.off("message", end);
      child.off("exit", exit);
      child.off("error", refuse);
      resolve(answer);
    };
    const exit = (code: number | null, signal: string | null) =>
      end({ failure: `The script's process ended ${signal ? `by ${signal}` : `with code ${code}`}.` });
    const refuse = (error: Error) =>
      end({ failure: `Its process could not be started: ${reasonOf(error)}.` });
    const timer = setTimeout(end, time_limit, undefined);
    child.on("message", end);
    child.once("exit", exit);
    child.once("error", refuse);
    if (message) child.send(message, () => {});
  });
}

/** Starts the process as spawnScriptProcess does: without an environment, without rights but to read the runner's packages, in a group of its own. */
function spawnRunner({ main, readable }: InstalledRunner, ports: readonly number[]): ChildProcess {
  const folder = ownFolder();
  const has = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag);
  const permission = ["--permission", "--experimental-permission"].find(has);
  const preload = `${folder}offline.cjs`;
  return spawn(
    process.execPath,
    [
      ...(permission ? [permission, "--allow-worker", ...(has("--allow-net") ? ["--allow-net"] : [])] : []),
      ...(permission
        ? [folder, ...readable].map((it) => `--allow-fs-read=${it.replace(/[\\/]*$/, "/")}`)
        : []),
      ...[`--max-old-space-size=${memoryLimit}`, "--no-warnings", "--require", preload],
      ...[`${folder}process.cjs`, main, now.toISOString()],
    ],
    {
      // Source: synckit 0.6, which spells it so; its thread sends what z.request asks.
      env: {
        TZ: "UTC",
        NODE_ENV: "production",
        ZAPC_PORTS: ports.join(),
        SYNCKIT_EXEC_ARV: `--require,${preload}`,
      },
      cwd: folder,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      detached: process.platform !== "win32",
      windowsHide: true,
    },
  );
}

/** The folder of bin/load.mjs with the code of the process. This module is bundled into a file beside it, or one folder below. */
function ownFolder(): string {
  const places = ["./runner/", "../runner/"].map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const place = places.find((folder) => existsSync(`${folder}process.cjs`)) ?? (places[0] as string);
  return `${realpathSync(place).replace(/[\\/]$/, "")}/`;
}
