import { Console } from "node:console";
import { Writable } from "node:stream";
import type { Context } from "node:vm";
import type { LogLevel } from "../protocol.ts";
import { loadInContext } from "./libraries.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { inContext } from "./realm.ts";

const levels: readonly LogLevel[] = ["log", "info", "debug", "warn", "error"];

/** Node.js's own formatting, inside the realm: it calls functions of the values that it shows. */
export interface Inspection {
  format(...values: unknown[]): string;
  inspect(value: unknown, options: object): string;
  readonly [name: string]: unknown;
}

/** The script's console: each line is recorded, formatted as Node.js formats it. */
export function makeConsole(
  context: Context,
  membrane: Membrane,
  { log, now }: { log(level: LogLevel, text: string): void } & Pick<ConsoleHost, "now">,
): object {
  const host: ConsoleHost = {
    log: membrane.toScript((level: LogLevel, text: string, depth: number) =>
      log(level, depth > 0 ? text.replace(/^/gm, "  ".repeat(depth)) : text),
    ),
    inspection: membrane.toScript(() => loadInspection(context, membrane)),
    table: membrane.toScript(table),
    now: membrane.toScript(now),
  };
  return inContext(context, makeMethods)(host, membrane.toScript(levels));
}

/** A table, as Node.js writes it. Its argument is a copy. */
function table(data: unknown, columns?: string[]): string {
  let text = "";
  const stdout = new Writable({
    write(chunk, _, next) {
      text += chunk;
      next();
    },
  });
  new Console({ stdout }).table(data, columns);
  return text.trimEnd();
}

const loaded = new WeakMap<Context, Inspection>();

export function loadInspection(context: Context, membrane: Membrane): Inspection {
  const known = loaded.get(context);
  if (known) return known;
  const inspection = membrane.own(loadInContext(context, "inspect")) as Inspection;
  loaded.set(context, inspection);
  return inspection;
}

interface ConsoleHost {
  /** Writes lines, with two blanks for each level of depth. */
  log(level: LogLevel, text: string, depth: number): void;
  inspection(): Inspection;
  table(data: unknown, columns?: unknown): string;
  /** Milliseconds. */
  now(): number;
}

/** The methods of a Console of Node.js. Source: Node.js, lib/internal/console/constructor.js. Made inside the context: see `inContext`. */
function makeMethods(host: ConsoleHost, levels: readonly LogLevel[]): object {
  const counts = new Map<string, number>();
  const begun = new Map<string, number>();
  let depth = 0;
  const formatted = (values: readonly unknown[]) =>
    values.length === 1 && typeof values[0] === "string" ? values[0] : host.inspection().format(...values);
  const write = (level: LogLevel, text: string) => host.log(level, text, depth);
  const log = (...values: unknown[]) => write("log", formatted(values));
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    depth += 1;
  };
  const elapsed = (label: string, values: readonly unknown[]) => {
    const before = begun.get(label);
    if (before !== undefined) log(`${label}: ${(host.now() - before).toFixed(3)}ms`, ...values);
  };
  return {
    ...Object.fromEntries(
      levels.map((level) => [level, (...values: unknown[]) => write(level, formatted(values))]),
    ),
    assert(condition: unknown, ...values: unknown[]) {
      if (condition) return;
      const [first, ...rest] = values;
      if (typeof first === "string") write("warn", formatted([`Assertion failed: ${first}`, ...rest]));
      else
        write("warn", formatted(values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
    },
    clear() {},
    count(label = "default") {
      const count = (counts.get(`${label}`) ?? 0) + 1;
      counts.set(`${label}`, count);
      log(`${label}: ${count}`);
    },
    countReset: (label = "default") => void counts.delete(`${label}`),
    dir: (value: unknown, options: object = {}) =>
      write("log", host.inspection().inspect(value, { customInspect: false, ...options })),
    dirxml: log,
    group,
    groupCollapsed: group,
    groupEnd() {
      depth = depth > 0 ? depth - 1 : 0;
    },
    table(data: unknown, columns?: unknown) {
      if (typeof data !== "object" || data === null) log(data);
      else write("log", host.table(data, columns));
    },
    time: (label = "default") => void begun.set(`${label}`, host.now()),
    timeEnd(label = "default") {
      elapsed(`${label}`, []);
      begun.delete(`${label}`);
    },
    timeLog: (label = "default", ...values: unknown[]) => elapsed(`${label}`, values),
    trace(...values: unknown[]) {
      const frames = `${new Error().stack}`.split("\n").slice(2);
      // Below those of the script are ours.
      const own = frames.findIndex((frame) => frame.includes("zapc:"));
      const text = formatted(values);
      write("error", [`Trace${text && `: ${text}`}`, ...frames.slice(0, own)].join("\n"));
    },
  };
}
