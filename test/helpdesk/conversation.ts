import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";

/** The output of a command, and its end. */
export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that a user types, and answers while it runs. */
export class Conversation {
  readonly #running: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<unknown>;
  #stdout = "";
  #stderr = "";

  constructor(command: string, args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }) {
    this.#running = spawn(command, args, options);
    this.#closed = once(this.#running, "close");
    this.#running.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#stdout += text;
    });
    this.#running.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr += text;
    });
    // A command that reads nothing may have ended by now.
    this.#running.stdin.on("error", () => {});
  }

  /** Waits until the command has asked, and gives what the pattern finds in that. */
  async asked(pattern: RegExp): Promise<string> {
    for (;;) {
      const [found] = pattern.exec(this.#stderr) ?? [];
      if (found !== undefined) return found;
      await Promise.race([once(this.#running.stderr, "data"), this.#closed.then(() => this.#hasEnded())]);
    }
  }

  /** Types a text, and ends the input. */
  type(text: string): void {
    this.#running.stdin.end(text);
  }

  async ended(): Promise<CommandRun> {
    const [code] = (await this.#closed) as [number | null];
    return { code, stdout: this.#stdout, stderr: this.#stderr };
  }

  #hasEnded(): never {
    throw new Error(`The command has ended: ${this.#stdout}${this.#stderr}`);
  }
}
