import { describe, expect, test } from "vitest";
import type { Runtime } from "zapc/simulator";
import { simulateZap } from "./integration.ts";

/** The value of `expression` inside of a method. */
async function evaluate(expression: string, runtime: Runtime = "converted"): Promise<unknown> {
  const sim = await simulateZap(`thing_poll: function (bundle) { return [{ value: ${expression} }]; }`, {
    runtime,
  });
  const { items, error } = await sim.poll("thing");
  expect(error).toBeUndefined();
  return (items[0] as { value: unknown }).value;
}

describe("$", () => {
  test.each([
    ["converted", "3.5.0"],
    ["legacy", "1.8.3"],
  ] as const)("is jQuery on the %s runtime, version %s", async (runtime, version) => {
    const facts = `[$.fn.jquery, $.param({ a: [1, 2], b: { c: 'd e' } }), $.trim(' a '), $.inArray(2, [1, 2]),
      $.extend(true, { a: { b: 1 } }, { a: { c: 2 } }), $.map([1, 2], function (n) { return n + 1; }) instanceof Array,
      $.parseJSON('[1]') instanceof Array, $.isPlainObject(bundle.meta), typeof $.each]`;
    expect(await evaluate(facts, runtime)).toEqual([
      version,
      version === "3.5.0" ? "a%5B%5D=1&a%5B%5D=2&b%5Bc%5D=d%20e" : "a%5B%5D=1&a%5B%5D=2&b%5Bc%5D=d+e",
      "a",
      1,
      { a: { b: 1, c: 2 } },
      true,
      true,
      true,
      "function",
    ]);
  });

  test.each(["converted", "legacy"] as const)("reads HTML and XML on the %s runtime", async (runtime) => {
    const facts = `[$('<p><a href="x">b</a></p>').find('a').attr('href'), $('<div>a &amp; <b>c</b></div>').text(),
      $($.parseXML('<a><b id="1">c</b></a>')).find('b').text()]`;
    expect(await evaluate(facts, runtime)).toEqual(["x", "a & c", "c"]);
  });

  test("tells of XML that it cannot read", async () => {
    const caught =
      "(function () { try { $.parseXML('nothing'); } catch (error) { return error.message; } }())";
    expect(await evaluate(caught)).toBe("Invalid XML: nothing");
  });

  test.each(["converted", "legacy"] as const)("asks by $.ajax on the %s runtime", async (runtime) => {
    const http = (request: Request) => Response.json([{ id: request.url }]);
    const zap = `thing_poll: function (bundle, callback) {
      var first = $.ajax({ url: 'https://a.example/first', async: false }).responseText;
      $.getJSON('https://a.example/', { q: 'a b' }, function (things) {
        callback(null, z.JSON.parse(first).concat(things));
      });
    }`;
    const { items, requests } = await (await simulateZap(zap, { runtime, http })).poll("thing");
    expect(items).toEqual([
      { id: "https://a.example/first" },
      { id: expect.stringMatching(/^https:\/\/a\.example\/\?q=a(%20|\+)b$/) },
    ]);
    expect(requests[0]).toMatchObject({ by: "script", headers: { Referer: "about:blank" } });
  });

  test("gives nothing to $.ajax once it was aborted", async () => {
    const zap = `thing_poll: function (bundle, callback) {
      var seen = [];
      var asked = $.ajax({ url: 'https://a.example', complete: function (xhr, text) { seen.push(text); } });
      asked.abort();
      setTimeout(function () { callback(null, seen); }, 50);
    }`;
    expect((await (await simulateZap(zap)).poll("thing")).items).toEqual(["abort"]);
  });
});
