import { runtimeGlobals } from "../../model/runtime-globals.ts";
import { isIdentifierName, memberText, nameText } from "../../output/object-text.ts";
import { marker } from "./marker.ts";
import { outerThis } from "./members.ts";
import type { Destination, Module } from "./modules.ts";
import { isReserved, pathFrom, wrapped } from "./modules.ts";
import { freeName, isGlobal, outerNames, redeclaredGlobals, topLevelNames } from "./names.ts";
import type { Script } from "./script.ts";

export const wholePath = "script.js";

/**
 * Keeps a script whole in one module, which runs it in a function of its own; the others export the members of its `Zap`.
 *
 * @param isSloppy - whether no module can hold it: its text is then evaluated, which today's runtime can do
 */
export function keepWhole(
  script: Script,
  {
    members,
    placeOf,
    isSloppy,
  }: {
    readonly members: readonly string[];
    readonly placeOf: (name: string) => Destination;
    readonly isSloppy: boolean;
  },
): Module[] {
  const { all } = outerNames({ start: 0, end: script.text.length }, script);
  const isTaken = (name: string) => isReserved(name) || all.has(name) || members.includes(name);
  const adopted = freeName("adopted", isTaken);
  const exports = members.map((name) => {
    const isFree = !isReserved(name) && !all.has(name);
    if (isFree && isIdentifierName(name)) return `export var ${name} = ${adopted}.${name};`;
    const local = freeName(`${variableName(name)}_`, isTaken);
    return `var ${local} = ${adopted}${memberText(name)};\nexport { ${local} as ${nameText(name)} };`;
  });
  const evaluated = isSloppy ? evaluatedText(script) : wrappedText(script);
  const body = `${evaluated.comment}\nvar ${adopted} = ${evaluated.code}\n\n${exports.join("\n")}`;
  const whole: Module = { path: wholePath, names: new Set(), imports: "", body };
  const paths = [...new Set(members.map((name) => placeOf(name).path))].sort();
  const modules = paths.map((path): Module => {
    const own = members.filter((name) => placeOf(name).path === path);
    const names = own.map((name) => {
      const { exported } = placeOf(name);
      return exported === name ? nameText(name) : `${nameText(name)} as ${exported}`;
    });
    const from = JSON.stringify(pathFrom(path, wholePath));
    return {
      path,
      names: new Set(),
      imports: "",
      body: wrapped(`export { ${names.join(", ")} } from ${from};`),
    };
  });
  return [whole, ...modules];
}

interface Evaluated {
  readonly comment: string;
  readonly code: string;
}

function parameterOf(script: Script): readonly string[] {
  return topLevelNames(script).has("Zap") ? [] : ["Zap"];
}

/** The end of the function that a script runs in. Global variables that the script reads are those that it has put on `this`. */
function endOf(script: Script): string[] {
  const [top] = script.scopes.scopes;
  const names = outerThis(script.program).length > 0 ? (top?.through ?? []) : [];
  const undeclared = new Set(
    names.map(({ identifier }) => identifier.name).filter((name) => !isGlobal(name)),
  );
  return [...[...undeclared].map((name) => `var ${name} = this.${name};`), "return this.Zap || Zap;"];
}

/** The value of a parameter of the script. One of the two loaders has not all of the platform's globals. */
function givenFor(name: string): string {
  return name === "Zap" ? "{}" : `typeof ${name} === "undefined" ? undefined : ${name}`;
}

function wrappedText(script: Script): Evaluated {
  const names = [...parameterOf(script), ...redeclaredGlobals(script)];
  return {
    comment: "// The script as it was. `this` stands for the global object, on which it may put `Zap`.",
    code: `(function (${names.join(", ")}) {
${script.text.trimEnd()}

${endOf(script)
  .map((line) => `  ${line}`)
  .join("\n")}
}).call(${["{}", ...names.map(givenFor)].join(", ")});`,
  };
}

/** Strict code cannot hold a `with`: the text becomes a function of its own, which is given what the platform gives a script. */
function evaluatedText(script: Script): Evaluated {
  const lines = [...script.text.trimEnd().split("\n"), ...endOf(script)];
  const names = [...parameterOf(script), ...runtimeGlobals];
  const given = names.map(givenFor);
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
    code: `new Function(${names.map((name) => JSON.stringify(name)).join(", ")}, ${text}).call({}, ${given.join(", ")});`,
  };
}

/** `data-map` -> `data_map` */
function variableName(name: string): string {
  const word = name.replace(/[^\p{ID_Continue}$]+/gu, "_");
  return isIdentifierName(word) ? word : `_${word}`;
}
