import fc from "fast-check";
import { ts } from "../../typescript-5.ts";
import type { Code, Pieces } from "./code.ts";
import { commented, comments } from "./comments.ts";
import { calls } from "./declarations.ts";
import { constants } from "./enums.ts";
import { conditions, lists, numbers, records, texts } from "./expressions.ts";
import { topLevel } from "./namespaces.ts";
import { Scope } from "./scope.ts";
import { statements } from "./statements.ts";

type Kinds = { readonly [piece in keyof Pieces]: Code };

const { statements: body } = fc.letrec<Kinds>((tie) => {
  const pieces: Pieces = {
    number: tie("number"),
    text: tie("text"),
    condition: tie("condition"),
    list: tie("list"),
    record: tie("record"),
    call: tie("call"),
    statements: tie("statements"),
  };
  return {
    number: numbers(pieces),
    text: texts(pieces),
    condition: conditions(pieces),
    list: lists(pieces),
    record: records(pieces),
    call: calls(pieces),
    statements: statements(pieces),
  };
});

/**
 * A module in TypeScript that exports `feature`, which ends, and gives what it has noted. Its types are not checked: what
 * matters is what it does.
 */
export const program: fc.Arbitrary<string> = fc
  .tuple(fc.array(body, { minLength: 2, maxLength: 6 }), topLevel, comments)
  .map(([parts, { declarations, notes }, places]) => {
    const text = `// @ts-nocheck
import { tracing } from "./tracing.ts";

${constants}
${declarations}
export function feature() {
const { note, step, cut, later, chance, tag, nameOf, none, finish } = tracing();
var v0 = 1, v1 = 2, v2 = 3;
try {
${notes}
${written(parts)}
} catch (error) {
note(nameOf(error));
}
return finish();
}
`;
    return commented(text, places);
  })
  .filter(isTypeScript);

/** TypeScript takes the first bracket of `(-3 < (!(7 > (0 / 0)) ? "a" : b).length)` for the end of type arguments, and refuses it. */
function isTypeScript(text: string): boolean {
  const parsed: object & { readonly parseDiagnostics?: readonly unknown[] } = ts.createSourceFile(
    "program.ts",
    text,
    ts.ScriptTarget.ES2022,
  );
  return parsed.parseDiagnostics?.length === 0;
}

function written(parts: readonly Code[]): string {
  const scope = new Scope();
  return parts.map((part) => part(scope)).join("\n");
}
