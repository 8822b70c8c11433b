import { type ChildProcess, fork } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { FileStore } from "./file-store.ts";

/** The function of an app's definition that is run, with the bundle that the runner makes the script's bundle of. */
export interface Call {
  readonly method: string;
  readonly bundle: object;
  /** In milliseconds. */
  readonly now?: number | undefined;
}

export type Answer =
  | { readonly results: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };

/** The process in which process.mjs runs. */
export class RunnerProcess {
  readonly called = new Set<string>();
  readonly #child: ChildProcess;
  readonly #store: Pick<FileStore, "rpc_base">;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  readonly #ended: Promise<string>;
  #apps = 0;

  constructor(store: FileStore, env: { readonly [name: string]: string }) {
    this.#store = store;
    const execArgv = ["--require", fileURLToPath(new URL("connect-locally.cjs", import.meta.url))];
    this.#child = fork(fileURLToPath(new URL("process.mjs", import.meta.url)), {
      // Source: synckit 0.6, which spells it so; its thread sends what z.request asks.
      env: { ...process.env, ...env, SYNCKIT_EXEC_ARV: execArgv.join() },
      execArgv,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#ended = text(this.#child.stderr as NonNullable<ChildProcess["stderr"]>);
    this.#child.on("message", ({ called, ...answer }: Answer & { called: string[] }) => {
      for (const method of called) this.called.add(method);
      this.#waiting.shift()?.(answer);
    });
  }

  /** Loads an app, from its definition or its files. Returns how its functions are run. */
  open(
    loaded: { readonly definition: object } | { readonly directory: string },
  ): (call: Call) => Promise<Answer> {
    const app = this.#apps;
    this.#apps += 1;
    this.#child.send(loaded);
    return (call) => this.#run(app, call);
  }

  #run(app: number, call: Call): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => this.#waiting.push(resolve));
    const failed = this.#ended.then((stderr) => {
      throw new Error(`Failed to run ${call.method}: the runner's process ended before.\n${stderr}`);
    });
    // Where that fails, the process has ended.
    this.#child.send({ app, call: { ...call, rpc_base: this.#store.rpc_base } }, () => {});
    return Promise.race([answered, failed]);
  }

  async close(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#ended;
  }
}
