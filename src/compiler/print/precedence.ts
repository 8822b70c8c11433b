import type { AnyNode } from "../tree/nodes.ts";

/** The precedence of each kind of expression; one that stands where a higher level is needed gets parentheses. */
export const level = {
  sequence: 0,
  assignment: 1,
  conditional: 2,
  or: 3,
  and: 4,
  binary: 5,
  unary: 15,
  postfix: 16,
  call: 17,
  newCallee: 18,
  primary: 19,
} as const;

const binaryLevels: { readonly [operator: string]: number } = {
  ...{ "|": 6, "^": 7, "&": 8 },
  ...{ "==": 9, "!=": 9, "===": 9, "!==": 9 },
  ...{ "<": 10, ">": 10, "<=": 10, ">=": 10, in: 10, instanceof: 10 },
  ...{ "<<": 11, ">>": 11, ">>>": 11, "+": 12, "-": 12, "*": 13, "/": 13, "%": 13 },
};

export function levelOf(node: AnyNode): number {
  switch (node.type) {
    case "SequenceExpression":
      return level.sequence;
    case "AssignmentExpression":
      return level.assignment;
    case "ConditionalExpression":
      return level.conditional;
    case "LogicalExpression":
      return node.operator === "&&" ? level.and : level.or;
    case "BinaryExpression":
      return binaryLevels[node.operator] ?? level.binary;
    case "UnaryExpression":
      return level.unary;
    case "UpdateExpression":
      return node.prefix ? level.unary : level.postfix;
    case "CallExpression":
      return level.call;
    case "MemberExpression":
    case "NewExpression":
      return level.newCallee;
    default:
      return level.primary;
  }
}
