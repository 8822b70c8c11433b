import type { Node, VisitorObject } from "oxc-parser";
import { oxc } from "./oxc.ts";
import type { Source } from "./source.ts";

/** Where comments go that esbuild does not let stand where they are, or that the lowering moves. */
export interface Enclosing {
  /** The start of the block that a comment is about which stands before it, but in a type: among parameters, before `else` or `catch`. */
  readonly blockAfter: (offset: number) => number | undefined;
  /** The innermost statement of a list that an offset stands in, unless it stands in a type. */
  readonly statementAround: (offset: number) => Node | undefined;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** Finds what the comments of a source stand in. */
export function enclosingOf({ parsed: { program } }: Source): Enclosing {
  const statements: Node[] = [...program.body];
  const types: Region[] = [];
  const heads: (Region & { readonly block: number })[] = [];
  const head = (start: number, block: Node | null | undefined, end = block?.start) => {
    if (block?.type !== "BlockStatement") return;
    heads.push({ start, end: end as number, block: block.start + 1 });
  };
  const functionHead = ({ start, body }: Region & { readonly body: Node | null }) => head(start, body);
  const type = ({ start, end }: Region) => types.push({ start, end });
  const visitor: VisitorObject = {
    BlockStatement: ({ body }) => statements.push(...body),
    StaticBlock: ({ body }) => statements.push(...body),
    SwitchCase: ({ consequent }) => statements.push(...consequent),
    FunctionDeclaration: functionHead,
    FunctionExpression: functionHead,
    ArrowFunctionExpression: functionHead,
    ForOfStatement: functionHead,
    ForInStatement: functionHead,
    IfStatement: ({ consequent, alternate }) => {
      // A comment of the next condition stays in it.
      if (alternate?.type === "IfStatement") head(consequent.end, alternate.consequent, alternate.start);
      else head(consequent.end, alternate);
    },
    TryStatement: ({ block, handler, finalizer }) => {
      head(block.end, handler?.body);
      head((handler ?? block).end, finalizer);
    },
    TSAsExpression: ({ expression, end }) => type({ start: expression.end, end }),
    TSSatisfiesExpression: ({ expression, end }) => type({ start: expression.end, end }),
    TSTypeAnnotation: type,
    TSTypeParameterDeclaration: type,
    TSTypeParameterInstantiation: type,
  };
  new (oxc().Visitor)(visitor).visit(program);
  const innermost = <T extends Region>(regions: readonly T[], offset: number) =>
    regions
      .filter(({ start, end }) => start <= offset && offset < end)
      .reduce<T | undefined>((inner, it) => (inner && inner.start > it.start ? inner : it), undefined);
  const unlessInType = <T extends Region>(regions: readonly T[]) => {
    return (offset: number) => (innermost(types, offset) ? undefined : innermost(regions, offset));
  };
  const headAround = unlessInType(heads);
  return {
    blockAfter: (offset) => headAround(offset)?.block,
    statementAround: unlessInType(statements),
  };
}
