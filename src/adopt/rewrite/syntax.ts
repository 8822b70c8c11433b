import type { AnyNode, Literal } from "acorn";
import type { Variable } from "eslint-scope";
import { freeName } from "../cut/names.ts";
import type { ParsedScript } from "../cut/script.ts";
import {
  nodesOf,
  parentOf,
  type StrictModeFinding,
  type StrictModeRule,
  type TextEdit,
} from "./strict-mode-finding.ts";

/** The syntax that a module cannot hold: each is written in another way, which means the same. */
export const syntaxRules: readonly StrictModeRule[] = [
  octals,
  repeatedParameters,
  reservedNames,
  deletedNames,
  argumentsSet,
  functionsAsBranches,
  labelledFunctions,
  initialisedLoops,
  oddComments,
];

function octals(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "Literal" || node.raw === undefined) return [];
    const text =
      typeof node.value === "number"
        ? decimal(node)
        : typeof node.value === "string"
          ? hexadecimal(node.raw)
          : node.raw;
    if (text === node.raw) return [];
    return [
      {
        code: "octal",
        node,
        message: `\`${node.raw}\` is written in octal digits, which a module cannot hold.`,
        instead: `Write \`${text}\`.`,
        edits: [{ start: node.start, end: node.end, text }],
        isSyntax: true,
      },
    ];
  });
}

function decimal({ raw = "", value }: Literal): string {
  return /^0\d/.test(raw) ? String(value) : raw;
}

/** `"\07"` -> `"\x07"` */
function hexadecimal(raw: string): string {
  return raw.replace(/\\([0-3][0-7]{0,2}|[4-7][0-7]?|[\s\S])/g, (whole, given: string, at: number) => {
    if (given === "8" || given === "9") return given;
    if (!/^[0-7]/.test(given) || (given === "0" && !/\d/.test(raw[at + whole.length] ?? ""))) return whole;
    return `\\x${Number.parseInt(given, 8).toString(16).padStart(2, "0")}`;
  });
}

function repeatedParameters(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node) => {
    if (node.type !== "FunctionDeclaration" && node.type !== "FunctionExpression") return [];
    const parameters = node.params.flatMap((it) => (it.type === "Identifier" ? [it] : []));
    return parameters.flatMap((parameter, index): StrictModeFinding[] => {
      const isRepeated = parameters.slice(index + 1).some(({ name }) => name === parameter.name);
      if (!isRepeated) return [];
      const name = freeName(`${parameter.name}_`, (it) => isNamed(it, script));
      return [
        {
          code: "repeated-parameter",
          node: parameter,
          message: `Two parameters are named \`${parameter.name}\`: the function only sees the last one, and a module cannot hold it.`,
          instead: `Name this one \`${name}\`.`,
          edits: [{ start: parameter.start, end: parameter.end, text: name }],
          isSyntax: true,
        },
      ];
    });
  });
}

function isNamed(name: string, { text }: ParsedScript): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text);
}

// Source: ECMA-262, "Keywords and Reserved Words": those that only strict code, or a module, reserves.
const reserved =
  "arguments await eval implements interface let package private protected public static yield".split(" ");

function reservedNames(script: ParsedScript): StrictModeFinding[] {
  const { scopes } = script.scopes;
  const variables = scopes
    .flatMap((scope) => scope.variables)
    .filter(({ name, defs }) => reserved.includes(name) && defs.length > 0);
  const declared = variables.map((variable) => renamed(variable.name, placesOf(variable), script));
  const through = scopes[0]?.through.filter(({ identifier }) => reserved.includes(identifier.name)) ?? [];
  const undeclared = reserved.filter((name) =>
    through.some((it) => it.isWrite() && it.identifier.name === name),
  );
  const implicit = undeclared.map((name) => {
    const places = through.filter(({ identifier }) => identifier.name === name);
    return renamed(
      name,
      places.map(({ identifier }) => identifier as AnyNode),
      script,
    );
  });
  return [...declared, ...implicit];
}

function placesOf({ identifiers, references }: Variable): AnyNode[] {
  const nodes = [...identifiers, ...references.map(({ identifier }) => identifier)];
  return [...new Set(nodes as unknown as AnyNode[])];
}

function renamed(name: string, places: readonly AnyNode[], script: ParsedScript): StrictModeFinding {
  const other = freeName(`${name}_`, (it) => isNamed(it, script));
  const edits = places.map((node): TextEdit => {
    const parent = parentOf(node, script);
    const isShorthand = parent?.type === "Property" && parent.shorthand;
    return { start: node.start, end: node.end, text: isShorthand ? `${name}: ${other}` : other };
  });
  return {
    code: "reserved-name",
    node: places[0] as AnyNode,
    message: `\`${name}\` is a reserved word in strict mode.`,
    instead: `Name it \`${other}\`.`,
    edits,
    isSyntax: true,
  };
}

