import { type Command, InvalidArgumentError, Option } from "commander";
import { type AddCommand, wholeNumber, withExamples } from "./command-parts.ts";
import { addCompletion } from "./completion-commands.ts";
import { addAdd, addInit } from "./project-commands.ts";
import type { ExitCode } from "./report-error.ts";
import { addSimulate } from "./simulate-commands.ts";

const addBuild: AddCommand = (program, end) => {
  withExamples(
    program.command("build"),
    "build",
    "build --watch",
    "build --scripting src/zapier --out build --json",
  )
    .description(
      "compile a scripting directory into zap.js, zap.js.map and metadata.json, and write their review",
    )
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--out <dir>", "the directory to write to", "dist")
    .option("--force", "replace files there that zapc did not write, too")
    .option("--watch", "build again after each change, without the review, until Ctrl+C")
    .option("--warn-above <size>", warnAbove, sizeInBytes)
    .option("--dump <dir>", "write the text of each module after each phase of the compiler, too")
    .option("--json", "print the report as JSON; with --watch, one line a build")
    .action(async ({ watch, ...options }) => {
      const { startEsbuild } = await import("../source/esbuild.ts");
      startEsbuild();
      if (watch) end(await (await import("./watch.ts")).watchCommand(options));
      else end(await (await import("./build.ts")).buildCommand(options));
    });
};

const addCheck: AddCommand = (program, end) => {
  withExamples(program.command("check"), "check", "check --json")
    .description("find everything that is wrong with a scripting directory, and write nothing")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--warn-above <size>", warnAbove, sizeInBytes)
    .option("--json", "print the report as JSON")
    .action(async (options) => {
      const { startEsbuild } = await import("../source/esbuild.ts");
      startEsbuild();
      end(await (await import("./build.ts")).checkCommand(options));
    });
};

const warnAbove = "warn where zap.js is larger than this, for example 100KB, instead of 1MB";

const bytesIn: { readonly [unit: string]: number } = { "": 1, B: 1, KB: 1_000, MB: 1_000_000 };

/** `1.5MB` -> 1500000 */
function sizeInBytes(text: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?) *([KM]?B)?$/.exec(text.toUpperCase()) ?? [];
  const bytes = Number(number) * (bytesIn[unit] ?? Number.NaN);
  if (Number.isFinite(bytes)) return Math.floor(bytes);
  throw new InvalidArgumentError("It must be a number of bytes, such as 100KB or 1.5MB.");
}

const addStudio: AddCommand = (program, end) => {
  withExamples(
    program.command("studio"),
    "studio",
    "studio --script zap.js --metadata metadata.json",
    "studio --allow-live --allow-write",
  )
    .description("see an integration run: a page on this machine, which follows the sources as they change")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .addOption(
      new Option("--script <file>", "run a script of any origin instead, and follow its file").conflicts(
        "scripting",
      ),
    )
    .option(
      "--metadata <file>",
      "with --script: metadata.json, or the directory of the Web Builder's five files",
    )
    .option("--port <number>", "the port of the page on 127.0.0.1; a free one if left out", wholeNumber)
    .option("--no-open", "open no browser")
    .option("--allow-live", "let the page be switched to LIVE, in which requests reach the network")
    .option("--allow-write", "let the page save tests below the folder test/")
    .option("--url-base <origin>", "send every request to this origin, its path and query kept")
    .action(async (options) => {
      end(await (await import("./studio.ts")).studioCommand(options));
    });
};

const addAudit: AddCommand = (program, end) => {
  withExamples(
    program.command("audit"),
    "audit",
    "audit --format markdown",
    "audit --recordings test/recordings --auth test/auth.json",
    "audit --update-baseline",
  )
    .description("check the metadata and the script by the platform's rules and by more, before it runs them")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .addOption(
      new Option("--dist <dir>", "audit a built zap.js and metadata.json instead, of any origin").conflicts(
        "scripting",
      ),
    )
    .addOption(
      new Option("--format <name>", "how to print")
        .choices(["text", "json", "sarif", "markdown"])
        .default("text"),
    )
    .option("--severities <file>", "a JSON file: the severity of rules; zapc-audit.json if left out")
    .option("--baseline <file>", "the findings that are known; zapc-audit-baseline.json if left out")
    .option("--update-baseline", "write all findings into the baseline, in place of reporting them")
    .option("--force", "replace a file there that zapc did not write, too")
    .option(
      "--recordings <dir>",
      "compare samples with what steps return from the recordings triggers/KEY.json, actions/KEY.json, searches/KEY.json",
    )
    .option(
      "--auth <file>",
      "a JSON file: the values that the user typed to connect the account of the recordings",
    )
    .option("--json", "print the report as JSON: --format json")
    .action(async (options) => {
      const { startEsbuild } = await import("../source/esbuild.ts");
      startEsbuild();
      end(await (await import("./audit.ts")).auditCommand(options));
    });
};

