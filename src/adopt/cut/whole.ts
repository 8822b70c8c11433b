import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { isIdentifierName, memberText, nameText } from "../../output/object-text.ts";
import { marker } from "./marker.ts";
import { outerThis } from "./members.ts";
import type { Destination, Module } from "./modules.ts";
import { isReserved, pathFrom, wrapped } from "./modules.ts";
import { freeName, isGlobal, outerNames, redeclaredGlobals, topLevelNames, variableName } from "./names.ts";
import type { ParsedScript } from "./script.ts";

export const wholePath = "script.js";

interface WholeScriptOptions {
  /** The names on `Zap`. */
  readonly members: readonly string[];
  readonly placeOf: (name: string) => Destination;
  /** True if no module can hold the script: its text is then evaluated, which today's runtime can do. */
  readonly isSloppy: boolean;
}

/** Keeps a script whole in one module, which runs it in a function of its own; the others export the members of its `Zap`. */
export function keepWhole(
  script: ParsedScript,
  { members, placeOf, isSloppy }: WholeScriptOptions,
): Module[] {
  const paths = [...new Set(members.map((name) => placeOf(name).path))].sort();
  const modules = paths.map((path): Module => {
    const own = members.filter((name) => placeOf(name).path === path);
    const names = own.map((name) => {
      const { exported } = placeOf(name);
      return exported === name ? nameText(name) : `${nameText(name)} as ${exported}`;
    });
    const from = JSON.stringify(pathFrom(path, wholePath));
    const body = wrapped(`export { ${names.join(", ")} } from ${from};`);
    return { path, names: new Set(), imports: "", body };
  });
  const body = wholeText(script, members, { isSloppy });
  return [{ path: wholePath, names: new Set(), imports: "", body }, ...modules];
}

/** The module that runs the script, and exports what is on `Zap` then. */
function wholeText(
  script: ParsedScript,
  members: readonly string[],
  { isSloppy }: Pick<WholeScriptOptions, "isSloppy">,
): string {
  const { all } = outerNames({ start: 0, end: script.text.length }, script);
  const isTaken = (name: string) => isReserved(name) || all.has(name) || members.includes(name);
  const adopted = freeName("adopted", isTaken);
  const exports = members.map((name) => {
    const isFree = !isReserved(name) && !all.has(name);
    if (isFree && isIdentifierName(name)) return `export var ${name} = ${adopted}.${name};`;
    const local = freeName(`${variableName(name)}_`, isTaken);
    return `var ${local} = ${adopted}${memberText(name)};\nexport { ${local} as ${nameText(name)} };`;
  });
  const usesGlobal = parametersOf(script).includes("global");
  const scope = usesGlobal ? freeName("scope", isTaken) : "{}";
  const { comment, code } = isSloppy ? evaluatedText(script, scope) : wrappedText(script, scope);
  const declared = `var ${scope} = typeof global === "undefined" ? {} : Object.create(global);\n`;
  return [...(usesGlobal ? [declared] : []), ...[comment, `var ${adopted} = ${code}\n`, ...exports]].join(
    "\n",
  );
}

interface EvaluatedScript {
  readonly comment: string;
  readonly code: string;
}

/** The parameters of a script besides the platform's globals. A script may put `Zap` on `global`, as bundles do. */
function parametersOf(script: ParsedScript): readonly string[] {
  return [
    ...(topLevelNames(script).has("Zap") ? [] : ["Zap"]),
    ...(freeNames(script).includes("global") ? ["global"] : []),
  ];
}

/** The end of the function that a script runs in. Global variables that the script reads are those that it has put on `this`. */
function endOf(script: ParsedScript): string[] {
  const names = outerThis(script.program).length > 0 ? freeNames(script) : [];
  const undeclared = new Set(names.filter((name) => !isGlobal(name)));
  return [...[...undeclared].map((name) => `var ${name} = this.${name};`), "return this.Zap || Zap;"];
}

function freeNames({ scopes }: ParsedScript): string[] {
  return (scopes.scopes[0]?.through ?? []).map(({ identifier }) => identifier.name);
}

/** The value of a parameter of the script. One of the two loaders has not all of the platform's globals. */
function givenFor(name: string, scope: string): string {
  if (name === "global") return scope;
  return name === "Zap" ? "{}" : `typeof ${name} === "undefined" ? undefined : ${name}`;
}

function wrappedText(script: ParsedScript, scope: string): EvaluatedScript {
  const names = [...parametersOf(script), ...redeclaredGlobals(script)];
  return {
    comment: "// The script as it was. `this` stands for the global object, on which it may put `Zap`.",
    code: `(function (${names.join(", ")}) {
${script.text.trimEnd()}

${endOf(script)
  .map((line) => `  ${line}`)
  .join("\n")}
}).call(${[scope, ...names.map((name) => givenFor(name, scope))].join(", ")});`,
  };
}

/** Strict code cannot hold a `with`: the text becomes a function of its own, which is given what the platform gives a script. */
function evaluatedText(script: ParsedScript, scope: string): EvaluatedScript {
  const lines = [...script.text.trimEnd().split("\n"), ...endOf(script)];
  const names = [...parametersOf(script), ...runtimeGlobals];
  const given = [scope, ...names.map((name) => givenFor(name, scope))];
  const text = `[\n${lines.map((line) => `  ${JSON.stringify(line)}`).join(",\n")}\n].join("\\n")`;
  const comment = [
    "// The script as it was, as a text: strict code cannot hold it.",
    marker(
      "with-statement",
      "rewrite each `with`, and adopt the script again: an engine without `Function` cannot run it so",
    ),
  ];
  return {
    comment: comment.join("\n"),
    code: `new Function(${names.map((name) => JSON.stringify(name)).join(", ")}, ${text}).call(${given.join(", ")});`,
  };
}
