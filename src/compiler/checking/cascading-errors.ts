import { isDeepStrictEqual } from "node:util";
import type { CallExpression, Node } from "oxc-parser";
import { byPlace, type Diagnostic } from "../../model/diagnostic.ts";
import type { Discovered } from "../../source/discover.ts";
import { exportedValue } from "../../source/discovering/exported.ts";
import { isTypeCheck } from "../../source/nodes.ts";
import { offsetAt, type Source } from "../../source/source.ts";
import { impliedBy } from "../traps/traps.ts";
import { isOfUnknownAuthField } from "./advice.ts";

/** A finding with the offset in its source. */
interface LocatedFinding {
  readonly finding: Diagnostic;
  readonly source?: Source;
  /** In the source's text. */
  readonly offset: number;
}

interface CascadeRule {
  readonly name: string;
  readonly follows: (placed: LocatedFinding, others: readonly LocatedFinding[]) => boolean;
}

/** Cascading errors: each is dropped when its cause is reported. */
const rules: readonly CascadeRule[] = [
  { name: "TypeScript reports syntax that a trap reports", follows: isSaidByTrap },
  { name: "TypeScript reports metadata that the schema reports", follows: isSaidBySchema },
  { name: "a method does not fit where it, or the metadata, is wrong in itself", follows: isInWrongMethod },
  { name: "nothing is known of methods whose metadata types nothing", follows: isUntyped },
  { name: "a value has a wrong type where the value that it is set to is wrong", follows: isOfWrongValue },
  {
    name: "a list of methods does not fit where one of them is wrong in itself",
    follows: isListedWrongMethod,
  },
  { name: "no auth fields are known where the app that declares them is wrong", follows: isOfWrongApp },
  {
    name: "a callback's parameter has no type where the called function is wrong",
    follows: isGivenToWrongCallee,
  },
  { name: "a callback's parameter may have none where a module is missing", follows: isGivenToMissing },
  { name: "an import of zapc is wrong by its module already", follows: isInImportOfZapc },
  { name: "no form of an import is right where its module cannot be imported", follows: isFormOfWrongImport },
  { name: "a package is missing wherever it is imported", follows: isMissingElsewhere },
  { name: "a name is there twice that a method cannot have", follows: isTaken },
  { name: "the bundler fails on code that others report", follows: isLeftToOthers },
];

/** The findings without those that only follow from others, so that each says something to change. */
export function withoutConsequences(
  discovered: Discovered,
  findings: readonly Diagnostic[],
): readonly Diagnostic[] {
  const distinct = findings.filter(
    (finding, index) => findings.findIndex((it) => isDeepStrictEqual(it, finding)) === index,
  );
  const sources = [...discovered.declarations.map(({ source }) => source), ...discovered.others];
  const all = distinct.map((finding): LocatedFinding => {
    const source = sources.find(({ file }) => file === finding.file);
    return { finding, source, offset: source ? offsetAt(source.text, finding) : 0 };
  });
  const follows = (placed: LocatedFinding) => {
    const others = all.filter((it) => it !== placed);
    return rules.some((rule) => rule.follows(placed, others));
  };
  const causes = all.filter((placed) => !follows(placed)).map(({ finding }) => finding);
  // Two that each follow from the other: better both than none.
  return causes.length > 0 ? causes : distinct;
}

function isSaidByTrap({ finding }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  // An error about something that TypeScript lacks altogether has no place.
  const isNear = (other: Diagnostic) => finding.line === undefined || other.file === finding.file;
  return others.some(
    (it) => isNear(it.finding) && impliedBy(it.finding.code)?.test(`${finding.code} ${finding.message}`),
  );
}

// The errors of a value that does not satisfy `Trigger`: a value, a property that is unknown or missing.
const doesNotFit = ["TS1360", "TS2322", "TS2353", "TS2559", "TS2561", "TS2739", "TS2740", "TS2741"];

function isSaidBySchema(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !doesNotFit.includes(finding.code)) return false;
  const isInMetadata = metadataIn(source).some((value) => contains(value, offset));
  return isInMetadata && others.some((it) => it.source === source && it.finding.code === "metadata");
}

const aboutTypesOfMethods = ["method-type", "unknown-property", "metadata-type"];

function isInWrongMethod(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !aboutTypesOfMethods.includes(finding.code)) return false;
  const isSame = (it: LocatedFinding) => it.source === source && it.offset === offset;
  if (finding.code === "unknown-property" && others.some(isSame)) return true;
  const body = source.parsed.program.body as Node[];
  const statement = body.find((it) => contains(it, offset));
  const places = [...metadataIn(source), ...(statement ? [statement] : [])];
  return others.some(
    (it) =>
      it.source === source &&
      !aboutTypesOfMethods.includes(it.finding.code) &&
      places.some((place) => contains(place, it.offset)),
  );
}

/** `({ post_poll }) satisfies TriggerMethods<typeof trigger>;`: an error in `post_poll` is reported where it is declared. */
function isListedWrongMethod(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !finding.code.startsWith("TS")) return false;
  const body = source.parsed.program.body as Node[];
  if (!body.some((it) => isTypeCheck(it) && contains(it, offset))) return false;
  const name = /^[\w$]+/.exec(source.text.slice(offset))?.[0];
  const declaring = body.filter((it) => name !== undefined && declaredBy(it).includes(name));
  return others.some(
    (it) => it.source === source && declaring.some((statement) => contains(statement, it.offset)),
  );
}

