import fc from "fast-check";
import { type Code, code, of, oneOf, type Pieces, variable, varName, word } from "./code.ts";
import type { Scope } from "./scope.ts";

/** Statements that are seldom written, and that compilers get wrong. */
export function rarities(pieces: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [2, declaredTwice(pieces)],
    [3, functionsInCases(pieces)],
    [2, defaultsOfDefaults(pieces)],
    [3, optionalChains(pieces)],
    [1, taggedTwice(pieces)],
    [2, accessorsBesideSpread(pieces)],
    [2, ownArguments(pieces)],
    [1, variableOfCatch(pieces)],
    [2, patternsOfMembers(pieces)],
    [1, classesOfRounds(pieces)],
  );
}

/** A statement with a name that nothing else has. */
function named(prefix: string, write: (name: string) => Code): Code {
  return (scope) => write(scope.unique(prefix))(scope);
}

/** A piece in a function of its own. */
function inFunction(piece: Code): Code {
  return (scope) => piece(scope.function());
}

/** `for (var v0 = 1, v1 = 0, v0 = 2, v1; …)` */
function declaredTwice({ number, statements }: Pieces): fc.Arbitrary<Code> {
  return of([varName, varName, number, number, statements], (a, b, one, two, body) => (scope) => {
    const label = scope.unique("loop");
    const inside = scope.loop(label);
    const [first, second] = [a(inside), b(inside)];
    const head = `var ${first} = ${one(inside)}, ${second} = 0, ${first} = ${two(inside)}, ${second}`;
    return `${label}: for (${head}; ${second} < 2; ${second}++) {\nstep();\n${body(inside.block())}\n}`;
  });
}

function functionsInCases({ number, statements }: Pieces): fc.Arbitrary<Code> {
  const isLeft = fc.tuple(fc.boolean(), fc.boolean());
  return of([isLeft, number, number, number, statements], ([one, other], value, a, b, body) => (scope) => {
    const [first, second] = [scope.unique("case"), scope.unique("case")];
    const inside = scope.block();
    const written = (piece: Code) => piece(inside.function());
    return `switch (${value(scope)}) {
case 1:
note(${second}());
function ${first}(n = ${written(a)}) {\nreturn n + 1;\n}${one ? "\nbreak;" : ""}
default:
${body(inside.part())}
later(${first});${other ? "\nbreak;" : ""}
case 2:
note(typeof ${first});
function ${second}() {\nreturn ${first}(2) + ${written(b)};\n}
}`;
  });
}

function defaultsOfDefaults({ number, record, list }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [
      1,
      of([record, number], (it, n) =>
        named(
          "x",
          (x) =>
            code`const { a: ${x} = ${n}, b: ${x}b = ${x}, [\`\${${x}b}\`]: ${x}c = [${x}, ${x}b], c: { d: ${x}d = () => ${x} } = {} }: any = ${it};\nnote(${x}c);\nlater(() => typeof ${x}d === "function" ? ${x}d() : ${x}d);`,
        ),
      ),
    ],
    [
      1,
      of([list, number, number], (values, n, m) =>
        named(
          "given",
          (given) =>
            code`function ${given}([p = ${inFunction(n)}, q = () => p]: any = [], r = q, { length: s = p, [s]: t = r }: any = "none", ...[u = t, ...w]: any[]) {\np = ${inFunction(m)};\nreturn [typeof q === "function" ? q() : q, s, typeof t, typeof u, w];\n}\nnote(${given}());\nnote(${given}(${values}, ...${values}));`,
        ),
      ),
    ],
  );
}

function optionalChains({ number, list, record }: Pieces): fc.Arbitrary<Code> {
  const maybe = variable("maybe", "none");
  return oneOf(
    [1, of([maybe, number], (it, n) => code`note(${it}?.f?.(${n})?.toString?.().length);`)],
    [
      1,
      of([maybe, word("?.c?.d", "?.a", '?.["b"]', '?.c[note("d")]'), fc.boolean()], (it, chain, isNoted) =>
        isNoted ? code`note(delete ${it}${chain});` : code`delete ${it}${chain};`,
      ),
    ],
    [1, of([maybe, list], (it, values) => code`note((${it}?.f)?.(...${values}));`)],
    // Not a method that takes numbers of one range in ES5 and of another one since, such as `toFixed`.
    [1, of([maybe, number], (it, n) => code`note(${it}?.c[note("d")].valueOf?.(note(${n})));`)],
    [1, of([record, number], (it, n) => code`note((${it} as any).f?.call?.({ a: 9 }, ${n}));`)],
    [
      1,
      of(
        [maybe, maybe, number],
        (it, other, n) => code`if (!${it}?.a && ${other}?.c?.d !== ${n}) note("none");`,
      ),
    ],
    [1, of([maybe, number], (it, n) => code`note(${it}?.[note("a")] ?? (${it}?.c || ${n}));`)],
    [
      1,
      of(
        [number],
        (n) =>
          code`note(new (class Own {\nn = ${inFunction(n)};\nget?: any;\nown() {\nreturn this.get?.(this.n) ?? this?.n;\n}\n})().own?.());`,
      ),
    ],
  );
}

