import type { ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { Failure } from "../../model/failure.ts";
import { reasonOf, remedyOf } from "../../model/system-error.ts";
import type { MessageFromScript, MessageToScript } from "../protocol.ts";
import { channels, FrameReader, frameOf } from "./frames.ts";
import { checkMessage } from "./messages.ts";
import { killGroup, spawnScriptProcess } from "./spawn.ts";

/** The present user of the process. */
interface ChildListener {
  handleMessage(message: MessageFromScript): void;
  /** It has ended by itself, or is killed since it sent something that is no message. */
  crash(end: ChildEnd): void;
}

export interface ChildEnd {
  /** `ended with code 1` */
  readonly how: string;
  /** The end of its standard error. */
  readonly said: string;
}

// Larger than the largest result and the largest request.
const largestFrame = 20_000_000;
const longestSaying = 4000;
/** Milliseconds. A machine under load may take seconds. */
const startLimit = 30_000;

/** A process that runs scripts, as its parent sees it. It does not keep the parent alive. */
export class Child {
  /** Hears what it sends, and that it has ended. */
  call: ChildListener | undefined;
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #gone: Promise<void>;
  #isGone = false;
  #said = "";
  /** The advice where it could not be started. */
  #remedy: string | undefined;

  constructor() {
    this.#process = spawnScriptProcess();
    this.#gone = this.#whenGone();
    this.#ready = this.#whenReady();
    this.#process.unref();
    for (const channel of Object.values(channels)) this.#pipe(channel)?.unref();
    (this.#process.stderr as Socket | null)?.unref();
  }

  /** Undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Waits until it can be given a script, and keeps the parent alive meanwhile. Throws a Failure when it does not start. */
  async start(): Promise<void> {
    const timer = setTimeout(() => this.kill(), startLimit);
    try {
      await this.#ready;
    } finally {
      clearTimeout(timer);
    }
  }

  /** An answer without an id goes to the script's thread itself, which stands still until it is there. */
  send(message: MessageToScript): void {
    const isAwaited = message.type === "answer" && message.id === undefined;
    const pipe = this.#pipe(isAwaited ? channels.script : channels.main);
    // Written at once: each part of its own would wake the process.
    pipe?.cork();
    for (const chunk of frameOf(message)) pipe?.write(chunk);
    pipe?.uncork();
  }

  /** Kills the process at once, with all its children. */
  kill(): void {
    if (!this.#isGone) killGroup(this.#process);
  }

  /** Kills it, and waits until it is gone. */
  async close(): Promise<void> {
    this.kill();
    this.#process.ref();
    await this.#gone;
  }

  #whenGone(): Promise<void> {
    return new Promise((resolve) => {
      const end = (how: string) => {
        this.#isGone = true;
        this.call?.crash({ how, said: this.#said });
        resolve();
      };
      this.#process.once("exit", (code, signal) =>
        end(signal ? `was ended by ${signal}` : `ended with code ${code}`),
      );
      this.#process.once("error", (error) => {
        this.#said = `${process.execPath}: ${reasonOf(error)}.`;
        this.#remedy = remedyOf(error);
        end("did not start");
      });
    });
  }

  #whenReady(): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      this.#listen(resolve);
      this.#gone.then(() => {
        const why = this.#said.trim() || "it ended.";
        const hint = this.#remedy;
        reject(
          new Failure(`Failed to start a process for the script: ${why}`, hint === undefined ? {} : { hint }),
        );
      });
    });
    // A process that nobody waits for may end.
    ready.catch(() => {});
    return ready;
  }

  #listen(becomeReady: () => void): void {
    const handleMessage = (message: MessageFromScript) => {
      if (message.type === "ready") becomeReady();
      else this.call?.handleMessage(message);
    };
    for (const channel of Object.values(channels)) this.#read(this.#pipe(channel), handleMessage);
    this.#process.stderr?.on("data", (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk}`.slice(-longestSaying);
    });
  }

  #read(pipe: Socket | undefined, handleMessage: (message: MessageFromScript) => void): void {
    const reader = new FrameReader(largestFrame);
    const receive = (chunk: Buffer) => {
      try {
        for (const message of reader.read(chunk)) handleMessage(checkMessage(message));
      } catch (error) {
        pipe?.off("data", receive);
        this.kill();
        this.call?.crash({ how: `sent ${(error as Error).message}`, said: "" });
      }
    };
    pipe?.on("data", receive);
    // It may end while something is written to it.
    pipe?.on("error", () => {});
  }

  /** Absent when the process could not be started. */
  #pipe(channel: number): Socket | undefined {
    return this.#process.stdio?.[channel] as Socket | undefined;
  }
}
