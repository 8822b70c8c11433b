import fc from "fast-check";
import { classes } from "./classes.ts";
import { type Code, changing, code, of, oneOf, type Pieces, pick, variable, word } from "./code.ts";
import { declarations } from "./declarations.ts";
import { enumBody, enumNotes } from "./enums.ts";
import { loops } from "./loops.ts";
import { rarities } from "./rarities.ts";

/** Some statements of one block, each on a line. */
export function statements(pieces: Pieces): fc.Arbitrary<Code> {
  const one = oneOf(
    [6, of([pieces.number], (a) => code`note(${a});`)],
    [1, of([pieces.text], (a) => code`note(${a});`)],
    [1, of([pieces.list], (a) => code`note(${a});`)],
    [1, of([pieces.record], (a) => code`note(${a});`)],
    [8, declarations(pieces)],
    [4, changes(pieces)],
    [4, branches(pieces)],
    [5, loops(pieces)],
    [3, leaving(pieces)],
    [2, attempts(pieces)],
    [2, classes(pieces)],
    [1, others(pieces)],
    [4, rarities(pieces)],
  );
  return fc
    .array(one, { minLength: 1, maxLength: 5, size: "max", depthIdentifier: "program" })
    .map((all) => (scope) => all.map((statement) => statement(scope)).join("\n"));
}

/** Statements of a block of their own, without the braces. */
export function inBlock(body: Code): Code {
  return (scope) => body(scope.block());
}

function changes({ number, text, list, record }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [1, pick.map(changing("number", ";", (name) => code`${name}++;`))],
    [2, of([pick, number], (index, a) => changing("number", ";", (name) => code`${name} = ${a};`)(index))],
    [1, of([pick, text], (index, a) => changing("text", ";", (name) => code`${name} = cut(${a});`)(index))],
    [
      2,
      of([pick, pick, list, number], (one, other, values, n) =>
        changing("number", ";", (a) =>
          changing("number", ";", (b) => code`[${a}, ${b} = ${n}] = ${values};`)(other),
        )(one),
      ),
    ],
    [
      1,
      of([pick, pick], (one, other) =>
        changing("number", ";", (a) =>
          changing("number", ";", (b) => code`[${a}, ${b}] = [${b}, ${a}];`)(other),
        )(one),
      ),
    ],
    [
      2,
      of([pick, record, number], (index, it, n) =>
        changing(
          "number",
          ";",
          (name) => code`({ a: ${name} = ${n}, c: { d: ${name} = ${name} } = {} } = ${it});`,
        )(index),
      ),
    ],
    [
      1,
      of(
        [variable("record", "({ a: 1 })"), word("a", "b", "c", "f")],
        (it, key) => code`delete ${it}.${key};`,
      ),
    ],
    [1, of([variable("maybe", "none"), number], (maybe, a) => code`${maybe}?.f?.(${a});`)],
  );
}

function branches({ number, condition, statements: body }: Pieces): fc.Arbitrary<Code> {
  const block = body.map(inBlock);
  const part = fc.tuple(fc.boolean(), body, fc.boolean()).map(([isBlock, it, breaks]) => {
    const end = breaks ? "\nbreak;" : "";
    const open = (scope: Parameters<Code>[0]) => it(scope.part()) + end;
    return isBlock ? code`{\n${inBlock(it)}${end}\n}` : open;
  });
  return oneOf(
    [3, of([condition, block, block], (test, yes, no) => code`if (${test}) {\n${yes}\n} else {\n${no}\n}`)],
    [2, of([condition, block], (test, yes) => code`if (${test}) {\n${yes}\n}`)],
    [1, block.map((it) => code`{\n${it}\n}`)],
    [
      2,
      of([number, part, part, part], (value, first, second, other) => (scope) => {
        const inSwitch = scope.block();
        return code`switch (${value(scope)}) {\ncase 1:\n${first}\ndefault:\n${other}\ncase 2:\n${second}\n}`(
          inSwitch,
        );
      }),
    ],
    [1, of([condition, number], (test, a) => code`${test} && note(${a});`)],
    [
      1,
      of(
        [variable("maybe", "none"), variable("maybe", "none"), number],
        (one, other, a) => code`${one}?.c?.d ?? ${other}?.a ?? note(${a});`,
      ),
    ],
    [1, of([condition, number, number], (test, a, b) => code`${test} ? note(${a}) : note(${b});`)],
  );
}

