import type { AnyNode, CallExpression, Identifier, MemberExpression, Node } from "acorn";
import { rename, type Scopes, type Variable } from "./scopes.ts";

// What TypeScript calls a variable that the source has not.
const temporary = /^_[a-z0-9]$/;
// Source: ES5, 7.6.1
const reserved =
  /^(break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield|arguments|eval)$/;

/** Names what TypeScript calls `_a` after what it holds: `var _a = this.account` -> `var account = this.account`. */
export function temporaryNames(scopes: Scopes, methods: ReadonlyMap<string, Variable>): void {
  const isMethod = new Set([...methods.values()].map(({ values: [value] }) => value));
  for (const scope of scopes.all) {
    if (scope === scopes.program) continue;
    for (const variable of scope.variables.values()) {
      if (!temporary.test(variable.name)) continue;
      const name = nameOf(variable, isMethod);
      if (name && !reserved.test(name) && !scope.names.has(name)) rename(variable, name);
    }
  }
}

function nameOf(
  { values, places: [declared], scope }: Variable,
  isMethod: ReadonlySet<Node | undefined>,
): string | undefined {
  const [value] = values;
  if (!declared || values.length !== 1) return undefined;
  const isParameter = declared.parent === scope.node;
  if (isParameter) return isMethod.has(scope.node) ? "bundle" : undefined;
  return value && nameOfValue(value as AnyNode);
}

/** `this.account` -> `account`; `event.split(".")` -> `parts` */
function nameOfValue(value: AnyNode): string | undefined {
  if (value.type === "MemberExpression" && !value.computed) return (value.property as Identifier).name;
  if (value.type !== "CallExpression") return undefined;
  const { callee } = value as CallExpression;
  const { property } = callee as MemberExpression;
  return (property as Identifier | undefined)?.name === "split" ? "parts" : undefined;
}
