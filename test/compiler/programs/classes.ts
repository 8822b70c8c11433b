import fc from "fast-check";
import { type Code, code, of, oneOf, type Pieces, word } from "./code.ts";
import type { Scope } from "./scope.ts";

/** A member of a class, written where `this` is an object of it, and `super` what it extends. */
type Member = (scope: Scope, base: string | undefined) => string;

/** A class, maybe one that extends another, and a use of it. */
export function classes(pieces: Pieces): fc.Arbitrary<Code> {
  const used = use(pieces);
  return fc
    .tuple(fc.nat(99), fc.nat(3), fc.subarray([...members]), pieces.number, pieces.statements, used)
    .map(([index, form, chosen, number, body, end]) => (scope) => {
      const base = form > 0 ? scope.classes[index % scope.classes.length] : undefined;
      const inside = { number, body };
      const written = [constructed, method, ...chosen].map((member) => member(inside)(scope, base));
      const name = scope.unique("Shape");
      const other = scope.classes[(index + 1) % scope.classes.length];
      scope.classes.push(name);
      return `${declared({ name, base, other, form }, written.join("\n"))}\n${end(name)(scope)}`;
    });
}

interface Declared {
  readonly name: string;
  readonly base: string | undefined;
  /** Another class that can be extended in its place. */
  readonly other: string | undefined;
  readonly form: number;
}

/** A class, a class that is a value, one that extends what is not known before, or one that is made twice, by a function. */
function declared({ name, base, other, form }: Declared, written: string): string {
  if (!base) return `class ${name} {\n${written}\n}`;
  if (form === 1) return `class ${name} extends ${base} {\n${written}\n}`;
  if (form === 2)
    return `const ${name} = class ${name} extends (chance() ? ${base} : ${other}) {\n${written}\n};`;
  const mix = `mix${name}`;
  return `const ${mix} = (Base: any) => class ${name} extends Base {\n${written}\n};\nconst ${name}: any = ${mix}(${mix}(${base}));`;
}

interface Inside {
  readonly number: Code;
  readonly body: Code;
}

function constructed({ number }: Inside): Member {
  return (scope, base) => {
    const inside = scope.function();
    const otherwise = number(inside);
    if (!base)
      return `size = 1;\nconstructor(protected first = ${otherwise}, ...others: number[]) {\nnote(this.size + others.length);\n}`;
    return `more = 2;\nconstructor(readonly own = ${otherwise}) {\nsuper(own + 1, 7);\nnote(this.size + this.more);\n}`;
  };
}

function method({ number, body }: Inside): Member {
  return (scope, base) => {
    const inside = scope.function();
    const otherwise = number(inside);
    const n = inside.declare("number", 0);
    const from = base ? `super.grow(${n}, 1)` : "this.first";
    return `grow(${n}: number = ${otherwise}, ...others: number[]): number {\nstep();\n${body(inside)}\nreturn ${from} + others.length + ${n};\n}`;
  };
}

