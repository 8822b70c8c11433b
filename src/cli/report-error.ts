import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CommanderError } from "commander";
import { Invalid } from "../model/diagnostic.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { isSystemError, reasonOf, remedyOf } from "../model/system-error.ts";
import { defectOf } from "./defect.ts";
import { failureReport, printDiagnostics, printFailure } from "./print.ts";

/** 0 fine, 1 the user's sources or data are wrong, 2 wrong use of the command, or it could not run. `Failure` says which. */
export type ExitCode = 0 | 1 | 2;

/** The task of a command, and the way in which it reports. */
export interface CommandTask {
  /** The command, by its words: `simulate poll`. */
  readonly command: string;
  readonly json: boolean;
  /** The indentation of JSON: 0 for one line. */
  readonly indent: number;
}

/** Prints why a command has not come to its end, as JSON where that was asked for, and gives the exit code. */
export function reportError(error: unknown, task: CommandTask): ExitCode {
  if (error instanceof CommanderError) return reportWrongUse(error, task);
  if (error instanceof Invalid) return reportInvalid(error, task);
  if (error instanceof Failure) return report(error, task, error instanceof DataFailure ? 1 : 2);
  if (isSystemError(error)) return report(systemFailure(error, task), task, 2);
  const missing = missingPackage(error);
  if (missing !== undefined) return report(notInstalled(missing, task), task, 2);
  const defect = defectOf(error, task.command);
  return report(defect.failure, task, 2, { stack: defect.stack });
}

function report(
  failure: Failure,
  { json, indent }: CommandTask,
  exitCode: ExitCode,
  more: object = {},
): ExitCode {
  if (json) console.log(JSON.stringify({ ...failureReport(failure), ...more }, null, indent));
  else printFailure(failure);
  return exitCode;
}

/** Help and the version are no mistakes. As text, commander has said by now what is wrong. */
function reportWrongUse({ exitCode, code, message }: CommanderError, task: CommandTask): ExitCode {
  if (exitCode === 0) return 0;
  if (!task.json) return 2;
  const [fault = "", suggestion = ""] = message.replace(/^error: /, "").split("\n");
  const hint = /^\((.*)\)$/.exec(suggestion)?.[1];
  const isHelp = code === "commander.help";
  const failure = isHelp
    ? new Failure("no command was named", { hint: "`zapc --help` shows the commands." })
    : new Failure(fault, { ...(hint && { hint }) });
  return report(failure, task, 2);
}

function reportInvalid({ diagnostics }: Invalid, { json, indent }: CommandTask): ExitCode {
  if (json) console.log(JSON.stringify({ ok: false, diagnostics }, null, indent));
  else printDiagnostics(diagnostics, "Nothing was done.");
  return 1;
}

/** `Cannot find module 'x'`, `Cannot find package 'x' imported from …` -> `x` */
function missingPackage(error: unknown): string | undefined {
  const { code, message } = Object(error);
  if (code !== "MODULE_NOT_FOUND" && code !== "ERR_MODULE_NOT_FOUND") return undefined;
  return /^Cannot find (?:module|package) '([^']+)'/.exec(String(message))?.[1];
}

/** A package that cannot be loaded. Node.js does not find it either if no more files may be opened. */
function notInstalled(name: string, { command }: CommandTask): Failure {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  if (folders.some((folder) => existsSync(join(folder, name))))
    return new Failure(
      `Failed to run \`zapc ${command}\`: the package ${name} cannot be read. It is damaged, or this process has too many files open.`,
      { hint: "Install the packages again, `npm ci`, or raise the limit: `ulimit -n 1024`." },
    );
  return new Failure(`Failed to run \`zapc ${command}\`: the package ${name} is not installed.`, {
    hint: "Install the packages again: `npm ci`, or `npm install`.",
  });
}

/** A refusal of the operating system, where no other message names the task. */
export function systemFailure(
  error: NodeJS.ErrnoException,
  { command }: Pick<CommandTask, "command">,
): Failure {
  const isAway = error.syscall === "uv_cwd";
  const what = error.path === undefined ? "" : `${error.path}: `;
  const why = isAway ? "the current directory is gone" : `${what}${reasonOf(error)}`;
  const hint = isAway ? "Change to a directory that is there." : remedyOf(error);
  return new Failure(`Failed to run \`${`zapc ${command}`.trim()}\`: ${why}.`, {
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}
