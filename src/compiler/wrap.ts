import { createHash } from "node:crypto";
import remapping, { type EncodedSourceMap } from "@jridgewell/remapping";
import {
  type Comment,
  type ExportNamedDeclaration,
  type Identifier,
  type Program,
  parse,
  type UnaryExpression,
} from "acorn";
import { full } from "acorn-walk";
import MagicString from "magic-string";
import type { Bundled } from "./bundle.ts";
import { restoreComments } from "./comments.ts";
import type { Discovered } from "./discover.ts";

/** zap.js, before it is verified. */
export interface Es5Script {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The methods, in the order of `Object.keys(Zap)`. */
  readonly methods: readonly string[];
}

/** What the header of zap.js says. */
export interface Header {
  readonly title: string;
  readonly version: string;
  /** zapc's own version. */
  readonly compiler: string;
}

// Blank lines at the start, under a module's heading, and beyond one in a row.
const superfluousLines = /^\n+|(?<=^|\n\/\/ [^\n]+\.[cm]?[jt]s\n)\n+|(?<=[^\n]\n\n)\n+/g;

/** Turns the bundle into the file to paste: one `var Zap`, the methods' names, the comments and the blank lines. */
export function wrap(discovered: Discovered, bundled: Bundled, header: Header): Es5Script {
  const methods = discovered.declarations.flatMap((it) => it.methods.map(({ name }) => name));
  const body = new MagicString(bundled.code);
  const comments: Comment[] = [];
  const program = parse(bundled.code, { ecmaVersion: 2022, sourceType: "module", onComment: comments });
  const exported = program.body.at(-1) as ExportNamedDeclaration | undefined;
  const locals = exported ? renameMethods(program, exported, body) : new Map<string, string>();
  if (exported) body.remove(exported.start, exported.end);
  body.append(`\n${returned(methods, locals)}\n`);
  restoreComments({ ...bundled, program, comments }, body);
  spellUndefined(program, body);

  const whole = new MagicString(body.toString());
  whole.indent("  ");
  whole.prepend(`${headerComment(bundled, header)}'use strict';\n\nvar Zap = (function () {\n`);
  whole.append("})();\n");
  whole.replaceAll(superfluousLines, "");
  const maps = [whole, body].map((it) => it.generateMap({ hires: "boundary" }).toString());
  const map = JSON.parse(remapping([...maps, bundled.map], () => null).toString());
  return { code: whole.toString(), map: { ...map, file: "zap.js" }, methods };
}

/**
 * `export { pre_poll2 as new_record_pre_poll }`: the function is renamed to what the platform calls it, unless that
 * name is taken or the function serves as two methods. Returns the local name of each method.
 */
function renameMethods(
  program: Program,
  exported: ExportNamedDeclaration,
  edit: MagicString,
): Map<string, string> {
  const locals = new Map<string, string>();
  for (const { local, exported: name } of exported.specifiers) {
    locals.set((name as Identifier).name, (local as Identifier).name);
  }
  const identifiers = new Map<number, Identifier>();
  full(program, (node) => {
    if (node.type === "Identifier") identifiers.set(node.start, node as Identifier);
  });
  const taken = new Set([...identifiers.values()].map(({ name }) => name));
  for (const [method, local] of locals) {
    const serves = [...locals.values()].filter((it) => it === local).length;
    if (serves > 1 || taken.has(method)) continue;
    for (const { name, start, end } of identifiers.values()) {
      if (name === local && start < exported.start) edit.overwrite(start, end, method);
    }
    locals.set(method, method);
  }
  return locals;
}

/** esbuild writes `void 0` for `undefined`. */
function spellUndefined(program: Program, edit: MagicString): void {
  full(program, (node) => {
    const { type, operator, start, end } = node as UnaryExpression;
    if (type === "UnaryExpression" && operator === "void") edit.overwrite(start, end, "undefined");
  });
}

function returned(methods: readonly string[], locals: Map<string, string>): string {
  if (methods.length === 0) return "return {};";
  const properties = methods.map((method) => `  ${method}: ${locals.get(method)}`);
  return `return {\n${properties.join(",\n")}\n};`;
}

function headerComment({ sources }: Bundled, { title, version, compiler }: Header): string {
  const hash = createHash("sha256");
  for (const { path, text } of sources) hash.update(`${path}\0${text}\0`);
  return [
    `// ${title} ${version}`,
    `// Made from TypeScript by zapc ${compiler}; sources ${hash.digest("hex").slice(0, 16)}.`,
    "// Change the sources and build again: what is changed here is lost.\n",
  ].join("\n");
}
