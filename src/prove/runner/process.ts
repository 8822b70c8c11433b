/**
 * The process in which scripts run on the platform's own runner. It has no rights but to read the runner's packages, no environment, and
 * no way to the network: see offline.ts. The runner compiles the script and gives it its globals; methods are called here, as its
 * `runEvent` calls them. Source: runner, index.js.
 */
import { Console } from "node:console";
import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { createRequire, syncBuiltinESMExports } from "node:module";
import { Writable } from "node:stream";
import { mock } from "node:test";
import { promisify } from "node:util";
import workers from "node:worker_threads";
import type { ProbedMembers, ProbedState } from "../probed-script.ts";
import type { MessageFromRunner, MessageToRunner } from "./messages.ts";

type ZapMethod = (
  this: unknown,
  bundle: object,
  callback?: (error: unknown, result: unknown) => void,
) => unknown;

interface ProbedZap {
  readonly [name: string]: (ZapMethod & { readonly length: number }) | undefined;
}

type CallMessage = Extract<MessageToRunner, { readonly method: string }>;
type CallEffects = Pick<ProbedState, "result" | "bundle" | "leaked">;

/** Milliseconds between two looks at the parent. */
const PARENT_CHECK = 500;

const [, , main = "", now = ""] = process.argv;
const kill = process.kill.bind(process);
const tell = process.send?.bind(process) as (message: MessageFromRunner, sent?: () => void) => void;
const startRunner = createRequire(main)(main) as (script: string, zcli: object, input: object) => object;

// With its first script the runner loads its libraries and starts its thread for requests. A thread of the script's would have connections of its own.
startRunner("var Zap = {};", { console }, {});
endWithParent();
Object.assign(workers, { Worker: undefined });
syncBuiltinESMExports();
for (const name of Object.keys(process.env)) delete process.env[name];
process.env.TZ = "UTC";
Object.assign(process, { send: undefined, kill: undefined });
mock.timers.enable({ apis: ["Date"], now: Date.parse(now) });

/** The property of the global object in which the script's text leaves its probe. */
const place = Symbol.for("zapc.zap");
let source = "";
let logs: string[] = [];
/** The last evaluation of the script. */
let zap: ProbedZap | undefined;
let fail: (error: unknown) => void = () => {};

/** The requests that have no answer yet. */
const pending = new Set<unknown>();
subscribe("http.client.request.start", (message) => {
  const { request } = message as { readonly request: ClientRequest };
  pending.add(request);
  for (const end of ["response", "close"]) request.once(end, () => pending.delete(request));
});

process.on("message", (message: MessageToRunner) => {
  if ("source" in message) source = message.source;
  else if ("members" in message) tellMembers();
  else call(message);
});
process.on("uncaughtException", (error) => fail(error));
process.on("unhandledRejection", (error) => fail(error));
tell({ ready: true });

/**
 * Kills this process when its parent is gone. A thread of its own looks, as a script that never returns lets no event through: the
 * process would go on for ever.
 */
function endWithParent(): void {
  const watch = `const look = () => process.ppid === ${process.ppid} || process.kill(process.pid, "SIGKILL");
setInterval(look, ${PARENT_CHECK});`;
  new workers.Worker(watch, { eval: true, execArgv: [], env: {} }).unref();
  process.on("disconnect", () => kill(process.pid, "SIGKILL"));
}

function load(): ProbedZap {
  zap = undefined;
  // It returns before the runner's own `return Zap;`, and declares nothing: the script may set a global Zap.
  const text = `globalThis[Symbol.for("zapc.zap")] = (function () {${source}\n})(); return;`;
  startRunner(text, { console: new Console(streamOf("log"), streamOf("error")) }, {});
  zap = (globalThis as unknown as { [place]: ProbedZap })[place];
  return zap;
}

function streamOf(level: string): Writable {
  return new Writable({
    write(chunk, _, done) {
      logs.push(`${level}: ${String(chunk).replace(/\n$/, "")}`);
      done();
    },
  });
}

function tellMembers(): void {
  try {
    tell({ members: (load()["zapc-members"] as unknown as () => ProbedMembers)() });
  } catch (error) {
    const { name, message } = described(error);
    tell({ failure: `${name}: ${message}` });
  }
}

async function call(message: CallMessage): Promise<void> {
  logs = [];
  const error = await outcomeOf(message).catch(described);
  await arrived();
  const seen = zap?.["zapc-seen"] as unknown as (() => CallEffects) | undefined;
  const { leaked, result, bundle: after } = seen?.() ?? { leaked: [] };
  for (const global of leaked) delete (globalThis as { [name: string]: unknown })[global];
  const told = Object.fromEntries(leaked.map((it) => [it, true as const]));
  tell({ observed: { result, bundle: after, ...(error && { error }), logs, leaked: told } });
}

/** Milliseconds for the answers to requests that nobody waits for. */
const ARRIVAL_LIMIT = 1_000;

/** Waits for requests that nobody waits for: whether they still belong to the call would else depend on the machine. */
async function arrived(): Promise<void> {
  const end = performance.now() + ARRIVAL_LIMIT;
  while (pending.size > 0 && performance.now() < end) await new Promise((done) => setImmediate(done));
}

/** Calls a method as the runner's `runEvent` does: one with more than one parameter calls back. */
async function outcomeOf({ method: name, bundle, goes_on }: CallMessage): Promise<undefined> {
  const isUncaught = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const evaluated = (goes_on && zap) || load();
  const method = evaluated[`zapc:${name}`] as ZapMethod & { readonly length: number };
  const ended =
    method.length > 1
      ? promisify(method as never).call(evaluated, bundle as never)
      : method.call(evaluated, bundle);
  await Promise.race([ended, isUncaught]);
}

function described(error: unknown): { name: string; message: string; primitive?: string } {
  if (typeof error !== "object" || error === null)
    return { name: "Error", message: String(error), primitive: typeof error };
  const { name = "Error", message = "" } = error as { readonly name?: unknown; readonly message?: unknown };
  return { name: String(name), message: String(message) };
}