/** One template has one array of strings, and two have two. */
function taggedTwice({ number }: Pieces): fc.Arbitrary<Code> {
  return of([number, number], (a, b) =>
    named(
      "strings",
      (name) =>
        code`const ${name} = (n: number) => ((texts: any) => texts)\`a\${n}\\x\${${inFunction(a)}}\`;\nnote(${name}(1) === ${name}(${b}));\nnote(${name}(1) === (() => ((texts: any) => texts)\`a\${1}\\x\${2}\`)());\nnote(${name}(2).raw);`,
    ),
  );
}

/** A data property never takes the place of an accessor: in mujs the accessor stays. */
function accessorsBesideSpread({ number, record }: Pieces): fc.Arbitrary<Code> {
  const member = oneOf(
    [1, of([record], (it) => code`...${it}`)],
    [1, of([number], (n) => code`get g() {\nreturn ${inFunction(n)};\n}`)],
    [1, word("get g() {\nreturn 8;\n},\nset g(v) {\nnote(v);\n}")],
    [1, word('get ["h"]() {\nreturn "got";\n}')],
    [1, of([number], (n) => code`[note("c")]: { d: ${n} }`)],
    [1, of([number], (n) => code`a: ${n}`)],
    [1, word("...none")],
    [1, word("f(n = 1) {\nreturn n + this.g;\n}")],
  );
  return of([fc.array(member, { minLength: 2, maxLength: 5, size: "max" }), number], (members, n) =>
    named(
      "box",
      (name) => (scope) =>
        `const ${name}: any = { ${members.map((it) => it(scope)).join(", ")} };\nnote(${name});\ntry {\n${name}.g = ${n(scope.block())};\n} catch {\nnote("read only");\n}\nnote(${name}.g);`,
    ),
  );
}

function ownArguments({ number, list, statements }: Pieces): fc.Arbitrary<Code> {
  return of([number, number, list, statements], (a, b, values, body) => (scope: Scope) => {
    const inside = scope.function();
    const [otherwise, written] = [a(inside), body(inside)];
    return `note((function (this: any, x: any = ${otherwise}, y: any = arguments.length) {
step();
const all = () => [arguments.length, x, y, ...Array.prototype.slice.call(arguments, 1)];
x = 5;
later(all);
for (const it of [1, 2]) later(() => it + arguments.length);
${written}
return all();
} as any).call({}, ${b(scope)}, ...${values(scope)}));`;
  });
}

/** A `var` of the name of what is caught sets what is caught. */
function variableOfCatch({ number }: Pieces): fc.Arbitrary<Code> {
  return of(
    [varName, number, number],
    (name, a, b) =>
      code`try {\nthrow ${a};\n} catch (${name}) {\nnote(${name});\nvar ${name} = ${b} as any;\nnote(${name});\n}\nnote(${name});`,
  );
}

function patternsOfMembers({ number, list, record }: Pieces): fc.Arbitrary<Code> {
  const target = word("a", "b", "c");
  return oneOf(
    [
      1,
      of(
        [variable("record", "({} as any)"), target, variable("list", "([] as any[])"), list, number],
        (it, key, values, given, n) =>
          code`[${it}.${key}, ${values}[note(0)], ${it}[note("a")] = ${n}] = ${given} as any;`,
      ),
    ],
    [
      1,
      of(
        [variable("record", "({} as any)"), record, number],
        (it, given, n) => code`({ a: (${it} as any).a = ${n}, ...(${it} as any).c } = ${given} as any);`,
      ),
    ],
    [
      1,
      of(
        [variable("record", "({} as any)"), variable("list", "([] as any[])"), number],
        (it, values, n) =>
          code`note((${it} as any).c ??= { d: ${n} });\nnote(${values}[note(0)] ??= ${n});\nnote((${it} as any)[note("a")] **= 2);\nnote(${values}[0]--);`,
      ),
    ],
  );
}

/** A class of each round of a loop. */
function classesOfRounds({ number, list }: Pieces): fc.Arbitrary<Code> {
  return of([list, number], (values, n) =>
    named(
      "Round",
      (name) => (scope) =>
        `for (const ${name}v of ${values(scope)}.slice(0, 2)) {
class ${name} {
static made = ${name}v;
own = ${name}v + ${inFunction(n)(scope)};
#hidden = () => this.own + ${name}v;
get shown() {\nreturn this.#hidden();\n}
}
later(() => new ${name}().shown);
later(() => new (class Other extends ${name} {\nown = super.shown + ${name}v;\n})().own);
}`,
    ),
  );
}
