import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { packageRoot } from "../package-root.ts";
import type { Discovered } from "./discover.ts";
import { es5Alternative } from "./es5-alternatives.ts";

/**
 * Type-checks the declarations and all that they import, with TypeScript 7 in a process of its own. The directory's
 * own tsconfig.json holds, except for what the platform dictates: the library is that of ES5.
 */
export async function check(discovered: Discovered): Promise<Diagnostic[]> {
  const folder = await mkdtemp(join(tmpdir(), "zapc-check-"));
  try {
    const project = join(folder, "tsconfig.json");
    await writeFile(project, JSON.stringify(projectFor(discovered)));
    return parse(await runTypeScript(project, discovered.directory), discovered.directory);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function projectFor({ directory, declarations }: Discovered): object {
  const own = join(resolve(directory), "tsconfig.json");
  const model = join(packageRoot, "src/model");
  return {
    extends: existsSync(own) ? own : join(model, "scripting.tsconfig.json"),
    compilerOptions: { noEmit: true, lib: ["es5"] },
    files: [join(model, "globals.d.ts"), ...declarations.map(({ source }) => resolve(source.file))],
    include: [],
  };
}

function runTypeScript(project: string, directory: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
  const tsc = join(dirname(manifest), "bin/tsc");
  return new Promise((done, fail) => {
    const options = { cwd: directory, maxBuffer: 64 * 2 ** 20 };
    execFile(
      process.execPath,
      [tsc, "--project", project, "--pretty", "false"],
      options,
      (error, stdout, stderr) => {
        // 1 and 2 are how tsc says that it found errors.
        if (!error || error.code === 1 || error.code === 2) done(stdout);
        else
          fail(new Failure(`Failed to type-check ${directory}: tsc stopped with ${error.code}. ${stderr}`));
      },
    );
  });
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
        file: file ? join(directory, file) : directory,
        ...(file && { line: Number(row), column: Number(column) }),
      });
    } else if (line.startsWith(" ") && diagnostics.length > 0) {
      const last = diagnostics.pop() as Diagnostic;
      diagnostics.push({ ...last, message: `${last.message}\n${line}` });
    }
  }
  return diagnostics.map(es5Alternative);
}
