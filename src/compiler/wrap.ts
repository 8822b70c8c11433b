import remapping, { type EncodedSourceMap } from "@jridgewell/remapping";
import { type Comment, type ExportNamedDeclaration, type Identifier, type Program, parse } from "acorn";
import { full } from "acorn-walk";
import MagicString from "magic-string";
import type { Bundled } from "./bundle.ts";
import { restoreComments } from "./comments.ts";
import { declareOnce } from "./declare-once.ts";
import type { Discovered } from "./discover.ts";
import { hasFunctionsInLoops, respell } from "./respell.ts";
import { fileHash, hash, madeByLine, signed } from "./signature.ts";

/** zap.js, before it is verified. */
export interface Es5Script {
  readonly code: string;
  readonly map: SignedMap;
  /** The methods, in the order of `Object.keys(Zap)`. */
  readonly methods: readonly string[];
}

/** A source map that says which zap.js it is of: the hash in that file's header. */
export interface SignedMap extends EncodedSourceMap {
  readonly x_zapc_file: string;
}

/** What the header of zap.js says. */
export interface Header {
  readonly title: string;
  readonly version: string;
  /** zapc's own version. */
  readonly compiler: string;
}

/** Turns the bundle into the file to paste: one `var Zap`, the methods' names, the comments and the blank lines. */
export function wrap(discovered: Discovered, bundled: Bundled, header: Header): Es5Script {
  const methods = discovered.declarations.flatMap((it) => it.methods.map(({ name }) => name));
  const { code, kept } = bundled;
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2022, sourceType: "module", onComment: comments });
  const body = new MagicString(code);
  const locals = nameMethods(program, body);
  respell(program, code, kept, body);
  declareOnce(program, code, body);
  restoreComments({ ...bundled, program, comments }, body);
  body.append(`\n${returned(methods, locals)}\n`);

  const directive = hasFunctionsInLoops(program) ? "/* jshint loopfunc: true */\n" : "";
  const whole = enclose(body.toString(), headerComment(discovered, bundled, header) + directive);
  const maps = [whole, body].map((it) => it.generateMap({ hires: "boundary" }).toString());
  const map = JSON.parse(remapping([...maps, bundled.map], () => null).toString());
  const signedCode = signed(whole.toString());
  return { code: signedCode, map: { ...map, file: "zap.js", x_zapc_file: fileHash(signedCode) }, methods };
}

/** `'use strict';`, and all of the body inside of one function. */
function enclose(body: string, header: string): MagicString {
  const whole = new MagicString(body);
  whole.indent("  ");
  whole.prepend(`${header}'use strict';\n\nvar Zap = (function () {\n`);
  whole.append("})();\n");
  for (const lines of superfluousLines) whole.replaceAll(lines, "");
  return whole;
}

/** Blank lines that are there because something else is not. */
const superfluousLines = [
  // At the start of the body.
  /^\n+/g,
  // Under the heading of a module.
  /(?<=(?:^|\n)\/\/ [^\n]+\.[cm]?[jt]s(?:on)?\n)\n+/g,
  // After another blank line.
  /(?<=[^\n]\n\n)\n+/g,
];

/** Takes `export { pre_poll as new_record_pre_poll };` out. Returns the local name of each method. */
function nameMethods(program: Program, edit: MagicString): Map<string, string> {
  const exported = program.body.at(-1) as ExportNamedDeclaration | undefined;
  if (!exported) return new Map();
  edit.remove(exported.start, exported.end);
  return renameMethods(program, exported, edit);
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

function returned(methods: readonly string[], locals: Map<string, string>): string {
  if (methods.length === 0) return "return {};";
  const properties = methods.map((method) => `  ${method}: ${locals.get(method)}`);
  return `return {\n${properties.join(",\n")}\n};`;
}

function headerComment({ declarations }: Discovered, { inputs }: Bundled, header: Header): string {
  const { title, version, compiler } = header;
  const texts = new Map(
    [...declarations.map(({ source }) => source), ...inputs].map(({ path, text }) => [path, text]),
  );
  const sources = hash(...[...texts.keys()].sort().map((path) => `${path}\0${texts.get(path)}\0`));
  return [
    `// ${title} ${version}`.replace(/\s+/g, " "),
    madeByLine(compiler, sources),
    "// Change the sources and build again: what is changed here is lost.\n",
  ].join("\n");
}
