import type { AnyNode, CallExpression, Identifier, MemberExpression, Node } from "acorn";
import { simple } from "acorn-walk";
import { rename, type Variable } from "./scopes.ts";
import type { Script } from "./script.ts";

// What TypeScript calls a variable that the source has not.
const temporary = /^_[a-z0-9]$/;
// Source: ES5, 7.6.1
const reserved =
  /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|arguments|eval)$/;

/** Names what TypeScript calls `_a` after what it holds: `var _a = this.account` -> `var account = this.account`. */
export function temporaryNames({ program, scopes }: Script, methods: ReadonlyMap<string, Variable>): void {
  const isMethod = new Set([...methods.values()].map(({ values: [value] }) => value));
  const takingItems = functionsTakingItems(program);
  for (const scope of scopes.all) {
    if (scope === scopes.program) continue;
    for (const variable of scope.variables.values()) {
      if (!temporary.test(variable.name)) continue;
      const names = isParameter(variable) ? namesOfParameter(variable) : namesOfValues(variable);
      const name = names.find((it) => !reserved.test(it) && !scope.names.has(it));
      if (name) rename(variable, name);
    }
  }

  function namesOfParameter({ scope: { node }, places: [declared] }: Variable): string[] {
    if (isMethod.has(node)) return ["bundle"];
    return takingItems.has(declared?.node as Node) ? ["item"] : [];
  }
}

function isParameter({ places: [declared], scope }: Variable): boolean {
  return declared?.parent === scope.node;
}

// Which parameter of its function gets the items of the list.
const itemParameters: { readonly [method: string]: number } = {
  ...{ every: 0, filter: 0, forEach: 0, map: 0, some: 0, reduce: 1, reduceRight: 1 },
};

/** The parameters that get the items of a list, one after the other: of `list.map(function(_a) {…})` the first. */
function functionsTakingItems(program: Node): Set<Node> {
  const found = new Set<Node>();
  simple(program, {
    CallExpression({ callee, arguments: [taking] }) {
      if (callee.type !== "MemberExpression" || taking?.type !== "FunctionExpression") return;
      const { name = "" } = callee.property as Partial<Identifier>;
      const item = Object.hasOwn(itemParameters, name) && taking.params[itemParameters[name] as number];
      if (item) found.add(item);
    },
  });
  return found;
}

/** `this.account` -> `account`; `event.split(".")` -> `parts` */
function namesOfValues({ values: [first, ...others] }: Variable): string[] {
  const value = first as AnyNode | undefined;
  // for (var _i = 0; …; _i++)
  if (value?.type === "Literal" && value.value === 0 && others.length === 1 && !others[0])
    return ["i", "j", "k"];
  if (!value || others.length > 0) return [];
  if (value.type === "MemberExpression") {
    return value.computed ? (value.property.type === "Identifier" ? ["item"] : []) : [nameOf(value.property)];
  }
  if (value.type !== "CallExpression") return [];
  const { callee } = value as CallExpression;
  return callee.type === "MemberExpression" && nameOf((callee as MemberExpression).property) === "split"
    ? ["parts"]
    : ["result"];
}

function nameOf(node: Node): string {
  return (node as Identifier).name;
}
