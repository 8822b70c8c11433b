import type { AnyNode } from "acorn";
import {
  type FunctionNode,
  isFunction,
  nodesWithin,
  propertyName,
  returnedBy,
} from "../../inference/nodes.ts";
import { isShown, returnsCredentials } from "../../inference/returned-credentials.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { type Method, methodCalled } from "../../model/methods.ts";
import { membersOf } from "../cut/members.ts";
import { nodesOf } from "../rewrite/strict-mode-finding.ts";
import { type AnalyzedScript, warningAt } from "./finding.ts";

/** Finds uses of bundles that have no effect, or more than was meant. */
export function bundleFindings(reported: AnalyzedScript): Diagnostic[] {
  const { script, file } = reported;
  const found = membersOf(script);
  const methods =
    "because" in found ? [] : found.members.filter(({ name }) => reported.methods.includes(name));
  return [
    ...methods.flatMap(({ name, value, node }) => ofMethod(name, value, node, reported)),
    ...nodesOf(script).flatMap((node) => unreadWrite(node, file)),
  ];
}

function ofMethod(
  name: string,
  value: AnyNode,
  node: AnyNode,
  { file, metadata }: AnalyzedScript,
): Diagnostic[] {
  if (!isFunction(value)) return [];
  const keys = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  const method = methodCalled(name, {
    trigger: keys(metadata.triggers),
    action: keys(metadata.actions),
    search: keys(metadata.searches),
    hydrator: metadata.hydrators,
  });
  if (!method) return [];
  const only = idleResult(value, method);
  if (only)
    return [
      warningAt(node, file, {
        code: "idle-method",
        message: `\`${name}\` only returns \`${only}\`.`,
        hint:
          method.phase === "pre"
            ? "Remove it: without it the platform does the same."
            : "Remove it, or return the parsed content: the platform then parses the response itself.",
      }),
    ];
  if (!isShown(method)) return [];
  const inner = nodesWithin(value.body);
  const parts = {
    parameters: value.params,
    variables: inner.filter((it) => it.type === "VariableDeclarator"),
  };
  return [...returnedBy(value), ...inner.flatMap((it) => givenTo(value.params[1], it))].flatMap((it) =>
    returnsCredentials(it, parts) ? [warningAt(it, file, leaking(name))] : [],
  );
}

/** `bundle.request` of a `pre_` method that does no more than return it; of a `post_` method `bundle.response`. */
function idleResult({ params, body }: FunctionNode, { phase }: Method): string | undefined {
  const [bundle] = params;
  const [only] = body.type === "BlockStatement" && body.body.length === 1 ? body.body : [];
  if (phase === "full" || bundle?.type !== "Identifier" || only?.type !== "ReturnStatement") return undefined;
  const path = `${bundle.name}.${phase === "pre" ? "request" : "response"}`;
  return only.argument && pathOf(only.argument) === path ? path : undefined;
}

/** The result that a call hands to a callback. */
function givenTo(callback: AnyNode | undefined, node: AnyNode): AnyNode[] {
  if (callback?.type !== "Identifier" || node.type !== "CallExpression") return [];
  const isCalled = node.callee.type === "Identifier" && node.callee.name === callback.name;
  return isCalled && node.arguments[1] ? [node.arguments[1]] : [];
}

function leaking(name: string): Pick<Diagnostic, "code" | "message" | "hint"> {
  return {
    code: "returned-credentials",
    message: `\`${name}\` returns the account's credentials as a part of its result: users see them, and later steps get them.`,
    hint: "Return only what users need: not `bundle`, `bundle.request` or `bundle.auth_fields`.",
  };
}

/** `bundle.request`, of a chain of plain names. */
function pathOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return undefined;
  const object = pathOf(node.object);
  const name = propertyName(node.property, node);
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}

/** `bundle.response.status_code = 200`: the platform has read the status before. */
function unreadWrite(node: AnyNode, file: string): Diagnostic[] {
  if (node.type !== "AssignmentExpression") return [];
  const path = pathOf(node.left);
  if (!path || !/^bundle\.(?:response\.\w+|meta(?:\.\w+)?|zap(?:\.\w+)?|auth_fields\.\w+)$/.test(path))
    return [];
  return [
    warningAt(node, file, {
      code: "unread-write",
      message: `Nothing reads \`${path}\` after the method: to set it changes nothing on the platform.`,
      hint: "Return what is to change, or throw an exception that says what is wrong.",
    }),
  ];
}
