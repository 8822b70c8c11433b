import { dirname, resolve } from "node:path";
import { needsNode } from "../built/engine.ts";
import { parseScript, ScriptSyntaxError } from "../inference/parse-script.ts";
import { adviceOnTestingCode } from "../inference/testing-code.ts";
import { readText } from "../input/read-text.ts";
import { DataFailure } from "../model/failure.ts";
import { completeWrites } from "../output/journal.ts";
import { buildIt } from "./given-metadata.ts";
import { ScriptProcess } from "./process/script-process.ts";
import type { Methods, ThrownError } from "./protocol.ts";
import { sourceStack } from "./run/source-stack.ts";
import type { Runtime } from "./runtime.ts";

interface LoadedScript {
  readonly process: ScriptProcess;
  readonly methods: Methods;
  readonly source: string;
  /** Its path, or `the script` where it was given as a text. */
  readonly file: string;
}

/** Reads a script, starts the process that it runs in and lists its methods. */
export async function loadScript(
  given: string,
  options: { time_limit: number; runtime: Runtime },
): Promise<LoadedScript> {
  const { file, filename, source } = scriptOf(given);
  const shown = file === "the script" ? file : `the script ${file}`;
  if (options.runtime === "legacy" && needsNode(source)) throw needsTodaysNode(shown);
  const process = new ScriptProcess({ ...options, source, filename });
  const outcome = await process.inspect();
  if ("returned" in outcome)
    return { process, source, file, methods: JSON.parse(outcome.returned.json ?? "{}") };
  await process.close();
  if ("late" in outcome)
    throw new DataFailure(`Failed to load ${shown}: it did not end within ${options.time_limit / 1000} s.`);
  throw await loadFailure(outcome.thrown, { shown, process });
}

function needsTodaysNode(shown: string): DataFailure {
  const why = 'its app says engine: "node", and the legacy runtime lacks the built-ins of today\'s Node.js';
  return new DataFailure(`Failed to load ${shown}: ${why}.`, {
    hint: "Run it on the converted runtime, or leave `engine` out of app.ts and build again.",
  });
}

/** A path, or the script itself: that has several lines, or assigns `Zap` and does not end as a file's name. */
function scriptOf(given: string): { file: string; filename: string; source: string } {
  if (/[\n\r]/.test(given) || /\bZap\s*(?:=|\.\s*\w+\s*=|\[)(?!.*\.[cm]?js$)/.test(given))
    return { file: "the script", filename: "zap.js", source: given };
  completeWrites(dirname(given));
  const source = readText({ file: given, what: "the script", hint: buildIt });
  return { file: given, filename: resolve(given), source };
}

interface LoadAttempt {
  /** The name of the script in messages. */
  readonly shown: string;
  readonly process: ScriptProcess;
}

async function loadFailure(
  { name, message, stack: own }: ThrownError,
  { shown, process }: LoadAttempt,
): Promise<DataFailure> {
  const { source } = process.script;
  const stack = own && ((await sourceStack(own, process.script))?.stack ?? own);
  const place = own === undefined ? syntaxErrorIn(source) : undefined;
  const at = place ? ` at line ${place.line}, column ${place.column}` : "";
  const hint = adviceOnTestingCode(source) ?? loadHint;
  return new DataFailure(`Failed to load ${shown}: ${name}: ${message}${at}${stack ? `\n${stack}` : ""}`, {
    hint,
  });
}

const loadHint =
  "The platform runs the whole file before each call. It must declare `var Zap = { … }` and throw nothing.";

/** The place at which a script is no JavaScript: the engine does not say the column. */
function syntaxErrorIn(source: string) {
  try {
    parseScript(source);
  } catch (error) {
    if (error instanceof ScriptSyntaxError) return error.place;
  }
  return undefined;
}
