import type { Expression } from "acorn";
import { isIdentifierName, nameText } from "../../output/object-text.ts";
import { type DividedPart, type DividedScript, isConstant, type ZapMember } from "./members.ts";
import { freeName, outerNames, topLevelNames, variableName } from "./names.ts";
import { isWithin, type ParsedScript } from "./script.ts";
import { type Slice, sliceOf } from "./slice.ts";

/** The destination of a member of `Zap`. */
export interface Destination {
  /** In the scripting directory: `triggers/new_ticket.js`. */
  readonly path: string;
  /** The name under which the file exports it. */
  readonly exported: string;
}

/** The text of a module, and its exports. */
export interface Module {
  readonly path: string;
  /** The names in it that no export must hide. */
  readonly names: ReadonlySet<string>;
  readonly imports: string;
  readonly body: string;
}

export const sharedPath = "shared.js";

/** Cuts a script into modules: one for each place, and one for all that its members share. */
export function cut(
  script: ParsedScript,
  found: DividedScript,
  placeOf: (name: string) => Destination,
): Module[] {
  const cutting = new ModuleCutter(script, found, placeOf);
  const paths = [...new Set(found.members.map(({ name }) => placeOf(name).path))].sort();
  const modules = paths.map((path) => cutting.module(path));
  const shared = cutting.shared();
  if (!shared) return modules;
  const isImported = modules.some(({ imports, body }) => /shared\.js"/.test(imports + body));
  if (isImported) return [shared, ...modules];
  // It must run, though nothing needs a name of it.
  const [first, ...others] = modules as [Module, ...Module[]];
  const imports = `import ${JSON.stringify(pathFrom(first.path, sharedPath))};`;
  return [shared, { ...first, imports }, ...others];
}

class ModuleCutter {
  readonly #script: ParsedScript;
  readonly #found: DividedScript;
  readonly #placeOf: (name: string) => Destination;
  readonly #topLevel: ReadonlySet<string>;
  /** The names that other modules import from the shared one: each with its name there. */
  readonly #exported = new Set<string>();
  /** The members that are declared in the shared module, by their names there. */
  readonly #sharedNames = new Map<ZapMember, string>();

  constructor(script: ParsedScript, found: DividedScript, placeOf: (name: string) => Destination) {
    this.#script = script;
    this.#found = found;
    this.#placeOf = placeOf;
    this.#topLevel = topLevelNames(script);
    const { all } = outerNames({ start: 0, end: script.text.length }, script);
    const taken = new Set([...all, ...this.#topLevel]);
    for (const member of found.members) {
      const alias = this.#aliasOf(member.value);
      if (alias === undefined && !this.#isStaying(member)) continue;
      const name = alias ?? freeName(variableName(member.name), (it) => taken.has(it));
      taken.add(name);
      this.#sharedNames.set(member, name);
    }
  }

  /** The declared function or variable that a member stands for. */
  #aliasOf(value: Expression): string | undefined {
    return value.type === "Identifier" && this.#topLevel.has(value.name) ? value.name : undefined;
  }

  /** Tells whether a member must be evaluated where it stands, or sets what the others share. */
  #isStaying({ value }: ZapMember): boolean {
    const { set } = outerNames(value, this.#script);
    if ([...set].some((name) => this.#topLevel.has(name))) return true;
    return !isConstant(value);
  }

  module(path: string): Module {
    const members = this.#found.members.filter(({ name }) => this.#placeOf(name).path === path);
    const own = members.filter((member) => !this.#sharedNames.has(member));
    const names = new Set(own.flatMap(({ value }) => [...outerNames(value, this.#script).all]));
    const imported = [...names].filter((name) => this.#topLevel.has(name) && name !== "Zap").sort();
    for (const name of imported) this.#exported.add(name);
    const from = JSON.stringify(pathFrom(path, sharedPath));
    const blocks = members.map((member) => this.#block(member, names, from));
    const imports = imported.length > 0 ? `import { ${imported.join(", ")} } from ${from};` : "";
    return { path, names, imports: wrapped(imports), body: blocks.join("\n\n") };
  }

  #block(member: ZapMember, names: ReadonlySet<string>, from: string): string {
    const { exported } = this.#placeOf(member.name);
    const shared = this.#sharedNames.get(member);
    if (shared !== undefined) {
      this.#exported.add(shared);
      const { above, behind } = sliceOf(member, exported, this.#script);
      const as = shared === exported ? shared : `${shared} as ${nameText(exported)}`;
      const isAlias = this.#aliasOf(member.value) !== undefined;
      const code = `export { ${as} } from ${from};`;
      return joined(isAlias ? { above, code, behind } : { above: "", code, behind: "" });
    }
    const isFree = isIdentifierName(exported) && !names.has(exported) && !isReserved(exported);
    const wanted = variableName(member.name === exported ? `${exported}_` : member.name);
    const local = isFree ? exported : freeName(wanted, (it) => names.has(it));
    const slice = sliceOf(member, local, this.#script);
    if (local === exported) return joined({ ...slice, code: `export ${slice.code}` });
    return `${joined(slice)}\nexport { ${local} as ${nameText(exported)} };`;
  }

  /** The module of all that stands beside `Zap`, in the order of the script. */
  shared(): Module | undefined {
    const chunks = this.#found.parts.map((part) => this.#chunk(part)).filter((text) => text.trim() !== "");
    if (chunks.length === 0) return undefined;
    const names = [...this.#exported].sort();
    const exports = names.length > 0 ? `\n\n${wrapped(`export { ${names.join(", ")} };`)}` : "";
    const text = chunks
      .join("")
      .replace(/^\s*\n/, "")
      .trimEnd();
    return { path: sharedPath, names: new Set(), imports: "", body: `${text}${exports}` };
  }

  #chunk({ kind, owned, statement, members }: DividedPart): string {
    const { text } = this.#script;
    if (kind === "shared") return text.slice(owned.start, owned.end);
    const staying = members.filter(
      (it) => this.#sharedNames.has(it) && this.#aliasOf(it.value) === undefined,
    );
    const blocks = staying.map((it) =>
      joined(sliceOf(it, this.#sharedNames.get(it) as string, this.#script)),
    );
    const made = blocks.map((block) => `\n\n${block}`);
    // The comments of a statement that is a member go with it.
    if (!statement || members.some(({ node }) => node === statement)) return made.join("");
    const above = text.slice(owned.start, statement.start).trimEnd();
    const others = this.#script.comments.filter(
      (it) =>
        statement.start <= it.start &&
        it.end <= owned.end &&
        !members.some((member) => isWithin(it, member.owned)),
    );
    return [above, ...made, ...others.map((it) => `\n${text.slice(it.start, it.end)}`)].join("");
  }
}

function joined({ above, code, behind }: Slice): string {
  return [above && `${above}\n`, code, behind].join("");
}

/** `../shared.js`, from `triggers/new_ticket.js`. */
export function pathFrom(path: string, to: string): string {
  return path.includes("/") ? `../${to}` : `./${to}`;
}

const MOST_COLUMNS = 120;

/** A list of names over several lines, where it is too long for one. */
export function wrapped(code: string): string {
  if (code.length <= MOST_COLUMNS) return code;
  const [, head, names = "", tail] = /^(\w+ \{) (.*) (\}.*)$/.exec(code) ?? [];
  return [head, ...names.split(", ").map((name) => `  ${name},`), tail].join("\n");
}

// Source: ECMA-262, "Keywords and Reserved Words"; those of strict code and modules, too.
const reserved =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  );

export function isReserved(name: string): boolean {
  return reserved.includes(name);
}
