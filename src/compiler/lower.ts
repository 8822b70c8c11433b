import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import { encodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { code, written } from "./lowering/code.ts";
import { declared, statementsIn } from "./lowering/functions.ts";
import { helperFunctions, helpersImport } from "./lowering/helper-functions.ts";
import { Lowering } from "./lowering/lowering.ts";
import { type Kept, type KeptByNumber, markComments } from "./lowering/mark-comments.ts";
import { Marks } from "./lowering/marks.ts";
import { removeMetadata } from "./lowering/remove-metadata.ts";
import type { Source } from "./source.ts";

/** One module as ES5 with `import` and `export`. */
export interface Lowered {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The comments that the marks in the code stand for. */
  readonly kept: KeptByNumber;
}

/** Lowers one module to ES5. Its comments are marked and kept, and the metadata named `metadata` is taken out. */
export function lower(source: Source, metadata?: string): Lowered {
  const marks = new Marks();
  const kept: { [number: number]: Kept } = {};
  let next = firstNumber(source);
  const keep = (it: Kept) => {
    kept[next] = it;
    return next++;
  };
  markComments(source, keep, marks);
  if (metadata) removeMetadata(source, metadata, marks);
  const lowering = new Lowering(source, marks);
  const { body, hashbang } = source.parsed.program;
  const start = hashbang?.end ?? 0;
  const { directives, rest } = statementsIn({ body, start: start - 1, end: source.text.length }, lowering);
  const { helpers, last } = lowering;
  const whole = code`${directives}\n${helpersFor(source, helpers)}${declared(lowering)}${rest}${last.map((it) => `\nvar ${it};`)}`;
  const { text, mappings } = written(whole, source.text, marks);
  const sources = [basename(source.path)];
  const decoded = new TraceMap({ version: 3, names: [], sources, mappings });
  return { code: text, map: { version: 3, names: [], sources, mappings: encodedMappings(decoded) }, kept };
}

/** What gives a file the helpers that it calls: as it is a module or not, for the bundler. */
function helpersFor({ parsed }: Source, helpers: ReadonlySet<string>): string {
  if (helpers.size === 0) return "";
  if (!parsed.module.hasModuleSyntax) return helperFunctions(helpers);
  return `import { ${[...helpers].sort().join(", ")} } from "${helpersImport}";\n`;
}

const MOST_COMMENTS = 2 ** 16;

/** The numbers of a file's comments begin at one of its own, so that what it becomes depends on no other file. */
function firstNumber({ path, text }: Source): number {
  const hash = createHash("sha256").update(`${path}\0${text}`).digest();
  return hash.readUIntBE(0, 4) * MOST_COMMENTS;
}
