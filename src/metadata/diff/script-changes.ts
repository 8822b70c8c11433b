import { type AnyNode, type Node, type Program, parse, tokenizer } from "acorn";
import { ancestor, full } from "acorn-walk";

/** A method of the script that is not the same in both versions. */
export interface MethodChange {
  readonly method: string;
  readonly change: "added" | "removed" | "changed";
  /** True if a method's own code has changed, and not only that of functions and values that it uses. */
  readonly own?: boolean;
  /** The functions and values that it uses and whose code is another. */
  readonly uses?: readonly string[];
}

/** The code of a script by what it declares. */
interface ScriptCode {
  /** The node of each method of `Zap`, by its name. */
  readonly methods: ReadonlyMap<string, Node>;
  /** Functions and values outside of methods, by their names. */
  readonly others: ReadonlyMap<string, Node>;
  readonly code: string;
}

/**
 * The methods that differ between two scripts, in the order of the alphabet; undefined where one of them does not parse, or
 * its methods cannot be told apart. Comments and layout do not count.
 */
export function methodChanges(before: string, after: string): MethodChange[] | undefined {
  const [old, now] = [declarationsOf(before), declarationsOf(after)];
  if (!old || !now) return undefined;
  const names = [...new Set([...old.methods.keys(), ...now.methods.keys()])].sort();
  return names.flatMap((method): MethodChange[] => {
    const [was, is] = [old.methods.get(method), now.methods.get(method)];
    if (!was) return [{ method, change: "added" }];
    if (!is) return [{ method, change: "removed" }];
    const [oldCode, nowCode] = [codeOf(was, old), codeOf(is, now)];
    const own = oldCode.get("") !== nowCode.get("");
    const uses = [...new Set([...oldCode.keys(), ...nowCode.keys()])]
      .filter((name) => name !== "" && oldCode.get(name) !== nowCode.get(name))
      .sort();
    return own || uses.length > 0
      ? [{ method, change: "changed", own, ...(uses.length > 0 && { uses }) }]
      : [];
  });
}

function declarationsOf(code: string): ScriptCode | undefined {
  const program = parsed(code);
  if (!program) return undefined;
  const methods = new Map<string, Node>();
  const others = new Map<string, Node>();
  ancestor(program, {
    Function(node, _, ancestors) {
      if (node.type === "FunctionDeclaration" && node.id && isOutermost(ancestors))
        others.set(node.id.name, node);
    },
    VariableDeclarator({ id, init }, _, ancestors) {
      if (id.type !== "Identifier" || !init || !isOutermost(ancestors)) return;
      if (id.name === "Zap") addMethods(zapObject(init), methods);
      else others.set(id.name, init);
    },
    AssignmentExpression({ left, right }) {
      if (left.type === "Identifier" && left.name === "Zap") addMethods(zapObject(right), methods);
      const name = left.type === "MemberExpression" && isZap(left.object) ? nameOf(left) : undefined;
      if (name !== undefined) methods.set(name, right);
    },
  });
  for (const [name, node] of methods)
    if (node.type === "Identifier") {
      const declared = others.get((node as Node & { name: string }).name);
      if (declared) methods.set(name, declared);
    }
  return methods.size > 0 ? { methods, others, code } : undefined;
}

function parsed(code: string): Program | undefined {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "script" });
  } catch {
    return undefined;
  }
}

/** Tells whether a node stands in no function, or in the one function that the whole script is wrapped in. */
function isOutermost(ancestors: readonly Node[]): boolean {
  const functions = ancestors.slice(0, -1).filter(({ type }) => /Function/.test(type));
  return functions.length <= 1;
}

/** `{…}`; of `(function () { …; return {…}; })()` the object that it returns. */
function zapObject(node: AnyNode): AnyNode | undefined {
  if (node.type === "ObjectExpression") return node;
  if (node.type !== "CallExpression" || !/Function/.test(node.callee.type)) return undefined;
  let returned: AnyNode | undefined;
  const { body } = node.callee as { body: AnyNode };
  if (body.type !== "BlockStatement") return zapObject(body);
  for (const statement of body.body)
    if (statement.type === "ReturnStatement" && statement.argument) returned = statement.argument;
  return returned?.type === "ObjectExpression" ? returned : undefined;
}

function addMethods(object: AnyNode | undefined, methods: Map<string, Node>): void {
  if (object?.type !== "ObjectExpression") return;
  for (const property of object.properties) {
    if (property.type !== "Property") continue;
    const { key, value, computed } = property;
    const name =
      key.type === "Identifier" && !computed
        ? key.name
        : key.type === "Literal"
          ? String(key.value)
          : undefined;
    if (name !== undefined) methods.set(name, value);
  }
}

function isZap(node: AnyNode): boolean {
  return (node.type === "Identifier" && node.name === "Zap") || node.type === "ThisExpression";
}

function nameOf(node: AnyNode): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const { property, computed } = node;
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" ? String(property.value) : undefined;
}

/** The tokens of a method, under the empty name, and of each function and value that it can reach, by their names. */
function codeOf(method: Node, { methods, others, code }: ScriptCode): Map<string, string> {
  const found = new Map<string, string>([["", tokensOf(method, code)]]);
  const nodes = [method];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    for (const name of namesUsedIn(node)) {
      const used = others.get(name) ?? methods.get(name);
      if (!used || used === method || found.has(name)) continue;
      found.set(name, tokensOf(used, code));
      nodes.push(used);
    }
  }
  return found;
}

/** The names that a node uses: variables, and properties of `Zap`. A property of another object is none. */
function namesUsedIn(node: Node): Set<string> {
  const names = new Set<string>();
  full(node, (it) => {
    const inner = it as AnyNode;
    if (inner.type === "Identifier") names.add(inner.name);
    if (inner.type === "MemberExpression" && isZap(inner.object)) {
      const name = nameOf(inner);
      if (name !== undefined) names.add(name);
    }
  });
  return names;
}

function tokensOf({ start, end }: Node, code: string): string {
  // In parentheses a function is an expression.
  const text = `(${code.slice(start, end)})`;
  const tokens: string[] = [];
  for (const token of tokenizer(text, { ecmaVersion: "latest" }))
    tokens.push(text.slice(token.start, token.end));
  return tokens.join(" ");
}
