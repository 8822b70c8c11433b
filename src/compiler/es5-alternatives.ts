import type { Diagnostic } from "../model/diagnostic.ts";

/** What an author writes in place of something that came after ES5. */
const alternatives: { readonly [name: string]: string } = {
  assign: "Use `{ ...a, ...b }`: it is lowered.",
  endsWith: "Use `text.slice(-end.length) === end`.",
  entries: "Use `for (const key in object)`.",
  fill: "Use a loop.",
  find: "Use `list.filter(…)[0]`.",
  findIndex: "Use a loop.",
  flat: "Use `list.reduce((all, part) => all.concat(part), [])`.",
  flatMap: "Use `list.reduce((all, item) => all.concat(…), [])`.",
  from: "Use `Array.prototype.slice.call(…)`.",
  fromEntries: "Use `list.reduce(…)`.",
  includes: "Use `indexOf(…) !== -1`.",
  Map: "Use an object, with `Object.create(null)`.",
  padStart: "Use `(zeros + text).slice(-length)`.",
  Promise: "`z.request` waits for its answer; a method may also take a callback.",
  repeat: "Use `new Array(count + 1).join(text)`.",
  replaceAll: "Use `text.split(part).join(other)`.",
  Set: "Use an object, with `Object.create(null)`.",
  startsWith: "Use `text.indexOf(start) === 0`.",
  Symbol: "Use a string.",
  trimEnd: 'Use `text.replace(/\\s+$/, "")`.',
  trimStart: 'Use `text.replace(/^\\s+/, "")`.',
  values: "Use `Object.keys(object).map((key) => object[key])`.",
};

// TypeScript's advice to change the target library: nobody can change what the platform has.
const libraryAdvice = / Do you need to change your target library\?.*$/s;

/** Tells, in place of TypeScript's advice to change the library, what to write on an ES5 platform. */
export function es5Alternative(diagnostic: Diagnostic): Diagnostic {
  if (!libraryAdvice.test(diagnostic.message)) return diagnostic;
  const name = /'(\w+)'/.exec(diagnostic.message)?.[1] ?? "";
  return {
    ...diagnostic,
    message: diagnostic.message.replace(libraryAdvice, ""),
    hint: `zap.js runs on ES5, which has no \`${name}\`. ${alternatives[name] ?? ""}`.trimEnd(),
  };
}
