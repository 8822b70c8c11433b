import type { Node } from "oxc-parser";
import { type Code, code, joined } from "./code.ts";
import { Frame, type FrameShape } from "./frame.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { boundBy } from "./patterns.ts";
import { is, isPattern, type NodeOf } from "./syntax.ts";

type AnyFunction = NodeOf<"FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression">;

export const functions: Rows = {
  FunctionDeclaration: (node, lowering) => {
    return node.body ? functionCode(node, lowering, { name: node.id && lowering.nameOf(node.id) }) : "";
  },
  FunctionExpression: (node, lowering) => {
    return functionCode(node, lowering, { name: node.id && lowering.nameOf(node.id) });
  },
  ArrowFunctionExpression: (node, lowering) => functionCode(node, lowering, { isArrow: true }),
  ThisExpression: (node, lowering) => thisCode(lowering, node),
  MetaProperty: (node, lowering) => {
    if (node.meta.name !== "new") return lowering.inside(node);
    lowering.frame.ofThis.needsNewTarget = true;
    return lowering.own.newTarget;
  },
  // What waits is a trap. A package may have it, as long as it is not bundled.
  AwaitExpression: ({ argument }, lowering) => code`(${lowering.of(argument)})`,
  YieldExpression: ({ argument }, lowering) => (argument ? code`(${lowering.of(argument)})` : "(void 0)"),
};

interface Shape extends FrameShape {
  readonly name?: Code | null;
}

/** A function, or a method, as a function of ES5. */
export function functionCode(node: AnyFunction, lowering: Lowering, { name, ...shape }: Shape = {}): Code {
  return code`function ${name ?? ""}${signatureAndBody(node, lowering, shape)}`;
}

/** The parameters and the body of a function of ES5. */
export function signatureAndBody(node: AnyFunction, lowering: Lowering, shape: FrameShape = {}): Code {
  return lowering.within(new Frame(node, lowering.frame, shape), () => {
    const { names, opening } = parameters(node, lowering);
    return code`(${names}) ${bodyOf(node, lowering, opening)}`;
  });
}

/** The parameters that are left, and the statements that make the others of them. */
export function parameters({ params }: Pick<AnyFunction, "params">, lowering: Lowering) {
  const names: Code[] = [];
  const opening: Code[] = [];
  params.forEach((given, index) => {
    const param = is(given, "TSParameterProperty") ? given.parameter : (given as Node);
    if (is(param, "Identifier")) {
      if (param.name !== "this") names.push(lowering.nameOf(param));
    } else if (is(param, "RestElement")) {
      opening.push(restParameter(param.argument, index, lowering));
    } else {
      const { left, right = undefined } = is(param, "AssignmentPattern") ? param : { left: param };
      if (is(left, "Identifier")) {
        const name = lowering.nameOf(left);
        names.push(name);
        const value = lowering.of(right as Node);
        opening.push(code`if (${name} === void 0) { ${name} = ${value}; }\n`);
      } else {
        const name = lowering.temporary({ isDeclared: false });
        names.push([{ start: param.start, end: param.start }, name]);
        const bound = boundBy(left, { text: name, isName: true }, lowering, right);
        if (bound.length > 0) opening.push(code`var ${joined(bound, ", ")};\n`);
      }
    }
  });
  return { names: joined(names, ", "), opening };
}

/** `...rest` -> `var rest = []; for (var _i = 1; _i < arguments.length; _i++) { rest[_i - 1] = arguments[_i]; }` */
function restParameter(argument: Node, index: number, lowering: Lowering): Code {
  const isName = is(argument, "Identifier");
  const name = isName ? lowering.nameOf(argument) : lowering.temporary({ isDeclared: false });
  const at = lowering.index();
  const place = index > 0 ? `${at} - ${index}` : at;
  const filling = code`var ${name} = [];
for (var ${at} = ${String(index)}; ${at} < arguments.length; ${at}++) { ${name}[${place}] = arguments[${at}]; }\n`;
  if (isName || !isPattern(argument)) return filling;
  return code`${filling}var ${joined(boundBy(argument, { text: name, isName: true }, lowering), ", ")};\n`;
}

/** The body of a function, behind statements and what they and the body need declared. */
function bodyOf(node: AnyFunction, lowering: Lowering, opening: Code): Code {
  const { body } = node;
  if (!is(body, "BlockStatement")) {
    const value = lowering.of(body as Node);
    return code`{ ${declared(lowering)}${opening}return ${value};\n}`;
  }
  const { directives, rest } = statementsIn(body, lowering);
  return code`{${directives}\n${declared(lowering)}${opening}${rest}`;
}

/** The statements of a function without the `{` before them, after its directives. */
export function statementsIn(
  { body, start, end }: Pick<NodeOf<"BlockStatement" | "StaticBlock">, "body" | "end" | "start">,
  lowering: Lowering,
) {
  const directives = body.filter((it) => "directive" in it && it.directive);
  const opening = directives.at(-1)?.end ?? start + 1;
  const rest = lowering.parts(body.slice(directives.length), { start: opening, end });
  return { directives: { start: start + 1, end: opening }, rest };
}

/** What the function that is lowered needs declared where it begins. */
export function declared({ frame, own }: Lowering): Code {
  const variables = frame.variables.length > 0 ? `var ${frame.variables.join(", ")};\n` : "";
  const self = frame.needsThis && !frame.shape.thisName ? `var ${own.this} = this;\n` : "";
  return `${variables}${self}${newTarget(frame, own.newTarget)}`;
}

function newTarget({ needsNewTarget, node }: Frame, name: string): string {
  if (!needsNewTarget) return "";
  const { id } = node as { readonly id?: { readonly name: string } | null };
  const value = id ? `this && this instanceof ${id.name} ? this.constructor : void 0` : "this.constructor";
  return `var ${name} = ${value};\n`;
}

/** `this`, or the variable that holds it in functions inside. */
export function thisCode({ frame, own }: Lowering, node?: Node): Code {
  const { ofThis } = frame;
  if (ofThis.shape.thisName) return ofThis.shape.thisName;
  if (frame === ofThis) return node ? { start: node.start, end: node.end } : "this";
  ofThis.needsThis = true;
  return own.this;
}
