import { Command, CommanderError, InvalidArgumentError } from "commander";
import { Failure } from "../model/failure.ts";
import { ownVersion } from "../package-root.ts";
import { failureReport, printFailure } from "./print.ts";
import { addSimulate } from "./simulate-commands.ts";
import { wholeNumber } from "./whole-number.ts";

/** 0 fine, 1 the user's sources or data are wrong, 2 wrong use of the command. */
type ExitCode = 0 | 1 | 2;

/** Runs the zapc command and returns its exit code. Everything else returns data or throws; this prints. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  endQuietlyWithoutReader();
  const program = new Command("zapc")
    .version(ownVersion)
    .description("Compiles and simulates integrations of Zapier's Legacy Web Builder.")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  let exitCode: ExitCode = 0;
  for (const add of commands) {
    add(program, (code) => {
      exitCode = code;
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof Failure)) throw error;
    if (args.includes("--json")) console.log(JSON.stringify(failureReport(error), null, 2));
    else printFailure(error);
    return 1;
  }
}

/** Adds one command to the program. What runs it is loaded when it runs. */
type AddCommand = (program: Command, end: (code: ExitCode) => void) => void;

const addBuild: AddCommand = (program, end) => {
  program
    .command("build")
    .description("compile a scripting directory into zap.js, zap.js.map and metadata.json")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--out <dir>", "the directory to write to", "dist")
    .option("--watch", "build again after each change, until Ctrl+C")
    .option("--warn-above <size>", warnAbove, sizeInBytes)
    .option("--json", "print the report as JSON; with --watch, one line a build")
    .action(async ({ watch, ...options }) => {
      const { startEsbuild } = await import("../compiler/esbuild.ts");
      startEsbuild();
      if (watch) end(await (await import("./watch.ts")).watchCommand(options));
      else end(await (await import("./build.ts")).buildCommand(options));
    });
};

const warnAbove = "warn where zap.js is larger than this, 100KB say, instead of 1MB";

const bytesIn: { readonly [unit: string]: number } = { "": 1, B: 1, KB: 1_000, MB: 1_000_000 };

/** `1.5MB` -> 1500000 */
function sizeInBytes(text: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?) *([KM]?B)?$/.exec(text.toUpperCase()) ?? [];
  const bytes = Number(number) * (bytesIn[unit] ?? Number.NaN);
  if (Number.isFinite(bytes)) return Math.floor(bytes);
  throw new InvalidArgumentError("It must be a number of bytes, such as 100KB or 1.5MB.");
}

const addSize: AddCommand = (program, end) => {
  program
    .command("size")
    .description("show how many bytes of a built zap.js come from each source and each npm package")
    .option("--dist <dir>", "the directory of zap.js and zap.js.map", "dist")
    .option("--warn-above <size>", warnAbove, sizeInBytes)
    .option("--json", "print the report as JSON")
    .action(async (options) => {
      const { sizeCommand } = await import("./size.ts");
      end(await sizeCommand(options));
    });
};

const addStatus: AddCommand = (program, end) => {
  program
    .command("status")
    .description(
      "tell whether a pasted file is what the sources give, is older or newer, or was edited by hand",
    )
    .argument("[file]", "the file as it was pasted; standard input if it is - or left out")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--json", "print the report as JSON")
    .action(async (file, options) => {
      const { statusCommand } = await import("./status.ts");
      end(await statusCommand(file, options));
    });
};

const addTrace: AddCommand = (program, end) => {
  program
    .command("trace")
    .description("map a stack trace of the platform's logs to the sources, and show their lines")
    .argument("[file]", "the stack trace; standard input if it is - or left out")
    .option("--dist <dir>", "the directory of zap.js and zap.js.map", "dist")
    .option("--pasted <file>", "a copy of what stands in the editor, where that is not this zap.js")
    .option("--offset <lines>", "how many lines stand before zap.js in the editor", wholeNumber)
    .option("--json", "print the frames as JSON")
    .action(async (file, options) => {
      const { traceCommand } = await import("./trace.ts");
      end(await traceCommand(file, options));
    });
};

/** In the order in which the help shows them. */
const commands: readonly AddCommand[] = [addBuild, addSize, addStatus, addTrace, addSimulate];

/** `zapc simulate … | head -1` closes the pipe: that is no error of ours. */
function endQuietlyWithoutReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
}
