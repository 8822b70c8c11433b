import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import { belowComments, commentsInside, endsLine, hasOwnLine, separated } from "./comments.ts";
import { choice, type Doc, group, hardLine, indent, line, nest, softLine } from "./doc.ts";
import { level } from "./precedence.ts";
import type { Printer } from "./printer.ts";

/** The items between brackets, separated by commas. */
export interface BracketedList {
  readonly open: string;
  readonly close: string;
  readonly items: readonly (AnyNode | null)[];
  /** The node that the list belongs to. */
  readonly node: AnyNode;
}

/** Lays out a list on one line, if it fits and the source does not have it on several. */
export function listDoc(list: BracketedList, printer: Printer, isForced = false): Doc {
  const { open, close, items, node } = list;
  if (items.length === 0) return emptyList(list);
  const isBroken =
    isForced || (node.isBroken === true && open !== "(") || items.some((it) => it !== null && hasOwnLine(it));
  const [only] = items;
  const isHeld =
    open === "[" && items.length === 1 && !isBroken && is(only, "ObjectExpression", "ArrayExpression");
  if (isHeld) return [open, printer.expression(only), close];
  const gap = open === "{" ? line : softLine;
  const docs = items.map((it, index) => itemDoc(it, index === items.length - 1, { printer, isBroken }));
  return group([open, nest([gap, docs]), items.at(-1) === null ? "," : "", gap, close], isBroken);
}

function emptyList({ open, close, node }: BracketedList): Doc {
  const inside = commentsInside(node);
  if (inside.length === 0) return [open, close];
  const isBroken = node.comments?.inside?.some(endsLine) ?? false;
  return isBroken ? [open, indent([hardLine, inside]), hardLine, close] : [open, inside, close];
}

function itemDoc(
  item: AnyNode | null,
  isLast: boolean,
  { printer, isBroken }: { readonly printer: Printer; readonly isBroken: boolean },
): Doc {
  const comma = isLast ? "" : ",";
  const gap = isLast ? "" : line;
  if (!item) return [comma, gap];
  const doc = belowComments(item, printer.withoutComments(item, level.assignment));
  const isBelowBlank = isBroken && (item.comments?.before?.[0]?.isAfterBlank ?? false);
  return [isBelowBlank ? hardLine : "", separated(item, doc, comma), gap];
}

/** The arguments of a call: the last one holds on to the brackets, where it is a list or a function. */
export function argumentsDoc(node: NodeOf<"CallExpression" | "NewExpression">, printer: Printer): Doc {
  const items = node.arguments;
  const list: BracketedList = { open: "(", close: ")", items, node };
  const last = items.at(-1);
  if (!last || items.some(hasOwnLine)) return listDoc(list, printer);
  const before = items.slice(0, -1).map((it) => [printer.expression(it, level.assignment), ", "]);
  const flat = ["(", before, printer.expression(last, level.assignment), ")"];
  const isLonger = is(last, "ObjectExpression", "ArrayExpression") && !last.comments;
  const held = isLonger ? [["(", before, heldList(last, printer), ")"]] : [];
  return choice(flat, ...held, listDoc(list, printer, true));
}

function heldList(node: NodeOf<"ObjectExpression" | "ArrayExpression">, printer: Printer): Doc {
  return is(node, "ObjectExpression")
    ? listDoc({ open: "{", close: "}", items: node.properties, node }, printer, true)
    : listDoc({ open: "[", close: "]", items: node.elements, node }, printer, true);
}
