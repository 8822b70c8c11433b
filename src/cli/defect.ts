import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import { Failure } from "../model/failure.ts";
import { ownVersion, packageRoot } from "../package-root.ts";

/** An error that nobody foresaw. */
interface Defect {
  readonly failure: Failure;
  /** Its stack, with the places in zapc's own sources. */
  readonly stack: readonly string[];
}

/** Describes an unforeseen error: the task, the place in zapc, and the request to report it. */
export function defectOf(error: unknown, command: string): Defect {
  const { message, stack } = Object(error);
  const frames = String(stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => inSources(line.trim()));
  const where = frames.find((frame) => frame.includes("src/"));
  const what = error instanceof Error ? `${error.name}: ${message}` : `It threw ${String(error)}.`;
  const failure = new Failure(
    [`\`zapc ${command}\` has failed. ${what}`, ...(where ? [`  ${where}`] : [])].join("\n"),
    {
      hint: `This is a defect of zapc ${ownVersion}, not of your sources. Please report it with this message, the command and, if you can, the sources; \`--json\` adds the stack.`,
      cause: error,
    },
  );
  return { failure, stack: frames };
}

// A path can have spaces: it begins at the bracket, or after `at`.
const place = /(?:\(|^at (?:async )?)(?:file:\/\/)?([^()]+):(\d+):(\d+)\)?$/;

/** `at f (/…/.cache/0123/command.cjs:12:34)` -> `at f (src/compiler/lower/lower.ts:5:6)` */
function inSources(frame: string): string {
  const [, file = "", line, column] = place.exec(frame) ?? [];
  const map = mapOf(file);
  if (!map) return frame;
  const original = originalPositionFor(map, { line: Number(line), column: Number(column) - 1 });
  if (original.source === null) return frame;
  const source = original.source.replace(/^(\.\.\/)+/, "");
  return frame.replace(`${file}:${line}:${column}`, `${source}:${original.line}:${original.column + 1}`);
}

const maps = new Map<string, TraceMap | undefined>();

/** The map of a file that zapc's sources were bundled into. */
function mapOf(file: string): TraceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): TraceMap | undefined {
  const map = `${file}.map`;
  const isBundled = [".cache", "lib"].some((folder) => file.startsWith(join(packageRoot, folder, "/")));
  if (!isBundled || !existsSync(map)) return undefined;
  return new TraceMap(JSON.parse(readFileSync(map, "utf8")) as SourceMapInput);
}
