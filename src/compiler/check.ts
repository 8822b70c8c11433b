import { type ExecFileException, execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { reasonOf, remedyOf } from "../model/system-error.ts";
import { removedAfter, temporaryFolder } from "../output/temporary-folder.ts";
import { readableSources } from "../package-root.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import { killOnExit } from "../source/kill-on-exit.ts";
import { withAdvice } from "./checking/advice.ts";
import { contractFinding, contractModule } from "./checking/contracts.ts";
import { tolerant } from "./checking/javascript.ts";
import { readable } from "./checking/type-messages.ts";
import { whyUnavailable } from "./checking/unavailable-names.ts";

/**
 * Type-checks the declarations and all that they import, with TypeScript 7 in a process of its own. The platform dictates
 * the options, so that a tsconfig.json in the directory is for the editor only.
 *
 * @param cache - keeps what TypeScript knows of files that have not changed. Without a folder, it begins anew.
 */
export async function check(discovered: Discovered, cache: Cache): Promise<Diagnostic[]> {
  // The files are small: to wait for them takes longer, and TypeScript is to begin before this thread has other work.
  // TypeScript goes on alone where a signal ends this process otherwise, and types without an end take all memory.
  return removedAfter(newFolder(cache.folder), async (folder) => {
    const project = join(folder, "tsconfig.json");
    // By its name a module, whatever the package.json above says.
    const contractFile = join(folder, "contracts.mts");
    const contracts = contractModule(discovered.declarations);
    writeFileSync(project, JSON.stringify(projectFor(discovered, contractFile)));
    writeFileSync(contractFile, contracts.text);
    const output = await remembering(buildInfoOf(discovered), { folder, kept: cache.folder }, () =>
      runTypeScript(project, discovered.directory),
    );
    const findings = parse(output, discovered).filter(({ code }) => code !== couldNotWrite);
    const advised = findings.flatMap((finding) => {
      if (finding.file !== contractFile) return [withAdvice(discovered, finding)];
      return contractFinding(contracts, finding) ?? [];
    });
    return tolerant(advised);
  });
}

/** TypeScript 7 keeps its findings where the target and the libraries change: each engine has a file of its own. */
function buildInfoOf({ engine }: Discovered): string {
  return `types-${engine}.tsbuildinfo`;
}

// Nothing but what it remembers is written: the next check takes longer.
const couldNotWrite = "TS5033";

/** A folder for this check alone. TypeScript remembers files by their paths from it: it is always as deep. */
function newFolder(kept: string | undefined): string {
  const prefix = "zapc-check-";
  if (!kept) return temporaryFolder(prefix);
  try {
    mkdirSync(kept, { recursive: true });
    return mkdtempSync(join(kept, prefix));
  } catch {
    return temporaryFolder(prefix);
  }
}

/** Hands the kept state to TypeScript, and keeps the state that it leaves. If that fails, the next check takes longer. */
async function remembering(
  buildInfo: string,
  { folder, kept }: { readonly folder: string; readonly kept: string | undefined },
  run: () => Promise<string>,
): Promise<string> {
  if (!kept) return run();
  // Not a copy: one of a read-only file could not be written.
  attempt(() => writeFileSync(join(folder, buildInfo), readFileSync(join(kept, buildInfo))));
  const output = await run();
  attempt(() => renameSync(join(folder, buildInfo), join(kept, buildInfo)));
  return output;
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {}
}

function projectFor(discovered: Discovered, contractFile: string): object {
  const { directory, files, declarations, engine } = discovered;
  const model = join(readableSources, "model");
  return {
    extends: join(model, "scripting.tsconfig.json"),
    compilerOptions: {
      incremental: true,
      tsBuildInfoFile: `./${buildInfoOf(discovered)}`,
      // The engine has BigInts and later regular expressions, too: to TypeScript, these are a matter of the target.
      ...(engine === "node" && { target: "es2020", lib: ["es2019", "es2020.bigint"] }),
      ...(files.sources.some((path) => path.endsWith(".js")) && { allowJs: true, checkJs: true }),
    },
    files: [
      join(model, "globals.d.ts"),
      ...(engine === "node" ? [join(model, "globals/node-engine.d.ts")] : []),
      ...files.declarations.map((path) => join(directory, path)),
      ...declarations.map(({ source }) => source.file),
      contractFile,
    ],
  };
}

function runTypeScript(project: string, directory: string): Promise<string> {
  return new Promise((done, fail) => {
    const args = ["--project", project, "--pretty", "false"];
    const options = { cwd: directory, maxBuffer: 64 * 2 ** 20 };
    const child = execFile(typeScript7(), args, options, (error, stdout, stderr) => {
      letLive();
      // 1 and 2 are how tsc says that it found errors, which it prints.
      const hasEnded = !error || ((error.code === 1 || error.code === 2) && stdout.trim() !== "");
      if (hasEnded) done(stdout);
      else {
        const message = `Failed to type-check ${directory}: TypeScript ${howEnded(error, stderr)}.`;
        const hint = remedyOf(error);
        fail(new Failure(message, hint === undefined ? {} : { hint }));
      }
    });
    // A build whose sources cannot be bundled ends before TypeScript does.
    const letLive = killOnExit(child);
  });
}

/** `was ended by SIGKILL`, `could not run: permission is denied` */
function howEnded(error: ExecFileException, stderr: string): string {
  if (error.signal) return `was ended by ${error.signal}`;
  if (typeof error.code === "string") return `could not run: ${reasonOf(error)}`;
  return `ended with ${error.code} and found nothing: ${stderr.trim().split("\n")[0] || "it says no more"}`;
}

/** The program for this machine. To start it by way of the package's bin/tsc takes Node.js as long as a check takes. */
export function typeScript7(): string {
  const machine = `${process.platform}-${process.arch}`;
  const folder = packageFolder(`@typescript/typescript-${machine}`);
  if (folder === undefined) {
    throw new Failure(`Failed to type-check: TypeScript for ${machine} is not installed.`, {
      hint: "Install the packages on this machine, with their optional ones: `npm install --include=optional`.",
    });
  }
  return join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

/** The folder of a package that TypeScript needs; undefined where it is not installed. */
function packageFolder(name: string): string | undefined {
  try {
    const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
    return dirname(createRequire(typescript).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

// triggers/new_record.ts(12,5): error TS2339: Property 'x' does not exist on type 'Y'.
//   Continued on indented lines.
const located = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;

function parse(output: string, { directory, engine }: Discovered): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const line of output.split(/\r?\n/)) {
    const match = located.exec(line);
    if (match) {
      const [, file, row, column, code, message] = match as unknown as string[];
      diagnostics.push({
        code: code as string,
        severity: "error",
        message: message as string,
        file: file ? resolve(directory, file) : directory,
        ...(file && { line: Number(row), column: Number(column) }),
      });
    } else if (line.startsWith(" ") && diagnostics.length > 0) {
      const last = diagnostics.pop() as Diagnostic;
      diagnostics.push({ ...last, message: `${last.message}\n${line}` });
    }
  }
  return diagnostics.map((diagnostic) => {
    return whyUnavailable({ ...diagnostic, message: readable(diagnostic.message, directory) }, engine);
  });
}
