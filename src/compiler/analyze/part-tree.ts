import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import type { ParseResult } from "oxc-parser";
import { oxc } from "../../source/oxc.ts";
import { shownFile } from "../../source/package-of.ts";
import type { BundledModule } from "../bundle/prepare.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import type { Scopes } from "../tree/scope.ts";
import { scopesOf } from "../tree/scopes.ts";
import { attachLayout } from "./attach-layout.ts";
import type { Part } from "./parts.ts";
import { type Positions, positionsOf } from "./positions.ts";

/** The tree of a part of the bundle, with the comments and the blank lines of its source. */
export interface PartTree {
  readonly program: NodeOf<"Program">;
  readonly scopes: Scopes;
  readonly positions: Positions;
}

interface PartToParse {
  readonly part: Part;
  readonly module: BundledModule | undefined;
  /** The text of the module. */
  readonly text: string;
  readonly lines: readonly (readonly SourceMapSegment[])[];
  readonly names: readonly string[];
  /** True if an earlier part comes of the same module. */
  readonly isContinued: boolean;
}

export function parsedPart({ part, module, text, lines, names, isContinued }: PartToParse): PartTree {
  const { program: parsed, errors } = parse(part.code);
  if (errors.length > 0) throw new Error(`The bundle of ${part.module} cannot be parsed.`);
  const program = parsed as unknown as NodeOf<"Program">;
  const positions = positionsOf({ part, lines, names, module: module ?? { code: text, edits: [] } });
  nameCommonJs(program);
  if (module) attachLayout({ part, program, layout: module, positions, isContinued });
  return { program, scopes: scopesOf(program), positions };
}

/** `__commonJS({ "../../node_modules/a/index.js"(exports, module) {…} })`: without the way to the package, which differs by project. */
function nameCommonJs({ body }: NodeOf<"Program">): void {
  for (const statement of body) {
    if (!is(statement, "VariableDeclaration")) continue;
    for (const { init } of statement.declarations) {
      const [modules] = is(init, "CallExpression") && wrapper.test(nameOf(init.callee)) ? init.arguments : [];
      const [module] = is(modules, "ObjectExpression") ? modules.properties : [];
      const key = is(module, "Property") ? module.key : undefined;
      if (is(key, "Literal")) Object.assign(key, textLiteral(shownFile(String(key.value))));
    }
  }
}

const wrapper = /^__(commonJS|esm)\d*$/;

function nameOf(node: AnyNode): string {
  return is(node, "Identifier") ? node.name : "";
}

function textLiteral(value: string): { readonly value: string; readonly raw: string } {
  return { value, raw: JSON.stringify(value) };
}

/** Tells whether a text is a program. */
export function isProgram(code: string): boolean {
  return parse(code).errors.length === 0;
}

/** The tree is made when it is first read. */
function parse(code: string): ParseResult {
  return oxc().parseSync("part.js", code, { sourceType: "unambiguous", preserveParens: false });
}
