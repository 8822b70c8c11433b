import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A `zapc build --watch --json` at work. */
export class Watched {
  #process;
  #lines;
  #first;

  constructor([program, ...args]) {
    this.#process = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
    this.#first = this.built();
  }

  get pid() {
    return this.#process.pid;
  }

  /** Once it has built for the first time. */
  async started() {
    await this.#first;
  }

  /** Once it has built again. */
  async built() {
    const { value } = await this.#lines.next();
    if (value === undefined || !JSON.parse(value).ok) throw new Error(`zapc build --watch failed: ${value}`);
  }

  async end() {
    if (this.#process.exitCode !== null) return;
    this.#process.kill("SIGINT");
    await once(this.#process, "exit");
  }
}