const addDiff: AddCommand = (program, end) => {
  withExamples(
    program.command("diff"),
    "diff HEAD",
    "diff v1.2.0 dist --format markdown",
    "diff main --recordings test/recordings --auth test/auth.json",
  )
    .description(
      "compare two versions of the integration: what breaks live Zaps, what is new, what is only text",
    )
    .argument(
      "<old>",
      "a metadata.json, the directory of a build, or a revision of Git at which one was committed",
    )
    .argument("[new]", "the same; the directory of --dist if left out")
    .option("--dist <dir>", "the directory of the build, also at a revision", "dist")
    .addOption(
      new Option("--format <name>", "how to print").choices(["text", "json", "markdown"]).default("text"),
    )
    .option(
      "--recordings <dir>",
      "compare what both versions return from the recordings triggers/KEY.json, actions/KEY.json, searches/KEY.json",
    )
    .option(
      "--auth <file>",
      "a JSON file: the values that the user typed to connect the account of the recordings",
    )
    .option("--json", "print the report as JSON: --format json")
    .action(async (old, given, options) => {
      const { diffCommand } = await import("./diff.ts");
      end(await diffCommand(old, given, options));
    });
};

const addReview: AddCommand = (program, end) => {
  withExamples(
    program.command("review"),
    "review --against HEAD --out review.html",
    "review --against v1.2.0 --out REVIEW.md",
    "review --recordings test/recordings --auth test/auth.json",
  )
    .description(
      "write a page for who reviews the integration or enters it in the builder, with what changed",
    )
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--out <file>", "the page to write; Markdown if it ends in .md", "review.html")
    .option(
      "--against <revision>",
      "show what is different from the build committed at a revision of Git, from a directory or from a metadata.json",
    )
    .option("--dist <dir>", "the directory of the build at that revision", "dist")
    .option(
      "--recordings <dir>",
      "run the recordings triggers/KEY.json, actions/KEY.json, searches/KEY.json, to tell which methods nothing exercised",
    )
    .option(
      "--auth <file>",
      "a JSON file: the values that the user typed to connect the account of the recordings",
    )
    .option("--force", "replace a file there that zapc did not write, too")
    .option("--json", "print the report as JSON")
    .action(async (options) => {
      const { startEsbuild } = await import("../source/esbuild.ts");
      startEsbuild();
      end(await (await import("./review.ts")).reviewCommand(options));
    });
};

const addExport: AddCommand = (program, end) => {
  withExamples(
    program.command("export"),
    "export --to cli app",
    "export --into app",
    "export --to definition definition.json",
    "export --to dump dump",
  )
    .description(
      "write the integration as an app for today's platform, or as its tools and the Web Builder read it",
    )
    .argument("[out]", "the directory or, of a definition, the file to write")
    .addOption(
      new Option(
        "--to <format>",
        "a CLI app, the definition that `zapier-platform convert` reads, or the Web Builder's five files",
      ).choices(["cli", "definition", "dump"]),
    )
    .option(
      "--into <dir>",
      "a CLI app that is there: replaces scripting.js and what zapc wrote, and shows how the rest differs",
    )
    .option("--dist <dir>", "the directory of zap.js and metadata.json", "dist")
    .option("--force", "replace files that zapc did not write or that were edited, too")
    .option("--json", "print the report as JSON")
    .action(async (out, options) => {
      const { exportCommand } = await import("./export.ts");
      end(await exportCommand(out, options));
    });
};

const addDeliver: AddCommand = (program, end) => {
  withExamples(program.command("deliver"), "deliver", "deliver --cli app", "deliver --delivered 2026-11-29")
    .description("say what is to be done to bring the build to the platform; nothing is uploaded")
    .option("--dist <dir>", "the directory of zap.js and metadata.json", "dist")
    .option(
      "--scripting <dir>",
      "the directory of the sources, which say what the audit does not tell",
      "scripting",
    )
    .option("--record <file>", "the file that remembers the last delivery", "zapc-delivered.json")
    .option("--delivered <date>", "record that this build was delivered, as in 2026-11-29")
    .option(
      "--cli <dir>",
      "export and check the integration as a CLI app, and print the commands that upload it",
    )
    .option("--open", "open the review of the build, with the checklist, in a browser")
    .option("--force", "replace files that zapc did not write or that were edited, too")
    .option("--json", "print the report as JSON")
    .action(async (options) => {
      const { deliverCommand } = await import("./deliver.ts");
      end(await deliverCommand(options));
    });
};

