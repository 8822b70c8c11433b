import { readFile } from "node:fs/promises";
import { join } from "node:path";
import colors from "picocolors";
import { Failure } from "../model/failure.ts";
import { simulate } from "../simulator/index.ts";
import type { LogLine, RecordedRequest, Run } from "../simulator/run/run.ts";
import type { Runtime } from "../simulator/runtime.ts";
import { count } from "./print.ts";
import { shownStack } from "./shown-stack.ts";

interface SimulateCommandOptions {
  readonly auth: string;
  readonly fields?: string;
  readonly dist: string;
  readonly urlBase?: string;
  readonly now?: string;
  readonly runtime: Runtime;
  readonly json?: true;
}

/** `zapc simulate`: polls one trigger once, and shows what happened. */
export async function simulateCommand(trigger: string, options: SimulateCommandOptions): Promise<0 | 1> {
  const simulator = await simulate({
    script: join(options.dist, "zap.js"),
    metadata: join(options.dist, "metadata.json"),
    auth_fields: await readObject(options.auth, "the auth fields"),
    runtime: options.runtime,
    ...(options.urlBase !== undefined && { url_base: options.urlBase }),
    ...(options.now !== undefined && { now: options.now }),
  });
  try {
    const trigger_fields =
      options.fields !== undefined ? await readObject(options.fields, "the trigger fields") : {};
    const run = await simulator.poll(trigger, { trigger_fields });
    if (options.json) console.log(JSON.stringify(run, null, 2));
    else await printRun(trigger, run, options.dist);
    return run.error ? 1 : 0;
  } finally {
    await simulator.close();
  }
}

async function readObject(file: string, what: string): Promise<{ [key: string]: unknown }> {
  const failed = (why: string, hint: string) =>
    new Failure(`Failed to read ${what} from ${file}: ${why}.`, { hint });
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw failed(error.code === "ENOENT" ? "there is no such file" : error.message, "Name a JSON file.");
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw failed((error as Error).message, "It must be JSON.");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as { [key: string]: unknown };
  throw failed(
    "it is no JSON object",
    'It must be an object from keys to values: { "domain": "data.example.com" }.',
  );
}

async function printRun(trigger: string, { items, requests, logs, error }: Run, dist: string): Promise<void> {
  for (const item of items) console.log(JSON.stringify(item, null, 2));
  section(count(requests.length, "request"), requests.map(requestLine));
  section(count(logs.length, "line of the log", "lines of the log"), logs.map(logLine));
  if (!error) {
    console.log(`\n${colors.green(count(items.length, "item"))} from ${trigger}`);
    return;
  }
  console.error(`\n${colors.red(error.name)} ${error.message}`);
  if (error.stack) console.error(await shownStack(error.stack, dist));
  if (error.hint) console.error(`  ${colors.cyan("→")} ${error.hint}`);
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${colors.bold(title)}\n${lines.join("\n")}`);
}

function requestLine({ method, url, response, failure, by, script_method }: RecordedRequest): string {
  const sender = by === "platform" ? "the platform" : script_method;
  return `  ${method} ${url}\n    ${response?.status ?? failure} ${colors.dim(`sent by ${sender}`)}`;
}

function logLine({ level, text, method }: LogLine): string {
  return `  ${level} ${text} ${colors.dim(`in ${method}`)}`;
}