/** Statements that are seldom written. */
function others({ number, text, condition, list, statements: body }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [
      1,
      of([number], (a) =>
        named(
          "Colour",
          (name) => code`enum ${name} { Red, Green = 4, Blue }\nnote(${name}.Blue + ${a} + ${name}[4]);`,
        ),
      ),
    ],
    [
      1,
      fc.tuple(enumBody("S"), enumBody("S")).map(
        ([one, other]): Code =>
          () =>
            `{\nenum Same { ${one.written} }\n${enumNotes("Same", one)}\n}\n{\nenum Same { ${other.written} }\n${enumNotes("Same", other)}\n}`,
      ),
    ],
    [
      1,
      of([body, condition, body], (first, test, last) =>
        named("part", (label) =>
          inBlock(code`${label}: {\n${first}\nif (${test}) break ${label};\n${last}\n}`),
        ),
      ),
    ],
    [1, of([text], (it) => code`for (const key in { [${it}]: 1 }) note(key);`)],
    [
      1,
      of([number, list], (a, values) =>
        named(
          "box",
          (name) =>
            code`const ${name} = { n: ${a}, get all() { return [this.n, ...${values}]; }, set all([first = 1]) { this.n = first; } };\n${name}.all = ${values};\nnote(${name}.all);`,
        ),
      ),
    ],
    [
      1,
      of([number, number], (a, b) =>
        named("above", (name) =>
          inBlock(
            code`const ${name}: any = { n: ${a}, get(key: string) { return super.hasOwnProperty(key) ? this.n : ${b}; }, get same() { return super.valueOf() === this; } };\nlater(() => ${name}.get("n") + ${name}.get("none"));\nlater(() => ${name}.same);\nlater({ get() { return () => super.hasOwnProperty("get"); } }.get());`,
          ),
        ),
      ),
    ],
    [
      1,
      of([number, number], (a, b) =>
        named(
          "swap",
          (name) =>
            code`const ${name} = <T, U>([x, y]: [T, U], z = y): [U, T] => [z, x];\nnote(${name}([${a}, ${b}]) satisfies unknown);`,
        ),
      ),
    ],
  );
}

/** A statement with a name that nothing else has. */
function named(prefix: string, write: (name: string) => Code): Code {
  return (scope) => write(scope.unique(prefix))(scope);
}

/** What leaves the loop or the function around it; where there is none, a value is noted. */
function leaving({ number, condition }: Pieces): fc.Arbitrary<Code> {
  const end: fc.Arbitrary<Code> = of([fc.nat(9), number], (index, a) => (scope) => {
    const { labels, inFunction } = scope.exits;
    const label = labels[index % (labels.length + 1)] ?? "";
    if (inFunction && (index > 6 || labels.length === 0)) return code`return ${a};`(scope);
    if (labels.length === 0) return code`note(${a});`(scope);
    return index % 2 ? `break ${label};` : `continue ${label};`;
  });
  return oneOf(
    [4, of([condition, end], (test, it) => code`if (${test}) ${it}`)],
    [1, of([condition, end], (test, it) => code`if (${test}) {\n${it}\n}`)],
  );
}

function attempts({ number, condition, statements: body }: Pieces): fc.Arbitrary<Code> {
  const block = body.map(inBlock);
  const failing = of([body, condition, number], (it, test, a) =>
    inBlock(code`${it}\nif (${test}) throw new Error("" + ${a});`),
  );
  const caught = of([pick, block], (_, it) => code`note(nameOf(error));\n${it}`);
  return oneOf(
    [2, of([failing, caught], (it, otherwise) => code`try {\n${it}\n} catch (error) {\n${otherwise}\n}`)],
    [1, of([failing, block], (it, otherwise) => code`try {\n${it}\n} catch {\n${otherwise}\n}`)],
    [
      2,
      of(
        [failing, caught, block],
        (it, otherwise, last) => code`try {\n${it}\n} catch (error) {\n${otherwise}\n} finally {\n${last}\n}`,
      ),
    ],
    [
      1,
      of(
        [condition, number],
        (test, a) =>
          code`try {\nif (${test}) throw { code: ${a}, list: [7] };\n} catch ({ code, list: [first] }: any) {\nnote(code + first);\n}`,
      ),
    ],
  );
}
