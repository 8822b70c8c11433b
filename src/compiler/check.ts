import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { packageRoot } from "../package-root.ts";
import { withAdvice } from "./advice.ts";
import { contractFinding, contractModule } from "./contracts.ts";
import type { Discovered } from "./discover.ts";
import { readable } from "./type-messages.ts";
import { whyUnavailable } from "./unavailable-names.ts";

/**
 * Type-checks the declarations and all that they import, with TypeScript 7 in a process of its own. The platform dictates
 * the options, so that a tsconfig.json in the directory is for the editor only.
 */
export async function check(discovered: Discovered): Promise<Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), "zapc-check-"));
  try {
    const project = join(folder, "tsconfig.json");
    const contractFile = join(folder, "contracts.ts");
    const contracts = contractModule(discovered.declarations);
    await writeFile(project, JSON.stringify(projectFor(discovered, contractFile)));
    await writeFile(contractFile, contracts.text);
    const findings = parse(await runTypeScript(project, discovered.directory), discovered.directory);
    return findings.flatMap((finding) => {
      if (finding.file !== contractFile) return [withAdvice(discovered, finding)];
      return contractFinding(contracts, finding) ?? [];
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function projectFor({ declarations }: Discovered, contractFile: string): object {
  const model = join(packageRoot, "src/model");
  return {
    extends: join(model, "scripting.tsconfig.json"),
    files: [join(model, "globals.d.ts"), ...declarations.map(({ source }) => source.file), contractFile],
  };
}

function runTypeScript(project: string, directory: string): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd: directory, maxBuffer: 64 * 2 ** 20 };
    execFile(typeScript7(), ["--project", project, "--pretty", "false"], options, (error, stdout, stderr) => {
      // 1 and 2 are how tsc says that it found errors.
      if (!error || error.code === 1 || error.code === 2) done(stdout);
      else fail(new Failure(`Failed to type-check ${directory}: tsc stopped with ${error.code}. ${stderr}`));
    });
  });
}

/** The program for this machine. To start it by way of the package's bin/tsc takes Node.js as long as a check takes. */
export function typeScript7(): string {
  const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
  const forMachine = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  const folder = dirname(createRequire(typescript).resolve(forMachine));
  return join(folder, "lib", process.platform === "win32" ? "tsc.exe" : "tsc");
}

// triggers/new_record.ts(12,5): error TS2339: Property 'x' does not exist on type 'Y'.
//   Continued on indented lines.
const located = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/;

function parse(output: string, directory: string): Diagnostic[] {
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
    return whyUnavailable({ ...diagnostic, message: readable(diagnostic.message, directory) });
  });
}
