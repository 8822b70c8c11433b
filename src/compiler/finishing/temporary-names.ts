import type { AnyNode, Function as FunctionNode, Identifier, MemberExpression, Node } from "acorn";
import type { Nodes } from "../nodes.ts";
import { rename } from "./renaming.ts";
import type { Variable } from "./scopes.ts";
import type { Script } from "./script.ts";

// What a variable is called that the source has not.
const temporary = /^_[a-z0-9]$/;
// Source: ES5, 7.6.1
const reserved =
  /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|arguments|eval)$/;

/** Names what is called `_a` after what it holds: `var _a = this.account` -> `var account = this.account`. */
export function temporaryNames(
  { nodes, scopes }: Script,
  methods: readonly Variable[],
  typeNameOf: (parameter: Node) => string | undefined,
): void {
  const isMethod = new Set(methods.map(({ values: [value] }) => value));
  const takingItems = functionsTakingItems(nodes);
  for (const scope of scopes.all) {
    if (scope === scopes.program) continue;
    for (const variable of scope.variables.values()) {
      if (!temporary.test(variable.name)) continue;
      const names = isParameter(variable) ? namesOfParameter(variable) : namesOfVariable(variable);
      const ownName = (scope.node as FunctionNode).id?.name;
      const name = names.find((it) => !reserved.test(it) && !scope.names.has(it) && it !== ownName);
      if (name) rename(variable, name);
    }
  }

  function namesOfParameter({ scope: { node }, places: [declared] }: Variable): string[] {
    if (isMethod.has(node)) return ["bundle"];
    const typeName = declared && typeNameOf(declared.node);
    return [typeName ?? [], takingItems.has(declared?.node as Node) ? "item" : [], "options"].flat();
  }
}

function isParameter({ places: [declared], scope }: Variable): boolean {
  return declared?.parent === scope.node && scope.node.type !== "CatchClause";
}

// Which parameter of its function gets the items of the list.
const itemParameters: { readonly [method: string]: number } = {
  ...{ every: 0, filter: 0, forEach: 0, map: 0, some: 0, reduce: 1, reduceRight: 1 },
};

/** The parameters that get the items of a list, one after the other: of `list.map(function(_a) {…})` the first. */
function functionsTakingItems(nodes: Nodes): Set<Node> {
  const found = new Set<Node>();
  for (const {
    callee,
    arguments: [taking],
  } of nodes.ofType("CallExpression")) {
    if (callee.type !== "MemberExpression" || taking?.type !== "FunctionExpression") continue;
    const { name = "" } = callee.property as Partial<Identifier>;
    const item = Object.hasOwn(itemParameters, name) && taking.params[itemParameters[name] as number];
    if (item) found.add(item);
  }
  return found;
}

/** What a variable can be called by what it holds. */
function namesOfVariable({ values: [first, ...others], places }: Variable): string[] {
  const value = first as AnyNode | undefined;
  if (places[0]?.parent.type === "CatchClause") return ["error"];
  // for (var _i = 0; …; _i++)
  const isIndex = value?.type === "Literal" && value.value === 0 && others.length === 1 && !others[0];
  if (isIndex) return ["i", "j", "k"];
  if (!value || others.length > 0) return [];
  const isOfLoop = places.some(
    ({ parent }) => parent.type === "MemberExpression" && nameOf(parent.property) === "length",
  );
  return [...namesOfValue(value), isOfLoop ? "list" : "given"];
}

/** `this.account` -> `account`; `event.split(".")` -> `parts`; `meta || {}` -> `meta` */
function namesOfValue(value: AnyNode): string[] {
  switch (value.type) {
    case "MemberExpression":
      if (!value.computed) return [nameOf(value.property)];
      return value.property.type === "Identifier" ? ["item"] : [];
    case "CallExpression":
      return nameOf((value.callee as MemberExpression).property) === "split" ? ["parts"] : ["result"];
    case "ArrayExpression":
      return ["values"];
    case "LogicalExpression":
      return namesOfValue(value.left as AnyNode);
    case "ConditionalExpression":
      return [...namesOfValue(value.consequent as AnyNode), ...namesOfValue(value.alternate as AnyNode)];
    default:
      return [];
  }
}

function nameOf(node: Node | undefined): string {
  return (node as Partial<Identifier> | undefined)?.name ?? "";
}
