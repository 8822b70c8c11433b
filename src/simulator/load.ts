import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { validateMetadata } from "../model/validate.ts";
import type { Methods } from "./run/run-context.ts";
import type { Runtime } from "./runtime.ts";
import { ScriptWorker } from "./script-worker.ts";

const buildFirst = "Build it first: zapc build.";

/** Reads metadata.json and checks it. */
export function loadMetadata(path: string): Metadata {
  const text = readText(path, "the metadata");
  let metadata: unknown;
  try {
    metadata = JSON.parse(text);
  } catch (error) {
    throw new Failure(`Failed to read the metadata ${path}: ${(error as Error).message}`, {
      hint: buildFirst,
    });
  }
  const errors = validateMetadata(metadata);
  if (errors.length === 0) return metadata as Metadata;
  const findings = errors.map(({ path: place, message }) => `\n  ${place}: ${message}`).join("");
  throw new Failure(`Failed to read the metadata ${path}: it is not as its schema says.${findings}`, {
    hint: buildFirst,
  });
}

interface LoadedScript {
  readonly worker: ScriptWorker;
  readonly methods: Methods;
}

/** Reads zap.js, starts the thread that it runs in and lists its methods. */
export async function loadScript(
  path: string,
  options: { worker: URL; time_limit: number; runtime: Runtime },
): Promise<LoadedScript> {
  const source = readText(path, "the script");
  const worker = new ScriptWorker({ ...options, source, filename: resolve(path) });
  const outcome = await worker.inspect();
  if ("returned" in outcome) return { worker, methods: JSON.parse(outcome.returned.json ?? "{}") };
  await worker.close();
  if ("late" in outcome)
    throw new Failure(
      `Failed to load the script ${path}: it did not end within ${options.time_limit / 1000} s.`,
    );
  const { name, message, stack } = outcome.thrown;
  throw new Failure(`Failed to load the script ${path}: ${name}: ${message}${stack ? `\n${stack}` : ""}`, {
    hint: "The platform runs the whole file before each call. It must declare `var Zap = { … }` and throw nothing.",
  });
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === "ENOENT"
        ? "there is no such file."
        : (error as Error).message;
    throw new Failure(`Failed to read ${what} ${path}: ${why}`, { hint: buildFirst, cause: error });
  }
}
