import type { Node } from "oxc-parser";
import { type Code, code, joined } from "./code.ts";
import type { Lowering } from "./lowering.ts";
import { is, isPattern, keyName, type NodeOf, type Pattern, targetsOf, unwrapped } from "./syntax.ts";

/** What is taken apart. */
export interface Value {
  readonly text: Code;
  /** Whether it is the name of a variable, which can be read as often as it takes. */
  readonly isName: boolean;
}

/** Where the parts of a pattern go. */
interface Taking {
  readonly lowering: Lowering;
  /** Puts a part where it belongs. */
  readonly put: (target: Node, value: Code) => void;
  /** Keeps a value in a variable. */
  readonly keep: (value: Code) => string;
}

/** `const { a, b: [c = 1] } = f();` -> `_a = f()`, `a = _a.a`, `_b = _a.b[0]`, `c = _b === void 0 ? 1 : _b` */
export function boundBy(pattern: Node, value: Value, lowering: Lowering, given?: Node): Code[] {
  const parts: Code[] = [];
  const taking: Taking = {
    lowering,
    put: (target, part) => parts.push(code`${lowering.of(target)} = ${part}`),
    keep: (kept) => {
      const name = lowering.temporary({ isDeclared: false });
      parts.push(code`${name} = ${kept}`);
      return name;
    },
  };
  const whole = given ? { text: nameOf(orDefault(value, given, taking), taking), isName: true } : value;
  takeApart(pattern, whole, taking);
  return parts;
}

/** `[a, b.c] = d` -> `a = d[0]`, `b.c = d[1]`, and what gives the value of the whole. */
export function assignedBy(pattern: Pattern, value: Value, lowering: Lowering) {
  const parts: Code[] = [];
  const keep = (kept: Code) => {
    const name = lowering.temporary();
    parts.push(code`${name} = ${kept}`);
    return name;
  };
  const put = (target: Node, part: Code) => parts.push(code`${lowering.of(target)} = ${part}`);
  const taking: Taking = { lowering, put, keep };
  return {
    parts,
    apart: () => takeApart(pattern, value, taking),
    /** Takes it apart where the value of the whole is asked for. */
    whole: () => {
      const text = nameOf(value, taking);
      takeApart(pattern, { text, isName: true }, taking);
      return text;
    },
  };
}

/** What a pattern is set to. A variable that the pattern sets as well cannot be read as often as it takes. */
export function valueFor(pattern: Pattern, right: Node, lowering: Lowering): Value {
  return { text: lowering.of(right), isName: is(right, "Identifier") && !assigns(pattern, right.name) };
}

function assigns(pattern: Pattern, name: string): boolean {
  return targetsOf(pattern).some((it) => is(it, "Identifier") && it.name === name);
}

function takeApart(pattern: Node, value: Value, taking: Taking): void {
  if (is(pattern, "AssignmentPattern")) {
    const given = orDefault(value, pattern.right, taking);
    takeApart(
      pattern.left,
      isPattern(pattern.left) ? { text: nameOf(given, taking), isName: true } : given,
      taking,
    );
  } else if (is(pattern, "ObjectPattern")) takeProperties(pattern, value, taking);
  else if (is(pattern, "ArrayPattern")) takeElements(pattern, value, taking);
  else taking.put(unwrapped(pattern), value.text);
}

/** `_a === void 0 ? 1 : _a` */
function orDefault(value: Value, given: Node, taking: Taking): Value {
  const name = nameOf(value, taking);
  const text = code`${name} === void 0 ? ${taking.lowering.of(given)} : ${name}`;
  return { text, isName: false };
}

function nameOf({ text, isName }: Value, taking: Taking): Code {
  return isName ? text : taking.keep(text);
}

function takeProperties({ properties }: NodeOf<"ObjectPattern">, given: Value, taking: Taking): void {
  const hasRest = properties.some(({ type }) => type === "RestElement");
  const isOnce =
    properties.length === 1 && !hasRest && keyName(properties[0] as NodeOf<"Property">) !== undefined;
  const object = isOnce ? memberOf(given) : nameOf(given, taking);
  const names: Code[] = [];
  for (const it of properties) {
    if (it.type === "RestElement") {
      const rest = code`${taking.lowering.helper("__rest")}(${object}, [${joined(names, ", ")}])`;
      takeApart(it.argument, { text: rest, isName: false }, taking);
      continue;
    }
    const name = keyName(it);
    const key = name === undefined ? taking.keep(taking.lowering.of(it.key)) : undefined;
    names.push(key ? `${key} + ""` : JSON.stringify(name));
    const text = key ? code`${object}[${key}]` : code`${object}${access(it, taking.lowering)}`;
    takeApart(it.value, { text, isName: false }, taking);
  }
}

/** `.a`, `["a-b"]`, `[1]` */
function access({ key, computed }: NodeOf<"Property">, lowering: Lowering): Code {
  const name: Code = { start: key.start, end: key.end };
  return !computed && is(key, "Identifier") ? code`.${name}` : code`[${lowering.of(key)}]`;
}

function takeElements({ elements }: NodeOf<"ArrayPattern">, given: Value, taking: Taking): void {
  const list = listOf(elements, given, taking);
  elements.forEach((it, index) => {
    if (it === null) return;
    if (is(it, "RestElement")) {
      takeApart(it.argument, { text: code`${list}.slice(${String(index)})`, isName: false }, taking);
    } else takeApart(it, { text: code`${list}[${String(index)}]`, isName: false }, taking);
  });
}

function listOf(elements: readonly (Node | null)[], given: Value, taking: Taking): Code {
  const { lowering } = taking;
  if (!lowering.iterates)
    return elements.length === 1 && elements[0] ? memberOf(given) : nameOf(given, taking);
  const count = is(elements.at(-1), "RestElement") ? "" : `, ${elements.length}`;
  return taking.keep(code`${lowering.helper("__read")}(${given.text}${count})`);
}

/** `f()` -> `(f())`, so that a member of it can be read. */
function memberOf({ text, isName }: Value): Code {
  return isName ? text : code`(${text})`;
}
