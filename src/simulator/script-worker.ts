import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { Answer, FromWorker, Level, Outcome, ToWorker, WireRequest } from "./protocol.ts";

import type { Runtime } from "./runtime.ts";
import type { ScriptData } from "./script-data.ts";

/** What happens while a method runs. */
export interface CallListener {
  request(request: WireRequest): Promise<Answer>;
  log(level: Level, text: string): void;
  notSimulated(message: string): void;
}

interface MethodCall {
  readonly method: string;
  /** JSON. */
  readonly bundle: string;
  /** Left out: the time that it is. */
  readonly now?: Date | undefined;
}

interface Options {
  readonly worker: URL;
  readonly source: string;
  readonly filename: string;
  readonly runtime: Runtime;
  /** Milliseconds that a call may take, its requests included. */
  readonly time_limit: number;
}

/** The call that is under way. */
interface Call {
  readonly listener: CallListener;
  end(outcome: Outcome): void;
}

interface Thread {
  readonly worker: Worker;
  readonly answers: MessagePort;
  readonly signal: Int32Array;
  call?: Call;
}

// Assumed: how many megabytes this process may grow by during one call, buffers included.
const memoryLimit = 512;
const memoryCheck = 20;
// Higher, because V8 ends the whole process when one allocation goes far beyond it. It counts no buffers.
const resourceLimits = { maxOldGenerationSizeMb: 4 * memoryLimit };

const nothing: CallListener = {
  request: async () => ({ failure: { message: "The script sends a request while it loads." } }),
  log: () => {},
  notSimulated: () => {},
};

/** The thread in which the script runs. One call at a time; a call that does not end takes the thread with it. */
export class ScriptWorker {
  readonly #options: Options;
  #thread: Thread | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** In bytes. */
  get scriptSize(): number {
    return Buffer.byteLength(this.#options.source);
  }

  /** Calls a method with a bundle in JSON. */
  call({ method, bundle, now }: MethodCall, listener: CallListener): Promise<Outcome> {
    const time = now && { now: now.getTime(), limit: this.#options.time_limit };
    return this.#run({ type: "call", method, bundle, ...(time && { time }) }, listener);
  }

  /** The script's methods with their numbers of parameters, as an object in JSON. */
  inspect(): Promise<Outcome> {
    return this.#run({ type: "inspect" }, nothing);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.worker.terminate();
  }

  #run(task: ToWorker, listener: CallListener): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(crashed("Error", "The script's thread is closed."));
    this.#thread ??= start(this.#options);
    const thread = this.#thread;
    return new Promise((resolve) => {
      const end = (outcome: Outcome) => {
        clearTimeout(timer);
        clearInterval(watch);
        delete thread.call;
        if ("late" in outcome || "fatal" in outcome) this.#end();
        resolve(outcome);
      };
      // The thread does not keep the process alive; this timer does, as long as a call is under way.
      const timer = setTimeout(end, this.#options.time_limit, { late: true });
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > memoryLimit * 1_000_000) end(outOfMemory);
      }, memoryCheck);
      thread.call = { listener, end };
      thread.worker.postMessage(task);
    });
  }
}

function crashed(name: string, message: string): Outcome {
  return { thrown: { name, message }, fatal: true };
}

const outOfMemory = crashed("MemoryLimitError", `The call used more than ${memoryLimit} MB of memory.`);

function crashOf({ code, name, message }: NodeJS.ErrnoException): Outcome {
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? outOfMemory : crashed(name, message);
}

function start({ worker: url, source, filename, runtime }: Options): Thread {
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  // Beside the bundled sources: see bin/load.mjs.
  const jquery = fileURLToPath(new URL("../jquery", url));
  const workerData: ScriptData = { source, filename, runtime, jquery, answers: port2, signal };
  const worker = new Worker(url, { workerData, transferList: [port2], execArgv: [], resourceLimits });
  const thread: Thread = { worker, answers: port1, signal: new Int32Array(signal) };
  worker.on("message", (message: FromWorker) => receive(thread, message));
  worker.on("error", (error: NodeJS.ErrnoException) => thread.call?.end(crashOf(error)));
  worker.on("exit", (code) =>
    thread.call?.end(crashed("Error", `The script's thread ended with code ${code}.`)),
  );
  worker.unref();
  port1.unref();
  return thread;
}

async function receive(thread: Thread, message: FromWorker): Promise<void> {
  const { call } = thread;
  // What the script's timers still do after their call is of no run.
  if (!call) return;
  if (message.type === "done") call.end(message.outcome);
  else if (message.type === "log") call.listener.log(message.level, message.text);
  else if (message.type === "not-simulated") call.listener.notSimulated(message.message);
  else answer(thread, message, await call.listener.request(message.request));
}

function answer(thread: Thread, { id }: { id?: number }, answer: Answer): void {
  if (id !== undefined) {
    thread.worker.postMessage({ type: "answer", id, answer } satisfies ToWorker);
    return;
  }
  thread.answers.postMessage(answer);
  Atomics.store(thread.signal, 0, 1);
  Atomics.notify(thread.signal, 0);
}
