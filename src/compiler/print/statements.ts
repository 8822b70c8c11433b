import { forEachNode } from "../../source/walk.ts";
import { inES5 } from "../tree/free-name.ts";
import { leftmostOf } from "../tree/leftmost.ts";
import { type AnyNode, is, isFunction, type NodeOf } from "../tree/nodes.ts";
import { blockDoc, bodyDoc, functionDoc, statementDocs } from "./blocks.ts";
import {
  beforeComments,
  beginsAfterBlank,
  belowComments,
  betweenComments,
  commentsBehind,
  commentsInside,
  hasLineComment,
  hasOwnLine,
  separated,
} from "./comments.ts";
import { type Doc, group, hardLine, indent, line, nest, softLine } from "./doc.ts";
import { operationDoc, valueDoc } from "./expressions.ts";
import { quoted } from "./literals.ts";
import { level } from "./precedence.ts";
import type { Printer, PrintRows } from "./printer.ts";

export const statements: PrintRows = {
  ExpressionStatement: ({ expression, directive }, printer) => {
    if (typeof directive === "string") return `${quoted(directive)};`;
    const first = leftmostOf(expression);
    if (is(first, "FunctionExpression", "ObjectExpression") || is(expression, "Literal"))
      printer.enclose(first);
    return [printer.expression(expression), ";"];
  },
  VariableDeclaration: (node, printer) => {
    const last = node.declarations.at(-1) as AnyNode;
    return [variablesDoc(node, printer), ";", commentsBehind(last)];
  },
  FunctionDeclaration: functionDoc,
  BlockStatement: blockDoc,
  EmptyStatement: () => ";",
  DebuggerStatement: () => "debugger;",
  ReturnStatement: ({ argument }, printer) => ["return", resultDoc(argument, printer), ";"],
  ThrowStatement: ({ argument }, printer) => ["throw", resultDoc(argument, printer), ";"],
  BreakStatement: ({ label }) => ["break", label ? ` ${inES5(label.name)}` : "", ";"],
  ContinueStatement: ({ label }) => ["continue", label ? ` ${inES5(label.name)}` : "", ";"],
  LabeledStatement: ({ label, body }, printer) => [inES5(label.name), ": ", printer.statement(body)],
  IfStatement: ifDoc,
  SwitchStatement: (node, printer) => {
    const { discriminant, cases } = node;
    const inside = [...casesDoc(cases, printer), ...commentsInside(node)];
    const body = inside.length > 0 ? indent([hardLine, inside]) : "";
    return ["switch ", headDoc(discriminant, printer), " {", body, hardLine, "}"];
  },
  TryStatement: ({ block, handler, finalizer }, printer) => [
    "try ",
    blockDoc(block, printer),
    handler?.param
      ? [" catch (", printer.expression(handler.param), ") ", blockDoc(handler.body, printer)]
      : "",
    finalizer ? [" finally ", blockDoc(finalizer, printer)] : "",
  ],
  WhileStatement: ({ test, body }, printer) => clause(["while ", headDoc(test, printer)], body, printer),
  DoWhileStatement: ({ test, body }, printer) => [
    clause("do", body, printer),
    is(body, "BlockStatement") ? " " : hardLine,
    "while ",
    headDoc(test, printer),
    ";",
  ],
  ForStatement: ({ init, test, update, body }, printer) => {
    if (!init && !test && !update) return clause("for (;;)", body, printer);
    const parts: Doc = [
      init ? partDoc(init, printer) : "",
      ";",
      line,
      test ? printer.expression(test) : "",
      ";",
      line,
      update ? printer.expression(update) : "",
    ];
    return clause(group(["for (", nest([softLine, parts]), softLine, ")"]), body, printer);
  },
  ForInStatement: ({ left, right, body }, printer) => {
    return clause(["for (", partDoc(left, printer), " in ", printer.expression(right), ")"], body, printer);
  },
  WithStatement: ({ object, body }, printer) => clause(["with ", headDoc(object, printer)], body, printer),
};

/** A head with its body, which stands below it where it is no block and too long. */
function clause(head: Doc, body: AnyNode, printer: Printer): Doc {
  if (is(body, "BlockStatement")) return [head, " ", blockDoc(body, printer)];
  if (is(body, "EmptyStatement")) return [head, " ;"];
  if (!isSimple(body) || hasOwnLine(body))
    return [head, " {", indent([hardLine, statementDocs([body], printer)]), hardLine, "}"];
  return group([head, nest([line, betweenComments(body, printer.statement(body))])]);
}

function ifDoc({ test, consequent, alternate }: NodeOf<"IfStatement">, printer: Printer): Doc {
  const head: Doc = ["if ", headDoc(test, printer)];
  if (!alternate) return clause(head, consequent, printer);
  const otherwise = is(alternate, "IfStatement")
    ? ["else ", printer.statement(alternate)]
    : clause("else", alternate, printer);
  const isOpen = (isSimple(consequent) && !hasOwnLine(consequent)) || is(consequent, "EmptyStatement");
  return [clause(head, consequent, printer), isOpen ? hardLine : " ", otherwise];
}

/** Tells whether a statement holds no others, so that it can stand behind a head without braces. */
function isSimple(node: AnyNode): boolean {
  return /^(Expression|Return|Throw|Break|Continue|Debugger)Statement$|^VariableDeclaration$/.test(node.type);
}

