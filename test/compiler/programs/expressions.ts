import type fc from "fast-check";
import {
  type Code,
  changing,
  code,
  of,
  oneOf,
  type Pieces,
  pick,
  plain,
  variable,
  varName,
  word,
} from "./code.ts";

/*
 * Expressions with a value of one type each. `note` writes down a value and gives it, so that the order of evaluation shows;
 * `cut` keeps a list or a text short.
 */

export function numbers({ number, text, condition, list, record, call }: Pieces): fc.Arbitrary<Code> {
  const operator = word("+", "-", "*", "%");
  return oneOf(
    [
      8,
      plain(
        "number",
        "1",
        "0",
        "2",
        "7",
        "-3",
        "0.5",
        "10",
        "(0 / 0)",
        "0b101",
        "1_000",
        "0o17",
        "5..valueOf()",
      ),
    ],
    [1, varName],
    [1, of([varName, number], (name, a) => code`(${name} = ${a})`)],
    [4, of([number, operator, number], (a, sign, b) => code`(${a} ${sign} ${b})`)],
    [1, of([number, word("0", "1", "2", "3")], (a, power) => code`((${a}) ** ${power})`)],
    [1, of([word("-", "+", "- -", "~"), number], (sign, a) => code`(${sign} ${a})`)],
    [2, of([condition, number, number], (test, a, b) => code`(${test} ? ${a} : ${b})`)],
    [3, of([number], (a) => code`note(${a})`)],
    [2, of([call, number, list], (f, a, values) => code`${f}(${a}, ...${values})`)],
    [1, of([variable("maybe", "none"), number], (maybe, a) => code`${maybe}?.f?.(${a})`)],
    [2, of([variable("maybe", "none"), number], (maybe, a) => code`(${maybe}?.c?.d ?? ${a})`)],
    [2, of([record, number], (it, a) => code`(${it}.a ?? ${a})`)],
    [2, of([list, number], (values, a) => code`(${values}[${a}] ?? ${a})`)],
    [1, of([list], (values) => code`${values}.length`)],
    [1, of([list, number], (values, a) => code`${values}.reduce((sum, n) => sum + n * ${a}, 0)`)],
    [1, of([text], (it) => code`${it}.length`)],
    [1, of([number, number], (a, b) => code`(note(${a}), ${b})`)],
    [
      1,
      of(
        [list, number],
        (values, a) => code`((first = ${a}, ...others) => first + others.length)(...${values})`,
      ),
    ],
    [1, of([number, number], (a, b) => code`(function (this: any, n = ${a}) { return n + ${b}; })()`)],
    ...changes(number),
  );
}

/** Expressions that change a variable and have its value. */
function changes(number: Pieces["number"]): [number, fc.Arbitrary<Code>][] {
  const assignment = word("=", "+=", "-=", "*=", "%=", "??=", "||=", "&&=");
  return [
    [1, pick.map(changing("number", "3", (name) => code`${name}++`))],
    [1, pick.map(changing("number", "3", (name) => code`--${name}`))],
    [1, pick.map(changing("number", "3", (name) => code`(${name} **= 2)`))],
    [
      3,
      of([pick, assignment, number], (index, sign, a) =>
        changing("number", "5", (name) => code`(${name} ${sign} ${a})`)(index),
      ),
    ],
    [
      1,
      of([pick, assignment, number], (index, sign, a) =>
        changing("record", "6", (name) => code`(${name}[note("a")] ${sign} ${a})`)(index),
      ),
    ],
  ];
}

export function texts({ number, text, condition, list }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [
      6,
      plain(
        "text",
        '"a"',
        '""',
        "'it\\'s'",
        '"\\u00e9\\n"',
        "`\\``",
        '"// no"',
        '"\\x41\\u{42}\\v"',
        "`a\\\nb`",
      ),
    ],
    [3, of([text, number, text], (a, n, b) => code`\`\${${a}}\${${n}}-\${${b}}\``)],
    [1, of([number, number], (a, b) => code`\`\${${a}}\${${b}}\``)],
    [1, of([number, text], (n, a) => code`\`\${${n}}\` + ${a}`).map(parenthesised)],
    [1, of([text, text], (a, b) => code`(${a} + ${b})`)],
    [1, of([number, text], (n, a) => code`tag\`a\${${n}}\\n\${${a}}\``)],
    [2, of([condition, text, text], (test, a, b) => code`(${test} ? ${a} : ${b})`)],
    [1, of([list], (values) => code`${values}.join("/")`)],
    [1, of([text, text], (a, b) => code`(${a} || ${b})`)],
    [1, of([number], (n) => code`typeof ${n}`).map(parenthesised)],
    [1, of([text], (a) => code`note(${a})`)],
    [
      1,
      of([pick, text], (index, a) => changing("text", '"t"', (name) => code`(${name} ||= cut(${a}))`)(index)),
    ],
  );
}

