import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Failure } from "../../model/failure.ts";
import type {
  EndedRun,
  MessageFromThread,
  MessageToThread,
  TaskInput,
  TaskName,
  TaskOutput,
} from "./tasks.ts";

interface PendingTask {
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Does tasks that may take seconds in a thread of its own, which begins with the first of them. */
export class RunWorker {
  readonly #waiting = new Map<number, PendingTask>();
  readonly #kept = new Set<string>();
  #worker: Worker | undefined;
  #last = 0;

  /** Does a task. */
  ask<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>> {
    this.#last += 1;
    const task = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(task, { resolve, reject });
      this.#post({ task, name, input });
    });
  }

  /** Tells the thread of a run, once. */
  keep(id: string, ended: () => EndedRun): void {
    if (this.#kept.has(id)) return;
    this.#post({ keep: ended() });
    this.#kept.add(id);
  }

  forget(id: string): void {
    if (this.#kept.delete(id)) this.#post({ forget: id });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#end(new Failure("Failed to finish: the studio is closed."));
  }

  #post(message: MessageToThread): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message);
  }

  #begin(): Worker {
    const worker = new Worker(threadFile());
    worker.on("message", (message: MessageFromThread) => {
      const waiting = this.#waiting.get(message.task);
      this.#waiting.delete(message.task);
      if ("output" in message) waiting?.resolve(message.output as never);
      else waiting?.reject(errorOf(message));
    });
    worker.on("error", (error) => this.#end(error));
    return worker;
  }

  /** The thread is gone: the next task begins another one. */
  #end(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.#kept.clear();
    this.#worker = undefined;
  }
}

function errorOf(message: Exclude<MessageFromThread, { output: unknown }>): Error {
  if ("defect" in message)
    return Object.assign(new Error("The thread has a defect."), { stack: message.defect });
  const { fault, hint } = message.failure;
  return new Failure(fault, hint === undefined ? {} : { hint });
}

/** The file that bin/load.mjs makes of thread.ts. This module is bundled into a file beside its folder. */
function threadFile(): string {
  const places = ["./studio/worker/thread.js", "../studio/worker/thread.js"].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((file) => existsSync(file)) ?? (places[0] as string);
}
