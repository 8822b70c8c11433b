// @ts-nocheck
const sym = "k"; function f() { return arguments.length; }
const o = { f, [sym]: 1, "a-b": 2, 3: 4, get [sym + 1]() { return 5; }, async: 6, await: 7, of: 8, get: 9, let: 10, static: 11, yield: 12, "": 13, " ": 14, "\u00e9": 15, ünï: 16, $: 17, _: 18, "constructor": 19, __proto: 20, toString() { return "str"; } };
export function feature() { const { "a-b": ab, 3: three, [sym + 1]: g, ünï, "": empty, ...rest } = o; return [ab, three, g, ünï, empty, Object.keys(rest), `${o}`, o + "", o.f(1, 2), o["f"](1), o.let, o.yield]; }
