import type { ProofDifference } from "../index.ts";
import { nodesWithin } from "../inference/nodes.ts";
import { parseScript, scopesOf } from "../inference/parse-script.ts";
import { runtimeGlobals } from "../model/runtime-globals.ts";
import { differingValues } from "../simulator/differing-values.ts";
import type { ProbedMembers } from "./probed-script.ts";

interface Side {
  readonly source: string;
  readonly members: ProbedMembers;
}

/** The second rung: the members of `Zap`, and the names that the script takes from its surroundings. */
export function memberDifferences(old: Side, other: Side): ProofDifference[] {
  const members = differingValues(old.members, other.members, "/Zap").map(
    ({ path, one, other }): ProofDifference => ({ path, old: one, new: other }),
  );
  const known = unresolvedNames(old.source);
  const later = unresolvedNames(other.source).filter((name) => !known.includes(name) && !isGiven(name));
  return [
    ...members,
    ...later.map((name): ProofDifference => ({ path: `/unresolved/${name}`, old: undefined, new: true })),
  ];
}

/** The names that a script uses, and neither declares nor sets; without those that it looks for with `typeof`. */
function unresolvedNames(source: string): string[] {
  const program = parseScript(source);
  const through = scopesOf(program).scopes[0]?.through ?? [];
  const settled = new Set([
    ...through.filter((it) => it.isWrite()).map(({ identifier }) => identifier.name),
    ...nodesWithin(program).flatMap((node) =>
      node.type === "UnaryExpression" && node.operator === "typeof" && node.argument.type === "Identifier"
        ? node.argument.name
        : [],
    ),
  ]);
  const names = through.map(({ identifier }) => identifier.name).filter((name) => !settled.has(name));
  return [...new Set(names)].sort();
}

/** Tells whether every engine has it, or the platform gives it to each script. */
function isGiven(name: string): boolean {
  return es5.has(name) || ofLowering.has(name) || (runtimeGlobals as readonly string[]).includes(name);
}

// Today's Node.js has them, and a build for it writes them in place of `1n` and of `super()` in `class A extends Map`.
const ofLowering = new Set(["BigInt", "Reflect"]);

// Source: ECMA-262 5.1, "The Global Object".
const es5 = new Set(
  (
    "Array Boolean Date Error EvalError Function Infinity JSON Math NaN Number Object RangeError ReferenceError RegExp String " +
    "SyntaxError TypeError URIError decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat " +
    "parseInt undefined unescape arguments"
  ).split(" "),
);