function parenthesised(piece: Code): Code {
  return code`(${piece})`;
}

export function conditions({ number, text, condition, record }: Pieces): fc.Arbitrary<Code> {
  const comparison = word("<", "<=", ">", ">=", "===", "!==");
  return oneOf(
    [2, word("true", "false")],
    [5, of([number, comparison, number], (a, sign, b) => code`(${a} ${sign} ${b})`)],
    [1, of([number, comparison, number], (a, sign, b) => code`!(${a} ${sign} ${b})`)],
    [2, of([condition, word("&&", "||"), condition], (a, sign, b) => code`(${a} ${sign} ${b})`)],
    [1, of([condition], (a) => code`!${a}`)],
    [1, of([condition], (a) => code`note(${a})`)],
    [1, of([text, text], (a, b) => code`(${a} === ${b})`)],
    // mujs takes a `/` at the beginning of a statement for a division.
    [1, of([text], (a) => code`(${a}.search(/^[a/\\]]|\\/(?=.)/) >= 0)`)],
    // In mujs `in` calls the getter of what it finds: `a` may have one.
    [1, of([record, word("b", "c", "z")], (it, key) => code`("${key}" in ${it})`)],
    [1, of([variable("maybe", "none"), number], (maybe, a) => code`(${maybe}?.a === ${a})`)],
  );
}

export function lists({ number, condition, list, call }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [5, plain("list", "[1, 2, 3]", "[]", "[5]")],
    [3, of([number, list, number], (a, values, b) => code`[${a}, ...${values}, ${b}]`)],
    [1, of([list, list], (a, b) => code`[...${a}, ...${b}]`)],
    [1, of([list, number], (values, a) => code`${values}.map((n) => n + ${a})`)],
    [1, of([list, call], (values, f) => code`${values}.map((n, index) => ${f}(n, index))`)],
    [1, of([list, condition], (values, test) => code`${values}.filter((n) => n > 1 || ${test})`)],
    [1, of([list], (values) => code`(([first, ...others]) => [...others, first ?? 0])(${values})`)],
    [1, of([number, list], (a, values) => code`((...all) => all)(${a}, ...${values})`)],
    [
      1,
      of([pick, list], (index, a) => changing("list", "[8]", (name) => code`(${name} = cut(${a}))`)(index)),
    ],
  );
}

export function records({ number, text, record, call }: Pieces): fc.Arbitrary<Code> {
  return oneOf(
    [5, plain("record", "({})", "({ a: 1 })", '({ b: "b", c: { d: 2 } })')],
    [2, of([number, text, number], (a, b, d) => code`({ a: ${a}, b: ${b}, c: { d: ${d} } })`)],
    [2, of([record, number], (it, a) => code`({ ...${it}, a: ${a} })`)],
    [1, of([record, record], (a, b) => code`({ ...${a}, ...${b} })`)],
    [1, of([number, number], (a, d) => code`({ [note("a")]: ${a}, ["c"]: { d: ${d} } })`)],
    [1, of([number, call], (a, f) => code`({ a: ${a}, f: ${f} })`)],
    [1, of([number], (a) => code`({ get a() { return ${a}; }, f(n = 1) { return n + this.a; } })`)],
    [1, of([record], (it) => code`(({ a: _, ...others }) => others)(${it})`)],
    [
      1,
      of(
        [record, number],
        (it, n) => code`(({ a: x = ${n}, c: { d: y = x } = {} }) => ({ a: y, c: { d: x } }))(${it})`,
      ),
    ],
  );
}
