import { expect, test } from "vitest";
import { type ComparedRun, compareRuns } from "../../../src/studio/comparison/compare-runs.ts";

const row = (id: string) => ({ id }) as ComparedRun["row"];

function run(report: object, id = "1"): ComparedRun {
  const whole = { outcome: "succeeded", problems: [], requests: [], logs: [], ...report };
  return { row: row(id), report: whole as unknown as ComparedRun["report"] };
}

const asked = (url: string, more: object = {}) => ({
  ...{ by: "platform", method: "GET", url, headers: {}, body: null },
  ...more,
});

/** The differences of a part, each as its path and both values. */
function differences(left: object, right: object, title: string) {
  const part = compareRuns(run(left), run(right, "2")).parts.find((part) => part.title.startsWith(title));
  return part?.differences.map(({ path, left, right }) => [path, left, right]);
}

test("two runs that did the same have no differences", () => {
  const report = { requests: [asked("https://a.example/x?b=1")], items: [{ id: 1 }], result: { a: [1] } };
  expect(compareRuns(run(report), run(report, "2"))).toEqual({
    left: { id: "1" },
    right: { id: "2" },
    parts: [],
  });
});

test("an item that was inserted is one difference, wherever it stands", () => {
  const items = Array.from({ length: 10_000 }, (_, id) => ({ id, title: `Item ${id}` }));
  const inserted = { id: "new", title: "Inserted" };
  const more = [...items.slice(0, 5), inserted, ...items.slice(5)];
  expect(differences({ items }, { items: more }, "items")).toEqual([["/id new", undefined, inserted]]);
});

test("a member of an item is named by the item's id", () => {
  const left = { items: [{ id: 1 }, { id: 7, title: "Old" }] };
  const right = { items: [{ id: 7, title: "New" }, { id: 1 }] };
  expect(differences(left, right, "items")).toEqual([["/id 7/title", "Old", "New"]]);
});

test("items without ids, or with one id twice, are compared in their order", () => {
  expect(differences({ items: [{ a: 1 }] }, { items: [{ a: 2 }] }, "items")).toEqual([["/0/a", 1, 2]]);
  const twice = { items: [{ id: 1 }, { id: 1, b: 1 }] };
  expect(differences(twice, { items: [{ id: 1 }, { id: 1 }] }, "items")).toEqual([["/1/b", 1, undefined]]);
});

test("an address differs by its parts, a query by its names, headers without their case", () => {
  const left = {
    requests: [asked("https://a.example/v1/x?b=1&c=2", { headers: { "X-A": "1", Same: "s" } })],
  };
  const right = {
    requests: [asked("https://a.example/v1/x?c=2&b=3", { headers: { same: "s", "x-a": "2" } })],
  };
  expect(differences(left, right, "request 1: GET https://a.example/v1/x")).toEqual([
    ["/query/b", "1", "3"],
    ["/headers/x-a", "1", "2"],
  ]);
});

test("a name that a query has several times is a list", () => {
  const [left, right] = ["https://a.example/?t=1&t=2", "https://a.example/?t=1&t=3"].map((url) => ({
    requests: [asked(url)],
  }));
  expect(differences(left as object, right as object, "request 1")).toEqual([["/query/t/1", "2", "3"]]);
});

test("bodies of JSON are compared by their members, others as texts", () => {
  const answer = (body: string) => ({ response: { status: 200, headers: {}, body } });
  const pair = (one: string, other: string) => [
    { requests: [asked("https://a.example/", answer(one))] },
    { requests: [asked("https://a.example/", answer(other))] },
  ];
  const [one, other] = pair('{"a":1,"b":2}', '{"b":2,"a":3}') as [object, object];
  expect(differences(one, other, "request 1")).toEqual([["/answer/body/a", 1, 3]]);
  const [text, changed] = pair("<a/>", "<b/>") as [object, object];
  expect(differences(text, changed, "request 1")).toEqual([["/answer/body", "<a/>", "<b/>"]]);
});

test("a request that only one run sends does not shift those after it", () => {
  const [login, list] = [asked("https://a.example/login"), asked("https://a.example/list")];
  const { parts } = compareRuns(run({ requests: [list] }), run({ requests: [login, list] }, "2"));
  expect(parts.map(({ title }) => title)).toEqual(["request 1: GET https://a.example/login"]);
});

test("the results of a method and its error are compared", () => {
  const stage = (more: object) => ({
    stages: [{ kind: "method", method: "x_post_poll", bundle: {}, requests: [], logs: [], ...more }],
  });
  const error = { name: "HaltedException", message: "no" };
  expect(differences(stage({ result: 1 }), stage({ result: 2 }), "x_post_poll: result")).toEqual([
    ["", 1, 2],
  ]);
  expect(differences(stage({ result: 1 }), stage({ error }), "x_post_poll: result")).toEqual([
    ["", 1, error],
  ]);
});

test("lists 200 differences of a part, and says how many more there are", () => {
  const items = (title: string) => Array.from({ length: 300 }, (_, id) => ({ id, title }));
  const [part] = compareRuns(run({ items: items("a") }), run({ items: items("b") }, "2")).parts;
  expect([part?.differences.length, part?.more]).toEqual([200, 100]);
});

test("a run that could not begin is compared, too", () => {
  const { parts } = compareRuns({ row: row("1") }, run({ items: [] }, "2"));
  expect(parts.map(({ title }) => title)).toEqual(["outcome", "items"]);
});
