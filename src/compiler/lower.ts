import { createHash } from "node:crypto";
import { basename } from "node:path";
import remapping, { type EncodedSourceMap, type SourceMapInput } from "@jridgewell/remapping";
import MagicString from "magic-string";
import type typescript from "typescript-5";
import { classComments } from "./class-comments.ts";
import { expressionStatements } from "./expression-statements.ts";
import { keepRequire } from "./keep-require.ts";
import { type Kept, type KeptByNumber, markComments } from "./mark-comments.ts";
import { removeMetadata } from "./remove-metadata.ts";
import type { Source } from "./source.ts";
import { templateLiterals } from "./template-literals.ts";
import { spreadOverLines, withoutSymbols } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

/** One module as ES5 with `import` and `export`. */
export interface Lowered {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The comments that the marks in the code stand for. */
  readonly kept: KeptByNumber;
}

const options: typescript.CompilerOptions = {
  target: ts.ScriptTarget.ES5,
  module: ts.ModuleKind.ESNext,
  importHelpers: true,
  verbatimModuleSyntax: true,
  allowJs: true,
  sourceMap: true,
  // No other file is known, and no type is asked for.
  isolatedModules: true,
  noCheck: true,
  noLib: true,
  noResolve: true,
  // A JavaScript file would be written where it stands.
  outDir: "lowered",
};

/** Lowers one module to ES5. Its comments are marked and kept, and the metadata named `metadata` is taken out. */
export function lower(source: Source, metadata?: string): Lowered {
  const edit = new MagicString(source.text);
  const kept: { [number: number]: Kept } = {};
  let next = firstNumber(source);
  const keep = (it: Kept) => {
    kept[next] = it;
    return next++;
  };
  markComments(source, keep, edit);
  if (metadata) removeMetadata(source, metadata, edit);
  const fileName = basename(source.path);
  const edited = edit.generateDecodedMap({ source: fileName, hires: "boundary" });
  const transformers = {
    before: [templateLiterals],
    after: [classComments, withoutSymbols, spreadOverLines, expressionStatements, keepRequire],
  };
  // The type-check lets own sources iterate arrays only; a package may iterate what it likes.
  const downlevelIteration = source.path.includes("node_modules/");
  const compilerOptions = { ...options, downlevelIteration };
  const output = emitted(edit.toString(), { fileName, compilerOptions, transformers });
  const code = output.code.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const map = remapping([output.map, edited as SourceMapInput], () => null);
  return {
    code,
    map: { version: 3, names: [], sources: [fileName], mappings: map.mappings as string },
    kept,
  };
}

const MOST_COMMENTS = 2 ** 16;

/** The numbers of a file's comments begin at one of its own, so that what it becomes depends on no other file. */
function firstNumber({ path, text }: Source): number {
  const hash = createHash("sha256").update(`${path}\0${text}`).digest();
  return hash.readUIntBE(0, 4) * MOST_COMMENTS;
}

interface Emitting {
  readonly fileName: string;
  readonly compilerOptions: typescript.CompilerOptions;
  readonly transformers: typescript.CustomTransformers;
}

/** What TypeScript writes for one module: as `transpileModule`, which comes with the language service. */
function emitted(
  text: string,
  { fileName, compilerOptions, transformers }: Emitting,
): { readonly code: string; readonly map: string } {
  const written = { code: "", map: "" };
  const host: typescript.CompilerHost = {
    getSourceFile: (name, options) =>
      name === fileName ? ts.createSourceFile(name, text, options) : undefined,
    writeFile: (name, text) => {
      written[name.endsWith(".map") ? "map" : "code"] = text;
    },
    fileExists: (name) => name === fileName,
    readFile: () => undefined,
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  const program = ts.createProgram([fileName], compilerOptions, host);
  program.emit(undefined, undefined, undefined, false, transformers);
  return written;
}
