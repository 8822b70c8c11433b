import type { Node, TSType } from "oxc-parser";
import type { Source } from "../../source/source.ts";

/** The offset of a parameter that is a pattern, and the name that it gets in ES5 by its type. */
export type PatternName = readonly [offset: number, name: string];

// Types that take a part of another.
const partsOfTypes = /^(NonNullable|Omit|Partial|Pick|Readonly|Required)$/;

// Names of types that say what their values are, wherever they are declared.
const nouns: readonly (readonly [RegExp, string])[] = [
  [/Fields$/, "fields"],
  [/Response$/, "response"],
  [/Request$/, "request"],
  [/Bundle$/, "bundle"],
];

/** `({ id }: Ticket)` -> `ticket`, where the project declares `Ticket`; `Poll<…>["trigger_fields"]` -> `trigger_fields` */
export function patternNamesIn({ nodes }: Source): PatternName[] {
  const patterns = [...nodes.ofType("ObjectPattern"), ...nodes.ofType("ArrayPattern")];
  const annotated = patterns.filter(({ typeAnnotation }) => typeAnnotation);
  if (annotated.length === 0) return [];
  const own = new Set(typesOfProject(nodes));
  return annotated.flatMap(({ start, typeAnnotation }): PatternName[] => {
    const name = typeAnnotation && nameByType(typeAnnotation.typeAnnotation, own);
    return name ? [[start, name]] : [];
  });
}

function typesOfProject(nodes: Source["nodes"]): string[] {
  const declared = [
    ...nodes.ofType("TSInterfaceDeclaration"),
    ...nodes.ofType("TSTypeAliasDeclaration"),
    ...nodes.ofType("ClassDeclaration"),
  ];
  const imported = nodes
    .ofType("ImportDeclaration")
    .filter(({ source }) => source.value.startsWith("."))
    .flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  return [...declared.map(({ id }) => id?.name ?? ""), ...imported];
}

function nameByType(type: TSType, own: ReadonlySet<string>): string | undefined {
  if (type.type === "TSIndexedAccessType") return keyOf(type.indexType);
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  const { name } = type.typeName;
  const [whole] = type.typeArguments?.params ?? [];
  if (whole && partsOfTypes.test(name) && !own.has(name)) return nameByType(whole, own);
  const [, noun] = nouns.find(([ending]) => ending.test(name)) ?? [];
  return noun ?? (own.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : undefined);
}

/** `"trigger_fields"` -> `trigger_fields` */
function keyOf(type: Node): string | undefined {
  if (type.type !== "TSLiteralType" || type.literal.type !== "Literal") return undefined;
  const { value } = type.literal;
  return typeof value === "string" && /^[a-z]\w*$/.test(value) ? value : undefined;
}
