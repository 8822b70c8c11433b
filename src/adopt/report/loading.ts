import type { AnyNode } from "acorn";
import { isFunction } from "../../inference/nodes.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { forEachNode } from "../../source/walk.ts";
import type { ParsedScript } from "../cut/script.ts";
import { nodesOf, parentOf } from "../rewrite/strict-mode-finding.ts";
import { type AnalyzedScript, warningAt } from "./finding.ts";

/** Finds uses of what the legacy runtime lacks while a script loads. Source: docs/platform.md, "Two runtimes". */
export function loadFindings({ script, file }: AnalyzedScript): Diagnostic[] {
  return [...whileLoading(script, file), ...templates(script, file), ...notInLegacy(script, file)];
}

function whileLoading(script: ParsedScript, file: string): Diagnostic[] {
  return outsideFunctions(script.program).flatMap((node) => {
    if (node.type !== "Identifier" || !(runtimeGlobals as readonly string[]).includes(node.name)) return [];
    const parent = parentOf(node, script);
    const isName =
      (parent?.type === "MemberExpression" && parent.property === node && !parent.computed) ||
      (parent?.type === "Property" && parent.key === node) ||
      (parent?.type === "UnaryExpression" && parent.operator === "typeof") ||
      (parent?.type === "VariableDeclarator" && parent.id === node);
    if (isName || script.scopes.scopes[0]?.set.has(node.name)) return [];
    return [
      warningAt(node, file, {
        code: "load-hazard",
        message: `The script needs \`${node.name}\` while it loads: one of the platform's two loaders has an empty one or none, and then runs without any scripting.`,
        hint: "Use it inside of a function.",
      }),
    ];
  });
}

/** The nodes that are evaluated while a script loads: those of functions that are called at once, too. */
function outsideFunctions(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  forEachNode(node, (child, parent) => {
    const isCalled = parent?.type === "CallExpression" && parent.callee === child;
    if (parent && isFunction(child) && !isCalled) return false;
    if (parent) found.push(child);
    return true;
  });
  return found;
}

/** `_.template("<%= x %>")` */
function templates(script: ParsedScript, file: string): Diagnostic[] {
  return nodesOf(script).flatMap((node) => {
    if (node.type !== "Literal" || typeof node.value !== "string" || !/<%[\s\S]*%>/.test(node.value))
      return [];
    return [
      warningAt(node, file, {
        code: "template",
        message:
          "A template with `<% %>`: `_.template` makes a function of its text, in which a misspelt name is only found when it runs.",
        hint: "Join the texts.",
      }),
    ];
  });
}

const laterGlobals =
  "Buffer Map Promise Proxy Reflect Set Symbol URL URLSearchParams WeakMap fetch globalThis process structuredClone".split(
    " ",
  );

/** Names that only today's runtime has. */
function notInLegacy(script: ParsedScript, file: string): Diagnostic[] {
  const through = script.scopes.scopes[0]?.through ?? [];
  const found = laterGlobals.flatMap(
    (name) => through.find(({ identifier }) => identifier.name === name) ?? [],
  );
  return found.map(({ identifier }) =>
    warningAt(identifier as unknown as AnyNode, file, {
      code: "not-in-legacy",
      message: `The legacy runtime does not have \`${identifier.name}\`; today's has it.`,
      hint: "Nothing is to be done, if the integration is converted.",
    }),
  );
}
