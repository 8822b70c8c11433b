import type { Node } from "oxc-parser";
import type { Source } from "../source.ts";

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

// What has a block as its body.
const withHead = [
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ForOfStatement",
  "ForInStatement",
] as const;

/** Finds what the comments of a source stand in. */
export function enclosingOf({ parsed: { program }, nodes }: Source): Enclosing {
  const { ofType } = nodes;
  const statements: Node[] = [
    ...program.body,
    ...ofType("BlockStatement").flatMap(({ body }) => body),
    ...ofType("StaticBlock").flatMap(({ body }) => body),
    ...ofType("SwitchCase").flatMap(({ consequent }) => consequent),
  ];
  const afterExpression = ({ expression, end }: { readonly expression: Node; readonly end: number }) => ({
    start: expression.end,
    end,
  });
  const types: Region[] = [
    ...ofType("TSAsExpression").map(afterExpression),
    ...ofType("TSSatisfiesExpression").map(afterExpression),
    ...ofType("TSTypeAnnotation"),
    ...ofType("TSTypeParameterDeclaration"),
    ...ofType("TSTypeParameterInstantiation"),
  ];
  const heads: (Region & { readonly block: number })[] = [];
  const head = (start: number, block: Node | null | undefined, end = block?.start) => {
    if (block?.type !== "BlockStatement") return;
    heads.push({ start, end: end as number, block: block.start + 1 });
  };
  for (const type of withHead) for (const { start, body } of ofType(type)) head(start, body);
  for (const { consequent, alternate } of ofType("IfStatement")) {
    // A comment of the next condition stays in it.
    if (alternate?.type === "IfStatement") head(consequent.end, alternate.consequent, alternate.start);
    else head(consequent.end, alternate);
  }
  for (const { block, handler, finalizer } of ofType("TryStatement")) {
    head(block.end, handler?.body);
    head((handler ?? block).end, finalizer);
  }
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