const addSize: AddCommand = (program, end) => {
  withExamples(program.command("size"), "size", "size --warn-above 100KB")
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
  withExamples(program.command("status"), "status pasted.js", "status - < pasted.js")
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
  withExamples(program.command("trace"), "trace trace.txt", "trace trace.txt --pasted pasted.js")
    .description("map a stack trace of the platform's logs to the sources, and show their lines")
    .argument("[file]", "the stack trace; standard input if it is - or left out")
    .option("--dist <dir>", "the directory of zap.js and zap.js.map", "dist")
    .option("--pasted <file>", "a copy of what stands in the editor, where that is not this zap.js")
    .option(
      "--offset <lines>",
      "how many lines stand before zap.js in the editor; -2 where its first 2 lines are missing there",
      wholeNumber,
    )
    .option("--json", "print the frames as JSON")
    .action(async (file, options) => {
      const { traceCommand } = await import("./trace.ts");
      end(await traceCommand(file, options));
    });
};

const addAdopt: AddCommand = (program, end) => {
  withExamples(
    program.command("adopt"),
    "adopt scripting.js --out helpdesk",
    "adopt converted-app --out helpdesk",
    "adopt scripting.js --metadata dump --out helpdesk --fix --typescript",
  )
    .description("make a scripting directory of an existing script, and report what was found in it")
    .argument("[source]", "a script, the directory of a converted CLI app, or the JSON of its definition")
    .option("--out <dir>", "the directory to write to")
    .option("--metadata <file>", "metadata.json, or the directory of the Web Builder's five files")
    .option("--todo", "list what is still to be decided in an adopted directory")
    .option("--fix", "repair what strict mode would break, where that is safe")
    .option("--typescript", "write TypeScript, with the types of the bundles, where it has no error")
    .option("--no-prove", "leave out the proof that the sources do the same, which takes the longest")
    .option("--no-runner", "let the proof call no method on the platform's own runner")
    .option("--json", "print the report as JSON")
    .action(async (source, options) => {
      const { adoptCommand } = await import("./adopt.ts");
      end(await adoptCommand(source, options));
    });
};

const addProve: AddCommand = (program, end) => {
  withExamples(
    program.command("prove"),
    "prove scripting.js dist/zap.js",
    "prove scripting.js dist/zap.js --metadata dist/metadata.json --runs 100",
    "prove old.js new.js --recordings test/recordings --auth test/auth.json",
  )
    .description(
      "compare what two scripts do: call every method of both with the same bundles, offline, on the simulator and on the platform's own runner where it is installed",
    )
    .argument("<old>", "the script as it was")
    .argument("<new>", "the script that is to do the same")
    .option("--metadata <file>", "metadata.json, or the directory of the Web Builder's five files")
    .option(
      "--recordings <dir>",
      "run the steps of the recordings triggers/KEY.json, actions/KEY.json, searches/KEY.json, and call their methods with the bundles that they got",
    )
    .option(
      "--auth <file>",
      "a JSON file: the values that the user typed to connect the account of the recordings",
    )
    .option(
      "--runs <number>",
      "how many made-up bundles each method is called with; 20 if left out",
      wholeNumber,
    )
    .option("--seed <number>", "the number that the made-up bundles depend on; 1 if left out", wholeNumber)
    .option(
      "--time-limit <seconds>",
      "call no further method after that; the report says what was left out; 300 if left out",
      wholeNumber,
    )
    .option("--no-runner", "call no method on the platform's own runner")
    .option("--json", "print the report as JSON")
    .action(async (old, other, options) => {
      const { proveCommand } = await import("./prove.ts");
      end(await proveCommand([old, other], options));
    });
};

/** In the order in which the help shows them. */
const commands: readonly AddCommand[] = [
  addAdopt,
  addProve,
  addInit,
  addAdd,
  addBuild,
  addCheck,
  addSimulate,
  addStudio,
  addAudit,
  addDiff,
  addReview,
  addExport,
  addDeliver,
  addSize,
  addStatus,
  addTrace,
  addCompletion,
];

/** Adds every command to the program. */
export function addCommands(program: Command, end: (code: ExitCode) => void): void {
  for (const add of commands) add(program, end);
}
