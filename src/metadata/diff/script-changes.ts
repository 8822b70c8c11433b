import { type AnyNode, type Program, parse, tokenizer } from "acorn";
import { isFunction, nodesWithin, parentsWithin } from "../../inference/nodes.ts";

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
  readonly methods: ReadonlyMap<string, AnyNode>;
  /** Functions and values outside of methods, by their names. */
  readonly others: ReadonlyMap<string, AnyNode>;
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
  const methods = new Map<string, AnyNode>();
  const others = new Map<string, AnyNode>();
  const parents = parentsWithin(program);
  for (const node of parents.keys()) {
    if (node.type === "FunctionDeclaration" && node.id && isOutermost(node, parents))
      others.set(node.id.name, node);
    if (node.type === "VariableDeclarator") {
      const { id, init } = node;
      if (id.type !== "Identifier" || !init || !isOutermost(node, parents)) continue;
      if (id.name === "Zap") addMethods(zapObject(init), methods);
      else others.set(id.name, init);
    }
    if (node.type === "AssignmentExpression") {
      const { left, right } = node;
      if (left.type === "Identifier" && left.name === "Zap") addMethods(zapObject(right), methods);
      const name = left.type === "MemberExpression" && isZap(left.object) ? nameOf(left) : undefined;
      if (name !== undefined) methods.set(name, right);
    }
  }
  for (const [name, node] of methods)
    if (node.type === "Identifier") {
      const declared = others.get(node.name);
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
function isOutermost(node: AnyNode, parents: ReadonlyMap<AnyNode, AnyNode | undefined>): boolean {
  let functions = 0;
  for (let around = parents.get(node); around; around = parents.get(around))
    if (isFunction(around)) functions++;
  return functions <= 1;
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

function addMethods(object: AnyNode | undefined, methods: Map<string, AnyNode>): void {
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
function codeOf(method: AnyNode, { methods, others, code }: ScriptCode): Map<string, string> {
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
function namesUsedIn(node: AnyNode): Set<string> {
  const names = new Set<string>();
  for (const inner of nodesWithin(node)) {
    if (inner.type === "Identifier") names.add(inner.name);
    if (inner.type === "MemberExpression" && isZap(inner.object)) {
      const name = nameOf(inner);
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

function tokensOf({ start, end }: AnyNode, code: string): string {
  // In parentheses a function is an expression.
  const text = `(${code.slice(start, end)})`;
  const tokens: string[] = [];
  for (const token of tokenizer(text, { ecmaVersion: "latest" }))
    tokens.push(text.slice(token.start, token.end));
  return tokens.join(" ");
}
