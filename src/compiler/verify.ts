import { parse } from "acorn";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import { optionalParameterFinding } from "../source/discovering/method-findings.ts";
import { type LoadEnvironment, loadAlone, type MappedScript, sourcePlaceOf } from "../source/load-alone.ts";
import { findingAt, isJavaScript, positionAt } from "../source/source.ts";
import { metadataMarker } from "./bundle/markers.ts";
import { es5SyntaxErrors } from "./es5-syntax.ts";
import type { PlacedSection } from "./print/join-sections.ts";
import { tooDeepParts } from "./too-deep.ts";
import { reportIt } from "./tree/defect.ts";
import { type Es5Script, textAround } from "./wrap.ts";

/** A fault of zap.js. */
interface ScriptFault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** The position in zap.js, from 1. */
  readonly position?: { readonly line: number; readonly column: number };
  /** The method it is about, where there is no position. */
  readonly method?: string;
}

type VerifiedScript = Es5Script &
  MappedScript & {
    readonly discovered: Discovered;
    readonly cache: Cache;
  };

interface VerificationRule {
  readonly name: string;
  readonly check: (script: VerifiedScript) => ScriptFault | undefined | Promise<ScriptFault | undefined>;
}

/** The conditions on every zap.js, whatever the sources. A rule may rely on those before it. */
const rules: readonly VerificationRule[] = [
  { name: "parses as ES5, each module by itself", check: parsesAsEs5 },
  { name: "holds no metadata", check: holdsNoMetadata },
  { name: "is strict and declares one global, Zap", check: declaresOneGlobal },
  { name: "loads where only ES5 is there, and gives the methods of the sources", check: givesTheMethods },
];

/**
 * Checks the finished file against the rules.
 *
 * @returns the warnings: JavaScript may need more than ES5 while it loads, as today's runtime has it.
 * @throws {Invalid} with the first finding, which points into the sources.
 */
export async function verify(
  discovered: Discovered,
  es5: Es5Script,
  cache: Cache,
): Promise<readonly Diagnostic[]> {
  const script = { ...es5, directory: discovered.directory, discovered, cache };
  for (const { check } of rules) {
    try {
      const finding = await check(script);
      if (finding) throw new Invalid([asDiagnostic(script, finding)]);
    } catch (error) {
      return loadHazards(error);
    }
  }
  return [];
}

/** Finds what JavaScript lacks while it loads. Source: docs/platform.md, "Two runtimes". */
function loadHazards(error: unknown): Diagnostic[] {
  const found = error instanceof Invalid ? error.diagnostics : [];
  const isHazard = ({ code, file }: Diagnostic) =>
    code === "runs-while-loading" && isJavaScript({ path: file });
  if (found.length === 0 || !found.every(isHazard)) throw error;
  return found.map((finding) => ({
    ...finding,
    code: "load-hazard",
    severity: "warning",
    message: finding.message.replace(
      "The platform would",
      "Today's runtime has more than ES5; an engine without it would",
    ),
  }));
}

async function parsesAsEs5({ sections, cache }: VerifiedScript): Promise<ScriptFault | undefined> {
  // Those that the cache does not know are parsed together.
  const unknown: string[] = [];
  const found = Promise.resolve().then(() => es5SyntaxErrors(unknown));
  const errorIn = async (code: string) => {
    const index = unknown.push(code) - 1;
    return (await found)[index] ?? null;
  };
  const errors = await Promise.all(
    sections.map(({ code }) => cache.recall(["es5", code], () => errorIn(code))),
  );
  const index = errors.findIndex((it) => it !== null);
  const error = errors[index];
  if (!error) return undefined;
  const { message, line, column } = error;
  const { linesAbove } = sections[index] as PlacedSection;
  return {
    code: "not-es5",
    message: `zap.js would not be ES5: ${message}.`,
    hint: reportIt,
    position: { line: linesAbove + line, column },
  };
}

function holdsNoMetadata({ code }: VerifiedScript): ScriptFault | undefined {
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

/** Parses the text around the modules: these are whole statements, so that none of them ends the code around it. */
async function declaresOneGlobal(script: VerifiedScript): Promise<ScriptFault | undefined> {
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

// Source: docs/platform.md, "Two runtimes": the second place in which a script is loaded.
const secondPlace = { Zap: {}, _: {}, z: { JSON }, $: {} };

const loadings = ({ engine }: Discovered): readonly LoadEnvironment[] =>
  [{}, secondPlace].map((globals) => ({
    globals,
    engine,
    consequence: "The platform would silently run without any scripting.",
    hint: `Move it into a method: while the file loads, nothing but ${engine === "es5" ? "ES5" : "the language itself"} is there.`,
  }));

function givesTheMethods(script: VerifiedScript): ScriptFault | undefined {
  let zap: object;
  try {
    [zap] = loadings(script.discovered).map((loading) => loadAlone(script, loading, "Zap")) as [object];
  } catch (error) {
    const parts = tooDeepParts(script.sections);
    // Not each part comes from the sources.
    const position = parts.find((it) => sourcePlaceOf(script, it).line !== undefined) ?? parts[0];
    if (!position) throw error;
    return {
      code: "too-deep",
      message: "This is nested so deep that engines cannot load the file.",
      hint: "Give parts of this names.",
      position,
    };
  }
  const given = Object.entries(Object.getOwnPropertyDescriptors(zap));
  const isData = (name: string) => exporting(script.discovered, name)?.exported.method.kind === "member";
  const wrong = given.find(([name, { value }]) => typeof value !== "function" && !isData(name));
  if (wrong) {
    return {
      code: "not-a-function",
      message: `\`${wrong[0]}\` is not a function: the platform cannot call it.`,
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
  { discovered }: VerifiedScript,
  given: [string, PropertyDescriptor][],
): ScriptFault | undefined {
  for (const [name, { value }] of given) {
    const { source, exported } = exporting(discovered, name) ?? {};
    if (source && isJavaScript(source)) continue;
    if (exported && !exported.method.callback && value.length > 1)
      return { ...optionalParameterFinding(exported.local, exported.method), method: name };
  }
  return undefined;
}

function asDiagnostic(
  script: VerifiedScript,
  { code, message, hint, position, method = "" }: ScriptFault,
): Diagnostic {
  const found = exporting(script.discovered, method);
  if (found) return findingAt(found.source, found.exported.offset, { code, message, hint });
  return { code, severity: "error", message, ...sourcePlaceOf(script, position), hint };
}

/** The offset at which the method of a name in `Zap` is exported. */
function exporting({ declarations }: Discovered, name: string) {
  for (const { source, methods } of declarations) {
    const exported = methods.find((it) => it.name === name);
    if (exported) return { source, exported };
  }
  return undefined;
}
