import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The zapc command, for Node.js. */
export const bin = fileURLToPath(new URL("../../bin/zapc.cjs", import.meta.url));

/** Its environment: no colours. */
export const environment = Object.freeze({ ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined });

/** The result of a run of the zapc command. */
export interface CommandRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the zapc command, without colours, in a directory, with what comes from standard input. */
export const zapc = zapcWith({});

/** The zapc command where some variables of the environment have other values. */
export function zapcWith(variables: { readonly [name: string]: string }) {
  const env = { ...environment, ...variables };
  return (
    args: readonly string[],
    directory = process.cwd(),
    input: string | Uint8Array = "",
  ): Promise<CommandRun> =>
    new Promise((done) => {
      const options = { cwd: directory, env };
      const running = execFile(process.execPath, [bin, ...args], options, (error, stdout, stderr) => {
        done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
      // A command that reads none may have ended by now.
      running.stdin?.on("error", () => {});
      running.stdin?.end(input);
    });
}
