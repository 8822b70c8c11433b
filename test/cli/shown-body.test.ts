import { expect, test } from "vitest";
import { shownBody } from "../../src/cli/shown-body.ts";

test("lays JSON out, as wide as the terminal", () => {
  const body = '{"id":7,"tags":["a","b"],"owner":{"name":"Ada"}}';
  expect(shownBody(body, "application/json", 80)).toEqual({
    lines: ['{"id": 7, "tags": ["a", "b"], "owner": {"name": "Ada"}}'],
    isShortened: false,
  });
  expect(shownBody(body, "application/json", 30).lines).toEqual([
    "{",
    '  "id": 7,',
    '  "tags": ["a", "b"],',
    '  "owner": {"name": "Ada"}',
    "}",
  ]);
});

test("shows other text as it is", () => {
  expect(shownBody("a=1&b=2", "application/x-www-form-urlencoded", 80)).toEqual({
    lines: ["a=1&b=2"],
    isShortened: false,
  });
  expect(shownBody("<a>\r\n  <b/>\r\n</a>\r\n", "text/xml", 80).lines).toEqual(["<a>", "  <b/>", "</a>"]);
  expect(shownBody("{ not JSON", undefined, 80).lines).toEqual(["{ not JSON"]);
});

test("shortens what is long, and says so", () => {
  const lines = Array.from({ length: 14 }, (_, index) => `line ${index}`);
  const shown = shownBody(lines.join("\n"), "text/plain", 80);
  expect(shown).toEqual({ lines: [...lines.slice(0, 12), "… and 2 more lines"], isShortened: true });

  const wide = shownBody("x".repeat(200), "text/plain", 80);
  expect(wide).toEqual({ lines: [`${"x".repeat(119)}…`], isShortened: true });
});

test("tells bytes by their number and their type", () => {
  const body = { base64: Buffer.from([0, 1, 2]).toString("base64") };
  expect(shownBody(body, "image/png", 80)).toEqual({ lines: ["3 bytes of image/png"], isShortened: true });
  expect(shownBody(body, undefined, 80).lines).toEqual(["3 bytes of no stated type"]);
});

test("shows control characters, instead of having the terminal act on them", () => {
  expect(shownBody("\u001b[31mred\u0007", "text/plain", 80).lines).toEqual(["\\x1b[31mred\\x07"]);
});
