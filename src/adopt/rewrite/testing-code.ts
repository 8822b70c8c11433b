import type { AnyNode, Expression, Statement } from "acorn";
import { testingCode } from "../../inference/testing-code.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { isExportOfZap } from "../cut/members.ts";
import { referencesTo } from "../cut/names.ts";
import { isWithin, type ParsedScript, type Range, rangeOf } from "../cut/script.ts";
import { nodesOf, type TextEdit } from "./strict-mode-finding.ts";

/** The testing code in a script: the ranges that are left out, and the findings about them. */
export interface TestingCodeLeftOut {
  readonly edits: readonly TextEdit[];
  readonly findings: readonly Diagnostic[];
}

/** Leaves out blocks HEAD and FOOT, and `module.exports = Zap`, where the script does the same without them. */
export function withoutTestingCode(script: ParsedScript, file: string): TestingCodeLeftOut {
  const blocks = testingCode(script.text).filter(({ kind }) => kind === "block");
  const inBlocks = blocks.map(({ line, end, what }) =>
    ofBlock(script, { range: linesOf(script.text, line, end), line, what, file }),
  );
  const exported = script.program.body.filter(
    (statement) => isExportOfZap(statement as never, script) || isNeverRun(statement as Statement, script),
  );
  const inBlock = (it: Range) => inBlocks.some(({ edits }) => edits.some((edit) => isWithin(it, edit)));
  const exports = exported
    .filter((it) => !inBlock(it))
    .map(
      (statement): TestingCodeLeftOut => ({
        edits: [{ start: statement.start, end: statement.end, text: "" }],
        findings: [
          {
            code: "testing-code",
            severity: "warning",
            message: `\`${script.text.slice(statement.start, statement.end).split("\n")[0]}\` is for a testing tool.`,
            file,
            line: statement.loc?.start.line ?? 1,
            column: (statement.loc?.start.column ?? 0) + 1,
            hint: "It is left out: tests run the compiled file.",
          },
        ],
      }),
    );
  const all = [...inBlocks, ...exports];
  return { edits: all.flatMap(({ edits }) => edits), findings: all.flatMap(({ findings }) => findings) };
}

/** `if (typeof module !== "undefined") {…}`, where nothing else needs what it declares: a script on the platform has no `module`. */
function isNeverRun(statement: Statement, script: ParsedScript): boolean {
  if (statement.type !== "IfStatement" || statement.alternate) return false;
  const declared = namesDeclaredIn(statement, script);
  if (declared.some((name) => !isModules(name) && isUsedOutside(name, statement, script))) return false;
  return operandsOf(statement.test).some(isOfModuleThere);
}

/** `typeof module !== "undefined"`, `typeof exports === "object"` */
function isOfModuleThere(test: Expression): boolean {
  if (test.type !== "BinaryExpression" || !isTypeOfModule(test.left) || test.right.type !== "Literal")
    return false;
  return (test.right.value === "undefined") === test.operator.startsWith("!");
}

/** The conditions that must all hold. */
function operandsOf(test: Expression): Expression[] {
  if (test.type !== "LogicalExpression" || test.operator !== "&&") return [test];
  return [...operandsOf(test.left), ...operandsOf(test.right)];
}

function isTypeOfModule(node: AnyNode): boolean {
  return (
    node.type === "UnaryExpression" &&
    node.operator === "typeof" &&
    node.argument.type === "Identifier" &&
    isModules(node.argument.name)
  );
}

function isModules(name: string): boolean {
  return name === "module" || name === "exports";
}

interface Block {
  readonly range: Range;
  readonly line: number;
  readonly what: string;
  readonly file: string;
}

function ofBlock(script: ParsedScript, { range, line, what, file }: Block): TestingCodeLeftOut {
  const declared = namesDeclaredIn(range, script);
  const exceptions = declared.filter((name) => name.endsWith("Exception") && isPlatforms(name));
  const needed = declared.filter((name) => !isPlatforms(name) && isUsedOutside(name, range, script));
  const finding = (message: string, hint: string): Diagnostic => ({
    code: "testing-code",
    severity: "warning",
    message,
    file,
    line,
    hint,
  });
  // The platform has no files beside a script: one with such a block would not load there.
  const isOnPlatform = !requiresFile(range, script);
  if (exceptions.length > 0 && isOnPlatform)
    return {
      edits: [],
      findings: [
        finding(
          `${what} of a testing tool redefines ${listed(exceptions)}: the script throws that instead of what the platform knows.`,
          "It is kept, so that the script does the same. Remove it, and the platform's own is thrown.",
        ),
      ],
    };
  if (needed.length > 0)
    return {
      edits: [],
      findings: [
        finding(
          `${what} of a testing tool declares ${listed(needed)}, which the script uses.`,
          "It is kept. Move what the script needs out of it, and remove the rest.",
        ),
      ],
    };
  const redefined =
    exceptions.length > 0
      ? `: it redefines ${listed(exceptions)}, from a file that the platform does not have`
      : "";
  return {
    edits: [{ ...range, text: "" }],
    findings: [
      finding(`${what} is for a testing tool${redefined}.`, "It is left out: tests run the compiled file."),
    ],
  };
}

/** `require("./zap-helpers")` */
function requiresFile(range: Range, script: ParsedScript): boolean {
  return nodesOf(script).some((node) => {
    if (node.type !== "CallExpression" || !isWithin(node, range)) return false;
    const { callee, arguments: given } = node;
    const [name] = given;
    const isRequire = callee.type === "Identifier" && callee.name === "require" && name?.type === "Literal";
    return isRequire && /^[./]/.test(String(name.value));
  });
}

function isPlatforms(name: string): boolean {
  return (runtimeGlobals as readonly string[]).includes(name);
}

function namesDeclaredIn(range: Range, { scopes }: ParsedScript): string[] {
  const [top] = scopes.scopes;
  const declared = (top?.variables ?? []).filter(({ identifiers }) =>
    identifiers.some((it) => isWithin(rangeOf(it), range)),
  );
  const set = (top?.through ?? []).filter((it) => it.isWrite() && isWithin(rangeOf(it.identifier), range));
  return [...new Set([...declared.map(({ name }) => name), ...set.map(({ identifier }) => identifier.name)])];
}

function isUsedOutside(name: string, range: Range, { scopes }: ParsedScript): boolean {
  const [top] = scopes.scopes;
  const references = top ? referencesTo(top) : [];
  return references.some(
    ({ identifier }) => identifier.name === name && !isWithin(rangeOf(identifier), range),
  );
}

/** Lines from one to another, both from 1 and both whole. */
function linesOf(text: string, from: number, to: number): Range {
  const lines = text.split("\n");
  const start = lines.slice(0, from - 1).reduce((sum, it) => sum + it.length + 1, 0);
  const end = lines.slice(0, to).reduce((sum, it) => sum + it.length + 1, 0);
  return { start, end: Math.min(end, text.length) };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
