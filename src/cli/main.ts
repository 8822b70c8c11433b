import { setImmediate } from "node:timers/promises";
import { Command } from "commander";
import type * as functions from "../index.ts";
import { ownVersion } from "../package-root.ts";
import { addCommands } from "./commands.ts";
import { type CommandTask, type ExitCode, reportError } from "./report-error.ts";

/** For bin/index.mjs: one bundle holds the command and the functions, which are loaded when they are called. */
export const build: typeof functions.build = async (options) =>
  (await import("./run-build.ts")).build(options);
export const check: typeof functions.check = async (options) =>
  (await import("./run-build.ts")).check(options);

export const adopt: typeof functions.adopt = async (options) =>
  (await import("../adopt/adopt.ts")).adopt(options);

export const prove: typeof functions.prove = async (options) =>
  (await import("../prove/prove.ts")).prove(options);

/** Runs the zapc command and returns its exit code. Everything else returns data or throws; this prints. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const isWatching = args.includes("--watch");
  const task: CommandTask & { command: string } = {
    command: "",
    json: args.includes("--json"),
    indent: isWatching ? 0 : 2,
  };
  let exitCode: ExitCode = 0;
  endWithoutOutput(task, () => exitCode);
  // An exception in an event has no caller to tell.
  process.on("uncaughtException", (error) => process.exit(reportError(error, task)));
  const program = new Command("zapc")
    .version(ownVersion, "-v, --version")
    .description("Compiles and simulates integrations of Zapier's Legacy Web Builder.")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    // With --json, wrong use is an answer, too.
    .configureOutput(task.json ? { writeErr: () => {} } : {})
    .hook("preAction", (_, action) => {
      task.command = wordsOf(action);
    });
  addCommands(program, (code) => {
    exitCode = code;
  });
  await program.parseAsync(args, { from: "user" }).catch(async (error) => {
    // An error for lack of a process is thrown before the event that says why that could not be started.
    await setImmediate();
    exitCode = reportError(error, task);
  });
  // An error of the output comes after it.
  await new Promise<unknown>((done) => process.stdout.write("", done));
  await setImmediate();
  return exitCode;
}

/** `simulate poll`, of the command behind `zapc simulate poll`. */
function wordsOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${wordsOf(parent)} ${command.name()}` : command.name();
}

/**
 * Ends the process where nothing more can be printed.
 *
 * @param exitCode - that of a command which has come to its end
 */
function endWithoutOutput(task: CommandTask, exitCode: () => ExitCode): void {
  process.stdout.on("error", async (error: NodeJS.ErrnoException) => {
    // A full disk, say: JSON could not be printed either.
    if (error.code !== "EPIPE") process.exit(reportError(error, { ...task, json: false }));
    // `zapc simulate … | head -1` closes the pipe: that is not an error of zapc. A command that has printed its findings is about to
    // end.
    await setImmediate();
    process.exit(exitCode());
  });
}
