import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseJson, readJson } from "../../src/input/read-json.ts";

const file = join(mkdtempSync(join(tmpdir(), "zapc-json-")), "auth.json");
const given = { file, what: "the auth fields", hint: "Write an object." };
const text = '{ "città": "Zürich 🚲" }';
const value = JSON.parse(text);

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16 with a byte order mark, as Windows writes it", Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 with the bytes the other way around", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
])("reads %s", (_, bytes) => {
  writeFileSync(file, bytes);
  expect(readJson(given)).toEqual(value);
});

test.each([
  ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
  ["Latin-1", Buffer.from(text, "latin1")],
  ["bytes that are no text", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ["half a character of UTF-16", new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
])("refuses %s", (_, bytes) => {
  writeFileSync(file, bytes);
  expect(() => readJson(given)).toThrow(
    expect.objectContaining({
      fault: `Failed to read the auth fields from ${file}: it is neither UTF-8 nor UTF-16 with a byte order mark.`,
      hint: "Save it as UTF-8.",
    }),
  );
});

test.each([
  ["{\n  domain: 1\n}", "line 2, column 3: `domain` is not JSON: texts and names stand in double quotes"],
  ["{ 'a': 1 }", "line 1, column 3: `'a'` is not JSON: texts and names stand in double quotes"],
  ['{\r\n  "a": 1\r\n  "b": 2\r\n}', "line 3, column 3: a comma is missing"],
  ['{ "a": 1, }', "line 1, column 11: the comma before `}` is one too many"],
  ["[1,\n]", "line 2, column 1: the comma before `]` is one too many"],
  ['{ "a" 1 }', "line 1, column 7: a colon is missing after the property's name"],
  ['{ "a": }', "line 1, column 8: a value is missing"],
  ['{ "a": 1', "line 1, column 9: a closing `}` is missing"],
  ['{ "a": [1', "line 1, column 10: a closing `]` is missing"],
  ["{} {}", "line 1, column 4: `{` follows the end of the JSON"],
  ["{\n  // the account\n}", "line 2, column 3: JSON has no comments"],
  ['{ "a": "x }', "line 1, column 8: the text that begins here does not end on its line"],
  [
    '{ "a": "\\q" }',
    "line 1, column 8: the text that begins here has a backslash before a letter that needs none",
  ],
  [" \n", "it is empty"],
])("says where %j is not JSON", (text, why) => {
  expect(() => parseJson(text, given)).toThrow(
    expect.objectContaining({
      fault: `Failed to read the auth fields from ${file}: ${why}.`,
      hint: "Write an object.",
    }),
  );
});

test("says why there is nothing to read", () => {
  expect(() => readJson({ ...given, file: join(file, "none.json") })).toThrow(
    expect.objectContaining({
      fault: `Failed to read the auth fields from ${file}/none.json: a part of its path is a file, not a directory.`,
    }),
  );
});