const members: readonly ((inside: Inside) => Member)[] = [
  ({ number }) =>
    (scope) =>
      `get twice() {\nreturn this.size * 2 + ${number(scope.function())};\n}\nset twice(n: number) {\nthis.size = n;\n}`,
  ({ number }) =>
    (scope) =>
      `readonly bound = (n = ${number(scope.function())}) => n + this.size;`,
  ({ number }) =>
    (scope) =>
      `static made = ${number(scope.function())};`,
  ({ number }) =>
    (scope) =>
      `static make(n = ${number(scope.function())}) {\nreturn new this(n);\n}`,
  () => (_, base) => `["de" + "scribe"]() {\nreturn "${base ?? "no"} base " + this.size;\n}`,
  ({ number }) =>
    (scope) =>
      `#secret = ${number(scope.function())};\nreveal() {\nconst shown = this.#secret++ + this.#twice();\nreturn shown;\n}\n#twice() {\nreturn 2 * this.size;\n}`,
  ({ number }) =>
    (scope) =>
      `static #count = 1;\nstatic {\nthis.#count += 2;\nnote(this.#count + ${number(scope.function())});\n}`,
  ({ number }) =>
    (scope) =>
      `static {\nvar v0 = ${number(scope.function())};\nnote(v0);\n}`,
  ({ number }) =>
    (scope) =>
      `[note("k") + 1] = ${number(scope.function())};\n"quoted name" = this.size;\n5 = () => this.size + ${number(scope.function())};`,
  ({ number }) =>
    (scope) =>
      `static get kind() {\nreturn ${number(scope.function())};\n}\nnewTarget() {\nreturn new.target === undefined;\n}`,
  ({ number }) =>
    (scope) =>
      `#inner = ${number(scope.function())};\nget #hidden() {\nreturn (this.#inner + 1);\n}\nset #hidden(n) {\nthis.#inner = n;\n}\nhide() {\nthis.#hidden ||= 4;\nreturn ++this.#hidden;\n}\nstatic #of(n: number) {\nreturn n + 1;\n}\nstatic of = (n: number) => this.#of(n);`,
  () => (_, base) => `get above() {\nreturn ${base ? "super.twice" : "this.size"};\n}`,
  () => () => "toString() {\nreturn `size ` + this.size;\n}",
  ({ number }) =>
    (scope) =>
      `raise(n = ${number(scope.function())}) {\nsuper.level = n;\nsuper.level += 2;\n[super.twice, super.own = n] = [3];\n({ a: super.level } = { a: n });\nfor (super.size of [1, n]);\nreturn [super.level, super.size++, --super.level, (super.none ??= n), (super.own ||= 4)];\n}`,
  ({ number }) =>
    (scope) =>
      `static get ["le" + "vel"]() {\nreturn ${number(scope.function())};\n}\nstatic set level(n) {\nnote(n);\n}\nstatic "a name" = () => this.level;\nstatic up() {\nsuper.height = 2;\nreturn super.make?.(1).size;\n}`,
  ({ number }) =>
    (scope) =>
      `get = 1;\nstatic static = 2;\nset() {\nreturn ${number(scope.function())};\n}\nasync() {\nreturn this.set() + this.get;\n}\nget twice() {\nreturn 4;\n}`,
  () => (_, base) =>
    `high = () => ${base ? "super.grow(1)" : "super.toString().length"};\nget ["to" + "p"]() {\nreturn () => super.valueOf() === this;\n}`,
  ({ number }) =>
    (scope) =>
      `#x = 1;\n#y = ${number(scope.function())};\nswap() {\n[this.#x, this.#y] = [this.#y, this.#x];\n({ a: this.#x = 2 } = { a: this.#x });\nthis.#y **= 2;\nreturn [this.#x--, this.#y ?? 0];\n}`,
  ({ number }) =>
    (scope) =>
      `later() {\nlater(() => this.size + ${number(scope.function())});\nreturn [1, 2].map((n) => n + this.size);\n}`,
];

function use({ number }: Pieces): fc.Arbitrary<(name: string) => Code> {
  const uses = oneOf(
    [1, of([number], (a) => code`note(shape.grow(${a}));`)],
    [
      1,
      word(
        "note(String(shape));",
        "note(shape.twice);",
        "shape.twice = 5;\nnote(shape.twice);",
        "note(shape.bound?.());",
      ),
    ],
    [
      1,
      word(
        "note(shape.later?.());",
        "note(Shape.made);",
        "note(Shape.make?.(3).first);",
        "note(shape.describe?.());",
        "note(shape.reveal?.());",
        "note(shape.hide?.());\nnote(Shape.of?.(2));",
      ),
    ],
    [
      1,
      word(
        "note(shape instanceof Shape && shape.constructor === Shape);",
        "note(Object.keys(shape).sort().length);",
        'note(shape["quoted name"]);\nnote(shape.k1);\nnote(shape[5]?.());',
        "note(Shape.kind);\nnote(shape.newTarget?.());\nnote(shape.above);",
        "note(shape.raise?.());\nnote(shape.level);",
        'note(Shape["a name"]?.());\nnote(Shape.up?.());',
        "note(shape.async?.());\nnote(Shape.static);\nnote(shape.high?.());\nnote(shape.top?.());",
        "note(shape.swap?.());",
      ),
    ],
  );
  return fc
    .tuple(fc.option(number), fc.array(uses, { maxLength: 4, size: "max" }))
    .map(([given, all]) => (name) => (scope) => {
      const shape = scope.unique("shape");
      const lines = all.map((it) =>
        it(scope)
          .replaceAll(/\bshape\b/g, shape)
          .replaceAll(/\bShape\b/g, name),
      );
      return [`const ${shape}: any = new ${name}(${given?.(scope) ?? ""});`, ...lines].join("\n");
    });
}
