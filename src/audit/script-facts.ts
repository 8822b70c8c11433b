import { type AnyNode, type MemberExpression, type Program, parse } from "acorn";
import type { ScriptPlace } from "../inference/parse-script.ts";
import { Failure } from "../model/failure.ts";
import { lineIndex } from "../source/line-index.ts";
import { forEachNode, isOnlyName } from "../source/walk.ts";

/** The facts about a zap.js that the audit needs. */
export interface ScriptFacts {
  /** The names of the functions of `Zap`. */
  readonly methods: readonly string[];
  /** The names of properties and the texts in it: the keys of the fields that it reads are among them. */
  readonly names: ReadonlySet<string>;
  /** The properties of bundles whose values it hands on without naming them: `_.extend({}, bundle.trigger_fields)`. */
  readonly wholes: ReadonlySet<string>;
  /** The calls of `JSON.parse`. */
  readonly jsonParse: readonly ScriptPlace[];
  /** The addresses without TLS in it. */
  readonly httpTexts: readonly { readonly text: string; readonly place: ScriptPlace }[];
}

/** The facts about a part of a script, as JSON: the audit remembers them while the part is the same. */
export interface PartFacts {
  readonly names: readonly string[];
  readonly wholes: readonly string[];
  /** The variables that hold the values of fields, with the property of the bundle: `var fields = bundle.action_fields`. */
  readonly aliases: readonly (readonly [variable: string, property: string])[];
  /** The variables that it hands on. */
  readonly handedOn: readonly string[];
  readonly jsonParse: readonly ScriptPlace[];
  readonly httpTexts: ScriptFacts["httpTexts"];
}

export interface ScriptSyntax {
  readonly text: string;
  readonly program: Program;
}

/**
 * Reads a script.
 *
 * @param methods - the names of the functions of `Zap`
 * @throws {Failure} when it does not parse.
 */
export function scriptFacts(code: string, file: string, methods: readonly string[]): ScriptFacts {
  const script = { text: code, program: programOf(code, file) };
  return factsOfParts([{ facts: partFacts(script), linesAbove: 0 }], methods);
}

/** Puts together what the parts of one script tell: a variable may be handed on in another part than that which sets it. */
export function factsOfParts(
  parts: readonly { readonly facts: PartFacts; readonly linesAbove: number }[],
  methods: readonly string[],
): ScriptFacts {
  const all = parts.map(({ facts }) => facts);
  const aliases = new Map(all.flatMap((it) => it.aliases));
  const aliased = all.flatMap((it) => it.handedOn.flatMap((name) => aliases.get(name) ?? []));
  const moved = ({ line, column }: ScriptPlace, by: number) => ({ line: line + by, column });
  return {
    methods,
    names: new Set(all.flatMap(({ names }) => names)),
    wholes: new Set([...all.flatMap(({ wholes }) => wholes), ...aliased]),
    jsonParse: parts.flatMap(({ facts, linesAbove }) => facts.jsonParse.map((it) => moved(it, linesAbove))),
    httpTexts: parts.flatMap(({ facts, linesAbove }) =>
      facts.httpTexts.map(({ text, place }) => ({ text, place: moved(place, linesAbove) })),
    ),
  };
}

/** Reads a part of a script. */
export function partFacts({ text, program }: ScriptSyntax): PartFacts {
  const names = new Set<string>();
  const aliases: (readonly [variable: string, property: string])[] = [];
  const wholes = new Set<string>();
  const handedOn = new Set<string>();
  const jsonParse: ScriptPlace[] = [];
  const httpTexts: ScriptFacts["httpTexts"][number][] = [];
  const placeOf = lineIndex(text);
  forEachNode<AnyNode>(program, (node, parent) => {
    if (isOnlyName(node, parent)) return;
    const isGiven = parent !== undefined && isHandedOn(node, parent);
    switch (node.type) {
      case "Identifier":
        if (isGiven) handedOn.add(node.name);
        return;
      case "Literal":
        if (typeof node.value !== "string") return;
        names.add(node.value);
        if (/^http:\/\/\w/.test(node.value)) httpTexts.push({ text: node.value, place: placeOf(node.start) });
        return;
      case "Property":
        if (node.key.type === "Identifier") names.add(node.key.name);
        return;
      case "VariableDeclarator": {
        const { id, init } = node;
        const name = init?.type === "MemberExpression" ? nameOf(init) : undefined;
        if (id.type === "Identifier" && name !== undefined && isOfFields(name)) aliases.push([id.name, name]);
        return;
      }
      case "MemberExpression": {
        const name = nameOf(node);
        if (name === undefined) return;
        names.add(name);
        if (name === "parse" && node.object.type === "Identifier" && node.object.name === "JSON")
          jsonParse.push(placeOf(node.start));
        if (isGiven && isOfFields(name)) wholes.add(name);
      }
    }
  });
  const sets = { names: [...names], wholes: [...wholes], handedOn: [...handedOn] };
  return { ...sets, aliases, jsonParse, httpTexts };
}

function programOf(code: string, file: string): Program {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "script" });
  } catch (error) {
    throw new Failure(`Failed to read the script ${file}: ${(error as Error).message}.`, {
      hint: "The platform could not run it either. `zapc build` writes it.",
      cause: error,
    });
  }
}

function nameOf({ property, computed }: MemberExpression): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

function isOfFields(name: string): boolean {
  return /_fields(?:_raw|_full)?$/.test(name);
}

/** The names whose values become parts of a request, in the options of `z.request`, too. */
const partsOfRequest = ["params", "data", "body", "form", "qs", "json"];

/** `_.keys`, `Object.assign`, and what TypeScript lowers `{ ...fields }` to. */
function isOfLibrary(callee: AnyNode): boolean {
  return callee.type === "MemberExpression" || (callee.type === "Identifier" && /^__\w+$/.test(callee.name));
}

/** Tells whether values are read by any key: by a library's function, in a loop, or as a part of a request. */
function isHandedOn(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case "CallExpression":
      return parent.callee !== node && isOfLibrary(parent.callee);
    case "ForInStatement":
      return parent.right === node;
    case "MemberExpression":
      return parent.object === node && nameOf(parent) === undefined;
    case "AssignmentExpression":
      return parent.left.type === "MemberExpression" && partsOfRequest.includes(nameOf(parent.left) ?? "");
    case "Property":
      return parent.key.type === "Identifier" && partsOfRequest.includes(parent.key.name);
    default:
      return false;
  }
}
