import fc from "fast-check";
import { type Code, code, of, oneOf, type Pieces, pick, varName } from "./code.ts";
import type { Scope } from "./scope.ts";

/** Loops that end, the inside of each in a block of its own; `later` keeps functions until the program is over. */
export function loops({ number, list, record, condition, statements }: Pieces): fc.Arbitrary<Code> {
  const kept = of([fc.boolean(), number], (isKept, a) => (isKept ? code`later(() => ${a});` : () => ""));
  const body: fc.Arbitrary<Code> = of(
    [statements, kept],
    (inside, function_) => code`step();\n${inside}\n${function_}`,
  );
  return oneOf(
    [3, of([pick, body], counted)],
    [3, of([pick, list, body], (index, values, it) => forOf(index, values, it))],
    [1, of([pick, record, number, body], forOfRecords)],
    [2, of([varName, varName, number, body], varCounted)],
    [1, of([varName, list, body], varOf)],
    [1, of([fc.constantFrom("const", "let", "var"), pick, pick, list, number, body], forOfPairs)],
    [1, of([pick, list, body], forOfSet)],
    [1, of([number, body], constCounted)],
    [2, of([fc.constantFrom("const", "let", "var"), record, body], forIn)],
    [2, of([pick, fc.nat(2), number, body], countedByFunctions)],
    [1, of([fc.constantFrom("while", "do"), condition, body], whileLoop)],
  );
}

function labelled(scope: Scope, write: (inside: Scope) => string): string {
  const label = scope.unique("loop");
  return `${label}: ${write(scope.loop(label))}`;
}

function counted(index: number, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const i = inside.declare("number", index, true);
      const end = inside.declare("number", index, true);
      return `for (let ${i} = 0, ${end} = 3; ${i} < ${end}; ${i}++) {\n${body(inside.block())}\n}`;
    });
}

/** `for (var v1 = …, v2 = 1; …)`, where one of them can be a parameter */
function varCounted(one: Code, other: Code, number: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const [a, b] = [one(inside), other(inside)];
      return `for (var ${a} = ${number(inside)}, ${b} = 1; ${b} < 4; ${b}++) {\n${body(inside.block())}\n}`;
    });
}

function varOf(name: Code, list: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const values = `${list(inside)}.slice(0, 3)`;
      return `for (var ${name(inside)} of ${values}) {\n${body(inside.block())}\n}`;
    });
}

/** Over keys in alphabetical order: mujs gives no other. */
function forIn(keyword: string, record: Code, body: Code): Code {
  return (scope) => {
    const key = scope.unique("key");
    const loop = labelled(scope, (inside) => {
      return `for (${keyword} ${key} in { a: ${record(inside)}, b: 1 }) {\nlater(() => ${key});\n${body(inside.block())}\n}`;
    });
    return keyword === "var" ? `${loop}\nnote(typeof ${key});` : loop;
  };
}

/** A loop with functions in one part of its head. */
function countedByFunctions(index: number, part: number, number: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const i = inside.declare("number", index, true);
      const kept = `later(() => ${i} + ${number(inside.function())})`;
      const first = part === 0 ? `, get = () => ${i}` : "";
      const test = part === 1 ? `${kept}, ${i} < 2` : `${i} < 2`;
      const update = part === 2 ? `${kept}, ${i}++` : `${i}++`;
      const use = part === 0 ? "later(get);\n" : "";
      return `for (let ${i} = 0${first}; ${test}; ${update}) {\nstep();\n${use}${body(inside.block())}\n}`;
    });
}

function forOf(index: number, values: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const written = `${values(inside)}.slice(0, 3)`;
      const keyword = index % 2 ? "const" : "let";
      const name = inside.declare("number", index, keyword === "const");
      return `for (${keyword} ${name} of ${written}) {\n${body(inside.block())}\n}`;
    });
}

/** `for (const [a, b = 1] of …)` */
function forOfPairs(keyword: string, one: number, other: number, list: Code, number: Code, body: Code): Code {
  return (scope) => {
    const names = [scope.unique("pair"), scope.unique("pair")];
    const loop = labelled(scope, (inside) => {
      const [values, otherwise] = [list(inside), number(inside)];
      const [a, b] = keyword === "var" ? names : [one, other].map((it) => inside.declare("number", it, true));
      const block = inside.block();
      block.use(String(a));
      block.use(String(b));
      return `for (${keyword} [${a}, ${b} = ${otherwise}] of [${values}, [3]]) {\nlater(() => ${a} + ${b});\n${body(block)}\n}`;
    });
    return keyword === "var" ? `${loop}\nnote(${names.join(" + ")});` : loop;
  };
}

/** `for (a of …)`, which sets a variable that is there already */
function forOfSet(index: number, list: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const values = `${list(inside)}.slice(0, 3)`;
      const name = inside.variable("number", index, "write");
      return `for (${name ?? "v1"} of ${values}) {\n${body(inside.block())}\n}`;
    });
}

/** `for (const a = …; …; )` */
function constCounted(number: Code, body: Code): Code {
  return (scope) => {
    const count = scope.unique("count");
    const loop = labelled(scope, (inside) => {
      const limit = inside.unique("limit");
      return `for (const ${limit} = ${number(inside)}; ${count}++ < 2; ) {\nlater(() => ${limit});\n${body(inside.block())}\n}`;
    });
    return `let ${count} = 0;\n${loop}`;
  };
}

function forOfRecords(index: number, record: Code, number: Code, body: Code): Code {
  return (scope) =>
    labelled(scope, (inside) => {
      const [one, other] = [record(inside), number(inside)];
      const name = inside.declare("number", index);
      return `for (let { a: ${name} = ${other} } of [${one}, {}]) {\n${body(inside.block())}\n}`;
    });
}

function whileLoop(keyword: string, condition: Code, body: Code): Code {
  return (scope) => {
    const count = scope.unique("count");
    const loop = labelled(scope, (inside) => {
      const test = `${count}++ < 2 && ${condition(inside)}`;
      const written = body(inside.block());
      return keyword === "do" ? `do {\n${written}\n} while (${test});` : `while (${test}) {\n${written}\n}`;
    });
    return `let ${count} = 0;\n${loop}`;
  };
}
