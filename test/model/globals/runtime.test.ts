import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { typedMembers, typedNames } from "./typed-names.ts";

const load = createRequire(import.meta.url);
const loadFromRunner = createRequire(load.resolve("zapier-platform-legacy-scripting-runner"));
const { DOMParser, XMLSerializer } = loadFromRunner("@xmldom/xmldom");

const xml = new DOMParser().parseFromString('<a b="c"/>', "text/xml");
const exceptions = loadFromRunner("./exceptions.js");

/** The typed names of a global or of a type beside what has them on the newer runtime. */
const things: readonly [title: string, typed: ReturnType<typeof typedNames>, thing: object][] = [
  ["z", typedNames("z"), loadFromRunner("./zfactory.js")({}, {}, null)],
  ["console", typedNames("console"), console],
  ["crypto", typedNames("crypto"), load("node:crypto")],
  ["require('buffer')", typedMembers("require", "BufferModule"), load("node:buffer")],
  ["require('querystring')", typedMembers("require", "QuerystringModule"), load("node:querystring")],
  ["require('url')", typedMembers("require", "UrlModule"), load("node:url")],
  ["require('util')", typedMembers("require", "UtilModule"), load("node:util")],
  ["a Buffer", typedMembers("require", "Buffer"), load("node:buffer").Buffer.from("x")],
  ["an address", typedMembers("require", "Url"), load("node:url").parse("https://a.b")],
  ["a hash", typedMembers("crypto", "Hash"), load("node:crypto").createHash("md5")],
  ["a document", typedMembers("DOMParser", "Document"), xml],
  ["an element", typedMembers("DOMParser", "Element"), xml.documentElement],
  ["an attribute", typedMembers("DOMParser", "Attribute"), xml.documentElement.attributes[0]],
  ["a list of nodes", typedMembers("DOMParser", "NodeList"), xml.getElementsByTagName("a")],
];

test.each(things)("%s has every name that is typed", (_title, typed, thing) => {
  expect(typed.length).toBeGreaterThan(0);
  expect(typed.map(({ name }) => name).filter((name) => !(name in thing))).toEqual([]);
});

test("an exception takes its message, or none where the platform needs none", () => {
  expect(JSON.parse(new exceptions.ErrorException("x").message)).toEqual({ message: "x" });
  for (const name of ["HaltedException", "StopRequestException", "ExpiredAuthException"]) {
    expect(new exceptions[name]("x").message).toBe("x");
  }
  expect(new exceptions.RefreshTokenException()).toBeInstanceOf(exceptions.InvalidSessionException);
});

test("the comments about XML are true", () => {
  const silent = new DOMParser({ errorHandler: {} });
  expect(new DOMParser({ errorHandler: { error() {} } }).parseFromString("", "text/xml")).toBeUndefined();
  expect(silent.parseFromString(" ", "text/xml").documentElement).toBeNull();
  expect(xml.documentElement.getAttribute("nope")).toBe("");
  expect(new XMLSerializer().serializeToString(xml)).toBe('<a b="c"/>');
});
