import { expect, test } from "vitest";
import { jshint } from "../jshint.ts";
import { app, codeOf, load } from "./engine-app.ts";
import { trigger } from "./integration.ts";

const iterating = `${trigger}
const steps = (log: unknown[]) => ({
  [Symbol.iterator]() {
    let at = 0;
    return { next: () => ({ done: at > 3, value: at++ }), return: () => (log.push("left"), { done: true as const, value: undefined }) };
  },
});

export function poll(_: Poll<typeof trigger>): Results {
  const log: unknown[] = [];
  const waiting = new Set([1]);
  for (const item of waiting) if (item < 4) waiting.add(item + 1);
  for (const [key, value] of new Map([["a", 1]])) log.push(key + value);
  loop: for (const letter of "a😀") for (const step of steps(log)) if (step > 0) continue loop; else log.push(letter);
  const [first, ...others] = waiting;
  const [one] = steps(log);
  return [{ id: [...waiting].join(), log: log.join(), max: Math.max(...waiting.values()), first, others: others.length, one, letters: [..."a😀"].length }];
}
`;

const overArrays = `${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  const keys = Object.keys({ a: 1, b: 2 });
  const found: string[] = [];
  const add = (...names: string[]) => {
    for (const name of names) found.push(...name.split(""));
  };
  for (const key of keys.filter((it) => it !== "a")) add(key, ...keys);
  for (const [key, value] of Object.entries({ d: 1 }).filter(([, it]) => it > 0)) found.push(key + value);
  const rest = (...[first, second = "f"]: string[]) => found.push(first + second);
  rest("e");
  return [{ id: [...found, ...Object.entries({ d: 1 }).map(([key]) => key)].join("") }];
}
`;

const added = `${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  const rows: Iterable<number>[] = [];
  rows.push(new Set([1, 2]));
  let id = "";
  for (const [one, other] of rows) id += \`\${one}\${other}\`;
  const lists: Iterable<string>[] = [["x"]];
  lists[0] = new Set(["a"]);
  return [{ id, pairs: lists.map(([first]) => first) }];
}
`;

test("sources iterate what the engine iterates, and tell it when they leave a loop", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": iterating });
  expect(load(code).thing_poll({})).toEqual([
    { id: "1,2,3,4", log: "a1,a,left,😀,left,left", max: 4, first: 1, others: 3, one: 0, letters: 2 },
  ]);
});

test("items that a list got after its value are iterated", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": added });
  expect(load(code).thing_poll({})).toEqual([{ id: "12", pairs: ["a"] }]);
});

test("a loop over a certain array goes through its indexes there", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": overArrays });
  expect(load(code).thing_poll({})).toEqual([{ id: "babd1efd" }]);
  expect(code).not.toMatch(/Symbol|iterate/);
  expect(jshint(code)).toEqual([]);
});
