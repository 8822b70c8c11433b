// @ts-nocheck
const cache: any[] = [];
const tag = (texts: TemplateStringsArray, ...values: unknown[]) => { cache.push(texts); return texts.join("|") + values.join() + texts.raw.join(); };
const object = { prefix: "o", tag(texts: TemplateStringsArray, ...values: unknown[]) { return this.prefix + texts[0] + values[0]; } };
function go(n: number) { return tag`a${n}b\n`; }
class Made { text: string; constructor(texts: TemplateStringsArray) { this.text = (texts as any)[0] ?? "none"; } }
const make = (texts: TemplateStringsArray) => class Text { text = texts[0]; };
export function feature(): unknown {
  go(1); go(2);
  const third = tag`a${3}b\n`;
  return [cache[0] === cache[1], cache[0] === cache[2], third, object.tag`x${1}`, Object.isFrozen(cache[0]), new (make`x`)().text, new (make`y`)().text.length, tag`\unicode`, cache[3][0] === undefined];
}