/** The names that a statement declares as functions or variables. */
function declaredBy(statement: Node): string[] {
  if (statement.type === "ExportNamedDeclaration" && statement.declaration)
    return declaredBy(statement.declaration);
  if (statement.type === "FunctionDeclaration") return statement.id ? [statement.id.name] : [];
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
}

function isUntyped({ finding, source, offset }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  if (!source || !finding.code.startsWith("TS")) return false;
  const isWrong = (it: LocatedFinding) => metadataIn(source).some((value) => contains(value, it.offset));
  const here = others.filter((it) => it.source === source);
  // Type '{ … }' does not satisfy the constraint 'Trigger'.
  if (finding.code === "TS2344") return here.some(isWrong);
  return here.some((it) => it.finding.code === "metadata-type") && !isWrong({ finding, source, offset });
}

function isOfWrongApp({ finding, source }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  if (!source || !isOfUnknownAuthField(finding, source)) return false;
  return others.some((it) => {
    const app = it.source && exportedValue(it.source, "app");
    return app && contains(app, it.offset);
  });
}

function isOfWrongValue(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !finding.code.startsWith("TS")) return false;
  const here = others.filter((it) => it.source === source);
  const { ofType, around } = source.nodes;
  const wrong = ofType("VariableDeclarator").flatMap((declarator) => {
    const { id, init } = declarator;
    if (id.type !== "Identifier" || !init || !here.some((it) => contains(init, it.offset))) return [];
    return [{ name: id.name, scope: around(declarator).find(isFunction) ?? source.parsed.program }];
  });
  const used = [
    ...ofType("MemberExpression").flatMap((it) => (it.property.start === offset ? [it.object] : [])),
    ...ofType("CallExpression").flatMap((it) => (it.callee.start === offset ? [it.callee] : [])),
  ];
  const names = used.flatMap((it) => (it.type === "Identifier" ? [it.name] : []));
  return wrong.some((it) => names.includes(it.name) && contains(it.scope, offset));
}

function isFunction({ type }: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
}

function metadataIn(source: Source): Node[] {
  return ["app", "trigger", "action", "search"].flatMap((name) => exportedValue(source, name) ?? []);
}

// Parameter 'x' implicitly has an 'any' type. Binding element 'x' implicitly has an 'any' type.
const implicitAny = ["TS7006", "TS7031"];

function isGivenToWrongCallee(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !implicitAny.includes(finding.code)) return false;
  const here = others.filter((it) => it.source === source);
  return callsAround(source, offset).some(({ callee }) => here.some((it) => contains(callee, it.offset)));
}

function isGivenToMissing(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || !implicitAny.includes(finding.code)) return false;
  const isMissing = (it: LocatedFinding) => it.source === source && it.finding.code === noSuchModule;
  return others.some(isMissing) && callsAround(source, offset).length > 0;
}

// Cannot find module 'x' or its corresponding type declarations.
const noSuchModule = "TS2307";

// Cannot find name 'fs'. Do you need to install type definitions for node?
const nodeModule = "TS2591";

function isMissingElsewhere({ finding }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  // A path is seen from its file: in another it may be another file.
  if (finding.code !== noSuchModule || finding.message.includes("'.")) return false;
  return others.some((it) => it.finding.message === finding.message && byPlace(it.finding, finding) < 0);
}

function isInImportOfZapc(
  { finding, source, offset }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (!source || finding.code === "zapc-import") return false;
  const { ofType } = source.nodes;
  const imports: Node[] = [
    ...source.parsed.program.body,
    ...ofType("ImportExpression"),
    ...ofType("CallExpression"),
  ];
  return others.some((it) => {
    const isOfZapc = it.source === source && it.finding.code === "zapc-import";
    return isOfZapc && imports.some((node) => node.start === it.offset && contains(node, offset));
  });
}

/** `import fs = require("fs")`: TypeScript advises to write `import * as fs from "fs"`, which is wrong, too. */
function isFormOfWrongImport(
  { finding, source }: LocatedFinding,
  others: readonly LocatedFinding[],
): boolean {
  if (finding.code !== "TS1202") return false;
  return others.some(
    (it) =>
      it.source === source &&
      it.finding.line === finding.line &&
      [noSuchModule, nodeModule].includes(it.finding.code),
  );
}

/** The calls in whose arguments a place is. */
function callsAround(source: Source, offset: number): Pick<CallExpression, "callee">[] {
  const calls = [...source.nodes.ofType("CallExpression"), ...source.nodes.ofType("NewExpression")];
  return calls.filter((call) => call.arguments.some((argument) => contains(argument, offset)));
}

function isTaken({ finding }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  return (
    finding.code === "TS2300" &&
    others.some((it) => it.finding.code === "taken-name" && it.finding.file === finding.file)
  );
}

function isLeftToOthers({ finding }: LocatedFinding, others: readonly LocatedFinding[]): boolean {
  return finding.code === "bundle" && others.some((it) => it.finding.code !== "bundle");
}

function contains({ start, end }: { readonly start: number; readonly end: number }, offset: number): boolean {
  return start <= offset && offset < end;
}
