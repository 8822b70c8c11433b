import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { Program } from "acorn";
import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { checkOneBuild, readMetadata } from "../built/metadata-file.ts";
import { type Compiled, compile } from "../compiler/compile.ts";
import { readText } from "../input/read-text.ts";
import { describe, inSource } from "../metadata/describe.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { loadScript } from "../simulator/load.ts";
import type { Cache } from "../source/cache.ts";
import { discover } from "../source/discover.ts";
import { oxc } from "../source/oxc.ts";
import { silencesIn } from "../source/silences.ts";
import { positionAt } from "../source/source.ts";
import type { AuditInput, AuditPlace } from "./audit.ts";
import type { AuditFinding } from "./rule.ts";
import { auditRules } from "./rules.ts";
import { factsOfParts, partFacts, type ScriptFacts, type ScriptSyntax, scriptFacts } from "./script-facts.ts";

/**
 * A scripting directory, for an audit.
 *
 * @throws {Invalid} when the sources are wrong in a way that no rule of the audit tells.
 */
export async function auditedSources(
  directory: string,
  cache: Cache,
): Promise<AuditInput & { compiled?: Compiled }> {
  const compiled = await compiledUnlessRules(directory, cache);
  if (compiled) return { compiled, ...(await auditedBuild(compiled, cache)) };
  const discovered = await discover(directory, cache);
  const { metadata } = await describe(discovered, cache);
  return auditedBuild({ discovered, metadata }, cache);
}

/** The sources of a build, for an audit; without a script where they cannot be built. */
export async function auditedBuild(built: AuditedBuild, cache: Cache): Promise<AuditInput> {
  const { discovered, metadata } = built;
  const script = built.script && (await factsOfBuild(built.script, cache));
  const sources = [...discovered.declarations.map(({ source }) => source), ...discovered.others];
  return {
    subject: {
      metadata,
      ...(script && { script }),
      readBesideApp: (path) => bytesOf(join(discovered.directory, path)),
    },
    silences: sources.flatMap(silencesIn),
    placeOf: placerInSources(built, cache),
    cache,
  };
}

/** Reads those sections of zap.js only that an edit has changed: to parse all takes as long as the rest of a build. */
async function factsOfBuild({ sections, methods }: Compiled["script"], cache: Cache): Promise<ScriptFacts> {
  const parts = await Promise.all(
    sections.map(async (section) => {
      const facts = await cache.recall(["facts", section.code], () => partFacts(parsedPart(section.code)));
      return { facts, linesAbove: section.linesAbove };
    }),
  );
  return factsOfParts(parts, methods);
}

/** Parses a section of zap.js with oxc, which takes a third of the time that acorn takes. */
function parsedPart(text: string): ScriptSyntax {
  const { program } = oxc().parseSync("zap.js", text, { sourceType: "script", preserveParens: false });
  // Both parsers give ESTree.
  return { text, program: program as unknown as Program };
}

type AuditedBuild = Pick<Compiled, "discovered" | "metadata"> & Partial<Pick<Compiled, "script">>;

/** Undefined where nothing but rules of the audit keep the sources from being built. */
async function compiledUnlessRules(directory: string, cache: Cache): Promise<Compiled | undefined> {
  try {
    return await compile(resolve(directory), cache);
  } catch (error) {
    if (error instanceof Invalid && error.diagnostics.filter(isError).every(isOfRule)) return undefined;
    throw error;
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function isOfRule({ code }: Diagnostic): boolean {
  return auditRules.some(({ id }) => id === code);
}

function placerInSources({ discovered, script }: AuditedBuild, cache: Cache): AuditInput["placeOf"] {
  let map: TraceMap | undefined;
  return (found) => {
    if ("path" in found) {
      const { file, line, column, message } = inSource(discovered, found, cache);
      return { file, message, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    }
    map ??= new TraceMap(script?.map as never);
    const { message, place } = found;
    const { line, column } = place;
    const original = originalPositionFor(map, { line, column: column - 1 });
    if (original.source === null) return { message, file: "zap.js", source: "zap.js", ...found.place };
    const file = join(discovered.directory, original.source);
    return { message, file, source: original.source, line: original.line, column: original.column + 1 };
  };
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const buildIt = "`zapc build` writes both files. Name another directory with `--dist DIR`.";

/**
 * A zap.js and a metadata.json, for an audit: of any origin.
 *
 * @throws {Failure} when one of them cannot be read, or they are of two builds.
 */
export async function auditedFiles(dist: string): Promise<AuditInput> {
  const files = { script: join(dist, "zap.js"), metadata: join(dist, "metadata.json") };
  const metadata = readMetadata({ file: files.metadata, what: "the metadata", hint: buildIt });
  const { source, process, methods } = await loadScript(files.script, AUDIT_RUN);
  await process.close();
  checkOneBuild({
    script: { file: files.script, text: source },
    metadata: { file: files.metadata, value: metadata },
  });
  const text = readText({ file: files.metadata, what: "the metadata", hint: buildIt });
  return {
    subject: { metadata, script: scriptFacts(source, files.script, Object.keys(methods)) },
    placeOf: placerInFiles(files, text),
  };
}

// The file is loaded, and no method of it called.
const AUDIT_RUN = { time_limit: 30_000, runtime: "converted" } as const;

function placerInFiles(files: { script: string; metadata: string }, text: string): AuditInput["placeOf"] {
  const tree = parseTree(text);
  return (found: AuditFinding) => {
    const { message } = found;
    if (!("path" in found)) return { message, file: files.script, source: "zap.js", ...found.place };
    return { message, ...placeInJson(files.metadata, text, { tree, path: found.path }) };
  };
}

/** The place of a JSON pointer in a text, or of the deepest of its steps that is there. */
function placeInJson(
  file: string,
  text: string,
  { tree, path }: { tree: Node | undefined; path: string },
): AuditPlace {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll("~1", "/").replaceAll("~0", "~")));
  for (let length = steps.length; tree && length >= 0; length--) {
    const node = findNodeAtLocation(tree, steps.slice(0, length));
    if (node) return { file, ...positionAt(text, node.offset) };
  }
  return { file };
}
