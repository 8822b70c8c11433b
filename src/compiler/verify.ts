import { parse } from "acorn";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import type { Cache } from "./cache.ts";
import type { Discovered } from "./discover.ts";
import { waiting } from "./discovering/method-findings.ts";
import { countLines } from "./line-index.ts";
import { type Loading, loadAlone, type MappedScript, placeOf } from "./load-alone.ts";
import { metadataMarker } from "./lowering/remove-metadata.ts";
import { findingAt, positionAt } from "./source.ts";
import type { Es5Script } from "./wrap.ts";

/** What is wrong with zap.js. */
interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Where in zap.js, from 1. */
  readonly position?: { readonly line: number; readonly column: number };
  /** The method it is about, where there is no position. */
  readonly method?: string;
}

type Script = Es5Script &
  MappedScript & {
    readonly discovered: Discovered;
    readonly cache: Cache;
  };

interface Rule {
  readonly name: string;
  readonly check: (script: Script) => Finding | undefined | Promise<Finding | undefined>;
}

/** What must hold of every zap.js, whatever the sources. A rule may rely on those before it. */
const rules: readonly Rule[] = [
  { name: "parses as ES5, each module by itself", check: parsesAsEs5 },
  { name: "holds no metadata", check: holdsNoMetadata },
  { name: "is strict and declares one global, Zap", check: declaresOneGlobal },
  { name: "loads where only ES5 is there, and gives the methods of the sources", check: givesTheMethods },
];

const reportIt = "This is a defect of zapc: please report it, with the source.";

/**
 * Checks the finished file against the rules.
 *
 * @throws {Invalid} with the first finding, which points into the sources.
 */
export async function verify(discovered: Discovered, es5: Es5Script, cache: Cache): Promise<void> {
  const script = { ...es5, directory: discovered.directory, discovered, cache };
  for (const { check } of rules) {
    const finding = await check(script);
    if (finding) throw new Invalid([asDiagnostic(script, finding)]);
  }
}

async function parsesAsEs5({ sections, cache }: Script): Promise<Finding | undefined> {
  for (const { code, linesAbove } of sections) {
    const [error] = await cache.recall(["es5", code], () => syntaxErrorsIn(code));
    if (!error) continue;
    const { message, line, column } = error;
    return {
      code: "not-es5",
      message: `zap.js would not be ES5: ${message}.`,
      hint: reportIt,
      position: { line: linesAbove + line, column },
    };
  }
  return undefined;
}

const strict = "'use strict';\n";

/** The first thing in a text that is not strict ES5, at its line and column, from 1; a list, as that can be remembered. */
function syntaxErrorsIn(code: string): { message: string; line: number; column: number }[] {
  try {
    parse(strict + code, { ecmaVersion: 5, sourceType: "script" });
    return [];
  } catch (error) {
    const { loc, message } = error as SyntaxError & { loc: { line: number; column: number } };
    return [{ message: message.replace(/ \(\d+:\d+\)$/, ""), line: loc.line - 1, column: loc.column + 1 }];
  }
}

function holdsNoMetadata({ code }: Script): Finding | undefined {
  // var trigger = ZAPC_METADATA("trigger");
  if (!code.includes(metadataMarker)) return undefined;
  const found = new RegExp(`(\\w+) = ${metadataMarker}\\("(\\w+)"\\)`).exec(code);
  if (!found) return undefined;
  const [declared, local, name] = found;
  const rest = code.slice(found.index + declared.length);
  const index = code.length - rest.length + rest.search(new RegExp(`\\b${local}\\b`));
  return {
    code: "metadata-in-method",
    message: `A method uses \`${name}\`: metadata never reaches zap.js.`,
    hint: "Put what the method needs into a constant of its own, and use that in both places.",
    position: positionAt(code, index),
  };
}

/** Asks what stands around the modules: these are whole statements, so that none of them ends what it stands in. */
async function declaresOneGlobal(script: Script): Promise<Finding | undefined> {
  // The hashes in the header differ after each edit.
  const around = textAround(script).replace(/^(\/\/ Made .*) sources [\da-f]+, file [\da-f]+/m, "$1");
  if (await script.cache.recall(["one global", around], () => hasOneGlobal(around))) return undefined;
  return {
    code: "not-one-global",
    message: "zap.js would declare more than the one global, Zap.",
    hint: reportIt,
  };
}

function hasOneGlobal(text: string): boolean {
  const { body } = parse(text, { ecmaVersion: 5, sourceType: "script" });
  const [directive, declaration, ...others] = body;
  const isStrict = directive?.type === "ExpressionStatement" && directive.directive === "use strict";
  const [only, ...further] = declaration?.type === "VariableDeclaration" ? declaration.declarations : [];
  const isZap = only?.id.type === "Identifier" && only.id.name === "Zap";
  return isStrict && isZap && further.length === 0 && others.length === 0;
}

function textAround({ code, sections }: Script): string {
  const lines = code.split("\n");
  for (const it of [...sections].reverse()) lines.splice(it.linesAbove, countLines(it.code));
  return lines.join("\n");
}

// Source: platform-facts, "Two engines run the same script": the second place in which a script is loaded.
const secondPlace = { Zap: {}, _: {}, z: { JSON }, $: {} };

const loadings: readonly Loading[] = [{}, secondPlace].map((globals) => ({
  globals,
  consequence: "The platform would silently run without any scripting.",
  hint: "Move it into a method: while the file loads, nothing but ES5 is there.",
}));

function givesTheMethods(script: Script): Finding | undefined {
  const [zap] = loadings.map((loading) => loadAlone(script, loading, "Zap")) as [object];
  const given = Object.entries(Object.getOwnPropertyDescriptors(zap));
  const wrong = given.find(([, { value }]) => typeof value !== "function");
  if (wrong) {
    return {
      code: "not-a-function",
      message: `\`${wrong[0]}\` is no function: the platform would not call it.`,
      hint: "Export a function under this name.",
      method: wrong[0],
    };
  }
  if (Object.keys(zap).join() === script.methods.join()) return waitsForNoCallback(script, given);
  return {
    code: "lost-method",
    message: "zap.js would not give exactly the methods that the sources export.",
    hint: reportIt,
  };
}

/** The function's length as the platform sees it: a default or an optional parameter counts in ES5. */
function waitsForNoCallback(
  { discovered }: Script,
  given: [string, PropertyDescriptor][],
): Finding | undefined {
  for (const [name, { value }] of given) {
    const exported = exporting(discovered, name)?.exported;
    if (exported && !exported.method.callback && value.length > 1)
      return { ...waiting(exported.local), method: name };
  }
  return undefined;
}

function asDiagnostic(script: Script, { code, message, hint, position, method = "" }: Finding): Diagnostic {
  const found = exporting(script.discovered, method);
  if (found) return findingAt(found.source, found.exported.offset, { code, message, hint });
  return { code, severity: "error", message, ...placeOf(script, position), hint };
}

/** Where the method of a name in `Zap` comes from. */
function exporting({ declarations }: Discovered, name: string) {
  for (const { source, methods } of declarations) {
    const exported = methods.find((it) => it.name === name);
    if (exported) return { source, exported };
  }
  return undefined;
}
