import fc from "fast-check";
import { type Code, code, of, oneOf, type Pieces, pick, varName } from "./code.ts";
import type { Type } from "./scope.ts";

/** Declares a variable of a type; what it begins with is written first, where the name is not known yet. */
function declared(type: Type, value: fc.Arbitrary<Code>): fc.Arbitrary<Code> {
  return of([fc.constantFrom("let", "const"), pick, value], (keyword, index, begin) => (scope) => {
    const written = begin(scope);
    return `${keyword} ${scope.declare(type, index, keyword === "const")} = ${written};`;
  });
}

export function declarations(pieces: Pieces): fc.Arbitrary<Code> {
  const { number, text, list, record, call } = pieces;
  return oneOf(
    [4, declared("number", number)],
    [
      2,
      declared(
        "text",
        text.map((it) => code`cut(${it})`),
      ),
    ],
    [
      2,
      declared(
        "list",
        list.map((it) => code`cut(${it})`),
      ),
    ],
    [2, declared("record", record)],
    [1, declared("call", call)],
    [
      1,
      of([pick, number], (index, a) => (scope) => {
        const written = a(scope);
        const name = scope.declare("number", index);
        return `let ${name};\nnote(${name});\n${name} = ${written};`;
      }),
    ],
    [
      1,
      declared(
        "maybe",
        record.map((it) => code`chance() ? ${it} : undefined`),
      ),
    ],
    [2, of([varName, number], (name, a) => code`var ${name} = ${a};`)],
    [1, of([varName], (name) => code`var ${name};\nnote(${name});`)],
    [1, of([varName, varName, list, number], varPattern)],
    [3, destructuredRecord(pieces)],
    [3, destructuredList(pieces)],
    [3, functionDeclaration(pieces)],
  );
}

/** What it reads can be what it sets. */
function varPattern(one: Code, other: Code, list: Code, otherwise: Code): Code {
  return code`var { length: ${one}, 0: ${other} = ${otherwise}, 1: ${one} = ${other} } = ${list};`;
}

function destructuredRecord({ number, text, record }: Pieces): fc.Arbitrary<Code> {
  return of([pick, pick, pick, pick, record, number, text], (one, two, three, four, it, n, t) => (scope) => {
    const written = [it, n, t, n].map((piece) => piece(scope));
    const a = scope.declare("number", one);
    const b = scope.declare("text", two);
    const d = scope.declare("number", three);
    const others = scope.declare("record", four);
    return `let { a: ${a} = ${written[1]}, b: ${b} = ${written[2]}, c: { d: ${d} = ${a} } = {}, ...${others} } = ${written[0]};`;
  });
}

function destructuredList({ number, list }: Pieces): fc.Arbitrary<Code> {
  return of([pick, pick, pick, list, number], (one, two, three, it, n) => (scope) => {
    const values = it(scope);
    const otherwise = n(scope);
    const [first, second] = [scope.declare("number", one), scope.declare("number", two)];
    const others = scope.declare("list", three);
    return `let [${first} = ${otherwise}, ${second} = ${first}, ...${others}] = ${values};`;
  });
}

function functionDeclaration({ number, statements }: Pieces): fc.Arbitrary<Code> {
  return of([pick, pick, number, varName, statements, number], (one, two, a, v, body, result) => (scope) => {
    const inside = scope.function();
    const otherwise = a(inside);
    const [first, others] = [inside.declare("number", one), inside.declare("list", two)];
    const written = `step();\n${body(inside)}\nreturn ${result(inside)};`;
    const name = scope.declareFunction();
    const second = v(scope);
    // A default cannot read a parameter behind it.
    const given = new RegExp(`\\b${second}\\b`).test(otherwise) ? "1" : otherwise;
    return `function ${name}(${first}: number = ${given}, ${second} = ${first}, ...${others}: number[]): number {\n${written}\n}`;
  });
}

/** Functions of a number and more numbers. */
export function calls({ number, record, statements, call }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [1, fc.constant<Code>(() => "((n: number) => n + 1)")],
    [4, pick.map((index) => (scope) => scope.variable("call", index) ?? "((n = 2) => n)")],
    [2, of([number], (a) => code`((n: number, ...others: number[]) => n + others.length + ${a})`)],
    [1, of([call, number], (f, a) => code`((n) => ${f}(n, ${a}))`)],
    [1, of([record], (it) => code`((n, { a: x = n, ...others } = ${it}) => x + Object.keys(others).length)`)],
    [
      2,
      of([pick, statements, number], (index, body, result) => (scope) => {
        const inside = scope.function();
        const name = inside.declare("number", index);
        return `((${name}) => {\nstep();\n${body(inside)}\nreturn ${result(inside)};\n})`;
      }),
    ],
  );
}
