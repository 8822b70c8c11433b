import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type AnyNode, type FunctionDeclaration, type Identifier, type Program, parse } from "acorn";
import MagicString from "magic-string";
import { compile } from "../../compiler/compile.ts";
import { type Diagnostic, Invalid } from "../../model/diagnostic.ts";
import { exportedName, hydrator, type Method, type MethodKind, methods } from "../../model/methods.ts";
import { removedAfter, temporaryFolder } from "../../output/temporary-folder.ts";
import { forEachNode } from "../../source/walk.ts";
import type { AdoptedFile } from "./files.ts";

/** The files of an adopted script, those in TypeScript that type-check; and a finding for each of the others that has methods. */
export interface TypedFiles {
  readonly files: readonly AdoptedFile[];
  readonly findings: readonly Diagnostic[];
}

/** The kind of the methods that a file holds, by its path. */
const kinds: readonly (readonly [path: RegExp, kind: MethodKind, metadata?: string])[] = [
  [/^triggers\//, "trigger", "Trigger"],
  [/^actions\//, "action", "Action"],
  [/^searches\//, "search", "Search"],
  [/^auth\.js$/, "auth"],
  [/^hooks\.js$/, "hook"],
  [/^hydrators\.js$/, "hydrator"],
];

/**
 * Writes the files with methods in TypeScript: each method gets the types of its bundle and its result. A file that is then no
 * error-free TypeScript stays JavaScript. Code that methods share stays JavaScript, too: nothing says what its parameters are.
 */
export async function inTypeScript(files: readonly AdoptedFile[]): Promise<TypedFiles> {
  let typed = files.map((file) => typedFile(file) ?? file);
  const untyped = (await errorsIn(typed)).filter(({ code }) => code === "TS7006");
  typed = typed.map((file) => withAny(file, untyped));
  const findings: Diagnostic[] = [];
  for (;;) {
    const errors = await errorsIn(typed);
    const wrong = typed.filter(({ path }) => path !== "app.ts" && errors.some(({ file }) => file === path));
    const broken = wrong.filter(({ path }) => /\.ts$/.test(path) && !/\.d\.ts$/.test(path));
    if (broken.length === 0) return { files: typed, findings };
    for (const { path } of broken)
      findings.push(stays(path, errors.filter(({ file }) => file === path) as [Diagnostic]));
    const javaScript = (path: string) => files.find((it) => it.path === path.replace(/\.ts$/, ".js"));
    typed = typed.map((file) => (broken.includes(file) ? (javaScript(file.path) ?? file) : file));
  }
}

/** Gives parameters whose type nothing says the type `any`, as those of `items.map(function (item) {…})`, where an API answers the items. */
function withAny({ path, text }: AdoptedFile, untyped: readonly Diagnostic[]): AdoptedFile {
  const edited = new MagicString(text);
  const lines = text.split("\n");
  for (const { file, line = 1, column = 1 } of untyped) {
    const own = lines[line - 1] ?? "";
    const name = /^[\w$]+/.exec(own.slice(column - 1))?.[0] ?? "";
    const end = column - 1 + name.length;
    // A parameter without parentheses cannot have a type, and that of a method is its bundle.
    if (
      file !== path ||
      !path.endsWith(".ts") ||
      /^\s*=>/.test(own.slice(end)) ||
      own.startsWith("export var")
    )
      continue;
    const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
    edited.appendLeft(start + end, ": any");
  }
  return { path, text: edited.toString() };
}

function stays(path: string, errors: readonly [Diagnostic, ...Diagnostic[]]): Diagnostic {
  const file = path.replace(/\.ts$/, ".js");
  const [{ message }] = errors;
  const number = errors.length === 1 ? "one error" : `${errors.length} errors, of which the first is`;
  return {
    code: "stays-javascript",
    severity: "warning",
    message: `As TypeScript this file has ${number}: ${message}`,
    file,
    hint: `It stays JavaScript. Rename it to ${path} later, and mend what the build reports.`,
  };
}

/** The errors of a build, with the paths in the directory. */
async function errorsIn(files: readonly AdoptedFile[]): Promise<Diagnostic[]> {
  return removedAfter(temporaryFolder("zapc-adopt-"), async (directory) => {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    try {
      await compile(directory);
      return [];
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return error.diagnostics
        .filter(({ severity }) => severity === "error")
        .map((it) => ({ ...it, file: relative(directory, it.file) }));
    }
  });
}

/** A file in TypeScript; undefined where it is none with methods. */
function typedFile({ path, text }: AdoptedFile): AdoptedFile | undefined {
  const [, kind, metadata] = kinds.find(([pattern]) => pattern.test(path)) ?? [];
  if (!kind) return undefined;
  const program = parse(text, { ecmaVersion: "latest", sourceType: "module" });
  const edited = new MagicString(text);
  const types = [
    ...(metadata ? typeMetadata(edited, program, metadata) : []),
    ...exportedFunctions(program).flatMap((it) => typeMethod(edited, it, kind)),
  ];
  for (const at of parsedJson(program)) edited.appendLeft(at, "<any>");
  if (types.length > 0)
    edited.prepend(`import type { ${[...new Set(types)].sort().join(", ")} } from "zapc";\n\n`);
  return { path: path.replace(/\.js$/, ".ts"), text: edited.toString() };
}

/** The ends of `z.JSON.parse` where it is called: a script says nothing of what an API answers. */
function parsedJson(program: Program): number[] {
  const ends: number[] = [];
  forEachNode<AnyNode>(program, (node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return;
    const { object, property, end } = node.callee;
    const isOfZ =
      object.type === "MemberExpression" && object.object.type === "Identifier" && object.object.name === "z";
    const names = isOfZ && object.property.type === "Identifier" && property.type === "Identifier";
    if (names && `${(object.property as Identifier).name}.${property.name}` === "JSON.parse") ends.push(end);
  });
  return ends;
}

/** `const trigger = … as const satisfies Trigger`, in place of the same in JSDoc. */
function typeMetadata(edited: MagicString, { body }: Program, type: string): string[] {
  const text = edited.original;
  const satisfies = `/** @satisfies {import("zapc").${type}} */\n`;
  const asConst = "/** @type {const} */ (";
  const at = text.indexOf(satisfies);
  const declaration = body
    .map((it) => (it.type === "ExportNamedDeclaration" ? it.declaration : it))
    .find((it) => it?.type === "VariableDeclaration" && it.start >= at);
  const init = declaration?.type === "VariableDeclaration" ? declaration.declarations[0]?.init : undefined;
  if (at < 0 || !init) return [];
  edited.remove(at, at + satisfies.length);
  edited.remove(init.start - asConst.length, init.start);
  edited.update(init.end, init.end + 1, ` as const satisfies ${type}`);
  return [type];
}

function exportedFunctions({ body }: Program): FunctionDeclaration[] {
  return body.flatMap((it) =>
    it.type === "ExportNamedDeclaration" && it.declaration?.type === "FunctionDeclaration"
      ? [it.declaration as FunctionDeclaration]
      : [],
  );
}

/** Adds the types of a method's parameters and of its result. Returns their names. */
function typeMethod(edited: MagicString, declaration: FunctionDeclaration, kind: MethodKind): string[] {
  const method = methodNamed(declaration.id.name, kind);
  const [bundle, callback] = declaration.params;
  if (!method) return [];
  const generic = ["trigger", "action", "search"].includes(kind) ? `<typeof ${kind}>` : "";
  if (bundle) edited.appendLeft(bundle.end, `: ${method.bundle}${generic}`);
  if (callback) edited.appendLeft(callback.end, `: Callback<${method.result}>`);
  else edited.appendLeft(edited.original.lastIndexOf(")", declaration.body.start) + 1, `: ${method.result}`);
  return [...(bundle ? [method.bundle] : []), method.result, ...(callback ? ["Callback"] : [])];
}

function methodNamed(name: string, kind: MethodKind): Method | undefined {
  if (kind === "hydrator") return hydrator(name);
  return methods.find((it) => it.kind === kind && exportedName(it) === name);
}