function deletedNames(script: ParsedScript): StrictModeFinding[] {
  const declared = new Set(script.scopes.scopes.flatMap(({ set }) => [...set.keys()]));
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "UnaryExpression" || node.operator !== "delete" || node.argument.type !== "Identifier")
      return [];
    const { name } = node.argument;
    const text = declared.has(name) ? "false" : `(${name} = undefined, true)`;
    return [
      {
        code: "deleted-name",
        node,
        message: `\`delete ${name}\` deletes a variable, which a module cannot hold.`,
        instead: `Write \`${text}\`.`,
        edits: [{ start: node.start, end: node.end, text }],
        isSyntax: true,
      },
    ];
  });
}

/** `if (x) function f() {}` */
function functionsAsBranches(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "FunctionDeclaration" || parentOf(node, script)?.type !== "IfStatement") return [];
    const name = node.id?.name;
    const edits = [
      { start: node.start, end: node.start, text: `var ${name} = ` },
      { start: node.end, end: node.end, text: ";" },
    ];
    const message = "A function is declared as the branch of an `if`, which a module cannot hold.";
    const instead = `Write \`var ${name} = function …\`.`;
    return [{ code: "function-as-branch", node, message, instead, edits, isSyntax: true }];
  });
}

/** `foo: function f() {}`: nothing can use the label. */
function labelledFunctions(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "LabeledStatement" || node.body.type !== "FunctionDeclaration") return [];
    return [
      {
        code: "labelled-function",
        node,
        message: `A function has the label \`${node.label.name}\`, which a module cannot hold.`,
        instead: "Leave out the label.",
        edits: [{ start: node.start, end: node.body.start, text: "" }],
        isSyntax: true,
      },
    ];
  });
}

/** `for (var key = 0 in object)` */
function initialisedLoops(script: ParsedScript): StrictModeFinding[] {
  return nodesOf(script).flatMap((node): StrictModeFinding[] => {
    if (node.type !== "ForInStatement" || node.left.type !== "VariableDeclaration") return [];
    const [variable] = node.left.declarations;
    if (!variable?.init) return [];
    const text = (it: AnyNode) => script.text.slice(it.start, it.end);
    const set = `${text(variable.id)} = ${text(variable.init)}`;
    return [
      {
        code: "initialised-loop",
        node,
        message: `\`${set}\` stands in the head of a \`for … in\`, which a module cannot hold.`,
        instead: `Write \`in (${set}, ${text(node.right)})\`.`,
        edits: [
          { start: variable.id.end, end: variable.end, text: "" },
          { start: node.right.start, end: node.right.start, text: `(${set}, ` },
          { start: node.right.end, end: node.right.end, text: ")" },
        ],
        isSyntax: true,
      },
    ];
  });
}

/** `arguments = [1]` */
function argumentsSet(script: ParsedScript): StrictModeFinding[] {
  return script.scopes.scopes.flatMap((scope): StrictModeFinding[] => {
    const variable = scope.type === "function" ? scope.set.get("arguments") : undefined;
    const body = (scope.block as unknown as { readonly body?: AnyNode }).body;
    if (!variable || variable.defs.length > 0 || body?.type !== "BlockStatement") return [];
    if (!variable.references.some((it) => it.isWrite())) return [];
    const found = renamed("arguments", placesOf(variable), script);
    const name = found.edits?.[0]?.text ?? "arguments_";
    const at = body.start + 1;
    return [
      {
        ...found,
        edits: [{ start: at, end: at, text: ` var ${name} = arguments;` }, ...(found.edits ?? [])],
      },
    ];
  });
}

/** `<!--` and `-->` begin a comment of a line in a script, and `#!` at the start of a file that a shell runs. */
function oddComments({ comments, text }: ParsedScript): StrictModeFinding[] {
  return comments.flatMap((comment): StrictModeFinding[] => {
    const [begin] = /^(?:<!--|-->|#!)/.exec(text.slice(comment.start, comment.end)) ?? [];
    if (!begin) return [];
    return [
      {
        code: "odd-comment",
        node: comment as unknown as AnyNode,
        message: `\`${begin}\` begins a comment here, which zap.js cannot hold.`,
        instead: "Write `//`.",
        edits: [
          { start: comment.start, end: comment.start + begin.length, text: begin === "#!" ? "//#!" : "//" },
        ],
        isSyntax: true,
      },
    ];
  });
}
