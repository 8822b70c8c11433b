import type { AnyNode } from "../tree/nodes.ts";
import { assignments } from "./assignments.ts";
import { lists } from "./calls.ts";
import { chains, enterChains } from "./chains.ts";
import { classes, enterClasses } from "./classes.ts";
import { functions } from "./functions.ts";
import { literals } from "./literals.ts";
import { exits } from "./loop-functions.ts";
import { loops } from "./loops.ts";
import type { EnterRow, Row, Rows } from "./lowering.ts";
import { names } from "./names.ts";
import { objects } from "./objects.ts";
import { enterStatements, statements } from "./statements.ts";
import { enterSuper, supers } from "./super.ts";
import { templates } from "./templates.ts";

const rows: Rows = {
  ...assignments,
  ...lists,
  ...chains,
  ...classes,
  ...functions,
  ...exits,
  ...loops,
  ...names,
  ...objects,
  ...literals,
  ...statements,
  ...supers,
  ...templates,
  // An expression that waits is a trap. A package may have it where nothing runs it.
  AwaitExpression: ({ argument }) => argument,
  YieldExpression: ({ argument, start, end }) =>
    argument ?? ({ type: "Identifier", start, end, name: "undefined" } as AnyNode),
};

const enterRows = [enterChains, enterClasses, enterStatements, enterSuper];

/** The lowering of the nodes of a type. Without one, the nodes inside are lowered. */
export function rowOf(type: string): Row<never> | undefined {
  return (rows as { readonly [type: string]: Row<never> })[type];
}

const entering = new Map<string, EnterRow<never>[]>();
for (const table of enterRows) {
  for (const [type, row] of Object.entries(table)) {
    entering.set(type, [...(entering.get(type) ?? []), row as EnterRow<never>]);
  }
}

const none: readonly EnterRow<never>[] = [];

/** The notes about the nodes of a type before those in them are lowered. */
export function enterRowsOf(type: string): readonly EnterRow<never>[] {
  return entering.get(type) ?? none;
}
