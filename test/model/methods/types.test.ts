import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ObjectLiteralExpression } from "typescript-5";
import { describe, expect, test } from "vitest";
import { hydrator, type Method, methods } from "../../../src/model/methods.ts";
import { ts } from "../../typescript-5.ts";

/*
 * The types that an author may rely on in each method, and the errors there: cases/KIND.ts. `positive` and `negative` hold a
 * function a method, `withCallback` one for each that may take a callback; the type-check says whether they are right.
 */
const cases = fileURLToPath(new URL("cases", import.meta.url));
const all: readonly Method[] = [...methods, hydrator("hydrator")];

test("the type-check accepts the cases, and finds an error at each @ts-expect-error and nowhere else", () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "--project", cases, "--pretty", "false"], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});

describe.each(["trigger", "hook", "action", "search", "auth", "hydrator"] as const)("%s", (kind) => {
  const [positive, negative, withCallback] = casesIn(`${kind}.ts`);
  const ofKind = all.filter((method) => method.kind === kind);

  test.each(ofKind.map(({ name }) => name))("%s has a positive and a negative case", (name) => {
    expect(positive.get(name)).toMatch(/\b(is|has)</);
    expect(negative.get(name)).toMatch(/^\s*\/\/ @ts-expect-error/m);
  });

  test("has cases of the table's methods only, with a callback where the table says so", () => {
    const names = ofKind.map(({ name }) => name);
    expect([...positive.keys()]).toEqual(names);
    expect([...negative.keys()]).toEqual(names);
    const asynchronous = ofKind.filter(({ callback }) => callback).map(({ name }) => name);
    expect([...withCallback.keys()]).toEqual(asynchronous);
  });
});

/** `positive`, `negative` and `withCallback` of a file: the text of each method's function, by its name. */
function casesIn(file: string): [Map<string, string>, Map<string, string>, Map<string, string>] {
  const text = readFileSync(join(cases, file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const objects = new Map<string, Map<string, string>>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!initializer || !ts.isObjectLiteralExpression(initializer)) continue;
      objects.set(name.getText(), functionsOf(initializer));
    }
  }
  const get = (name: string) => objects.get(name) ?? new Map<string, string>();
  return [get("positive"), get("negative"), get("withCallback")];
}

function functionsOf(object: ObjectLiteralExpression): Map<string, string> {
  const functions = object.properties.filter(ts.isMethodDeclaration);
  return new Map(functions.map(({ name, body }) => [name.getText(), body?.getFullText() ?? ""]));
}