/** A condition in its parentheses. An assignment gets others, so that it is not taken for a comparison. */
function headDoc(test: AnyNode, printer: Printer): Doc {
  if (is(test, "AssignmentExpression")) printer.enclose(test);
  if (hasLineComment(test))
    return ["(", indent([hardLine, belowComments(test, printer.withoutComments(test))]), hardLine, ")"];
  const doc =
    is(test, "LogicalExpression") && !test.comments
      ? operationDoc(test, printer, false)
      : printer.expression(test);
  return group(["(", nest([softLine, doc]), softLine, ")"]);
}

/** The value that is returned or thrown: a line break in front of it would end the statement. */
function resultDoc(argument: AnyNode | null, printer: Printer): Doc {
  if (!argument) return "";
  if (is(argument, "AssignmentExpression")) printer.enclose(argument);
  if (!hasLineComment(argument)) return [" ", printer.expression(argument)];
  return [
    " (",
    indent([hardLine, belowComments(argument, printer.withoutComments(argument))]),
    hardLine,
    ")",
  ];
}

function variablesDoc({ declarations }: NodeOf<"VariableDeclaration">, printer: Printer): Doc {
  const isForced = declarations.some(hasOwnLine);
  const docs = declarations.map((it, index) => {
    const { id, init } = it;
    // JSHint takes the second variable of `var a = b = c` for one that is not declared.
    if (is(init, "AssignmentExpression")) printer.enclose(init);
    const doc = belowComments(it, [printer.expression(id), init ? [" =", valueDoc(init, printer)] : ""]);
    return index < declarations.length - 1 ? [separated(it, doc, ","), line] : doc;
  });
  return docs.length === 1 ? ["var ", docs] : group(["var ", nest(nest(docs))], isForced);
}

/** The first part of the head of a loop: an `in` in it would be taken for that of the loop. */
function partDoc(part: AnyNode, printer: Printer): Doc {
  forEachNode(part, (node) => {
    if (is(node, "BinaryExpression") && node.operator === "in") printer.enclose(node);
    return !isFunction(node);
  });
  if (!is(part, "VariableDeclaration")) return printer.expression(part, level.sequence);
  return beforeComments(part.declarations.at(-1) as AnyNode, variablesDoc(part, printer));
}

function casesDoc(cases: readonly NodeOf<"SwitchCase">[], printer: Printer): Doc[] {
  return cases.map((it, index) => {
    const gap = index > 0 ? [hardLine, beginsAfterBlank(it) ? hardLine : ""] : "";
    const head: Doc = it.test ? ["case ", printer.expression(it.test), ":"] : "default:";
    const next = cases[index + 1];
    const statements = next ? withoutLastBlock(it) : it.consequent;
    const [only] = statements;
    const isBlock = statements.length === 1 && is(only, "BlockStatement") && !only.comments;
    const body = bodyDoc(it, statements, printer);
    const through = next ? [endOfCase({ ...it, consequent: statements }, next)] : "";
    const inside = isBlock
      ? [" ", blockDoc(only, printer), indent(through)]
      : body.length > 0
        ? indent([hardLine, body, through])
        : "";
    return [gap, belowComments(it, [head, inside]), commentsBehind(it)];
  });
}

/** The statements of a case. JSHint sees a `break` in a block only where that is all of a `case`. */
function withoutLastBlock({ test, consequent }: NodeOf<"SwitchCase">): readonly AnyNode[] {
  const last = consequent.at(-1);
  const isSeen = test !== null && consequent.length === 1;
  if (isSeen || !is(last, "BlockStatement") || last.comments || endsAtItsEnd(last)) return consequent;
  return [...consequent.slice(0, -1), ...last.body];
}

/** The end of a case, by which JSHint takes it for no mistake that another case follows. */
function endOfCase(it: NodeOf<"SwitchCase">, next: NodeOf<"SwitchCase">): Doc {
  if (fallsThrough(it, next)) return [hardLine, "/* falls through */"];
  // JSHint does not see that both branches leave.
  return is(it.consequent.at(-1), "IfStatement") ? [hardLine, "break;"] : "";
}

/** Tells whether the engine goes on from a case with the next one, and no comment says so. */
function fallsThrough({ consequent, comments }: NodeOf<"SwitchCase">, next: NodeOf<"SwitchCase">): boolean {
  const last = consequent.at(-1);
  if (!last || !endsAtItsEnd(last)) return false;
  const inBlock = is(last, "BlockStatement") ? last.body.at(-1)?.comments?.after : undefined;
  const said = [comments?.after, last.comments?.after, inBlock, next.comments?.before].flatMap(
    (it) => it ?? [],
  );
  return !said.some(({ text }) => text === "/* falls through */");
}

/** Tells whether what follows a statement can be reached from it. */
function endsAtItsEnd(statement: AnyNode): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return false;
    case "BlockStatement": {
      const last = statement.body.at(-1);
      return !last || endsAtItsEnd(last);
    }
    case "IfStatement":
      return !statement.alternate || endsAtItsEnd(statement.consequent) || endsAtItsEnd(statement.alternate);
    default:
      return true;
  }
}
