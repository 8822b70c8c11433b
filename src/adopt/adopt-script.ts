import type { TokenProof } from "../index.ts";
import { completeMetadata } from "../inference/infer-metadata.ts";
import { ScriptSyntaxError } from "../inference/parse-script.ts";
import { readScript, type ScriptReading, withMethods } from "../inference/read-script.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { type DividedScript, membersOf, type Uncut } from "./cut/members.ts";
import { cut } from "./cut/modules.ts";
import { placesOf } from "./cut/places.ts";
import { scriptOf } from "./cut/script.ts";
import { keepWhole } from "./cut/whole.ts";
import { tokenProof } from "./proof/tokens.ts";
import { membersAtRunTime } from "./read/members.ts";
import type { AdoptionSource } from "./read/source.ts";
import { scriptFindings } from "./report/findings.ts";
import { repaired } from "./rewrite/repaired.ts";
import { nodesOf } from "./rewrite/strict-mode-finding.ts";
import { buildable } from "./write/buildable.ts";
import { type AdoptedFile, filesOf } from "./write/files.ts";

/** A script as a scripting directory. */
export interface Adopted {
  readonly files: readonly AdoptedFile[];
  /** The files as they are without `fix`: a later run with it may replace them. */
  readonly earlier: readonly AdoptedFile[];
  readonly findings: readonly Diagnostic[];
  /** The names in `Zap` of the methods that the platform can call. */
  readonly methods: readonly string[];
  /** `triggers/new_ticket` */
  readonly steps: readonly string[];
  /** Why the script is kept whole in one file, as the end of a sentence. */
  readonly whole_because?: string;
  /** Compares the tokens of the script with those of the files, as they are written. */
  readonly tokens: (files: readonly AdoptedFile[]) => TokenProof;
  /** The text of the script without the testing code that is left out. */
  readonly withoutTesting: string;
}

export interface RepairOptions {
  /** Repairs code that strict mode would break, where a repair is safe. */
  readonly fix: boolean;
}

/**
 * Makes a scripting directory of a script. Writes nothing.
 *
 * @throws {Invalid} where the script is not JavaScript.
 */
export async function adoptScript(source: AdoptionSource, { fix }: RepairOptions): Promise<Adopted> {
  const original = parsing(source.file, () => scriptOf(source.text));
  const { text, findings: sloppy, leftOut, withoutTesting } = repaired(original, { file: source.file, fix });
  const members = await membersAtRunTime(text);
  const made = directoryOf(text, members, source);
  const earlier = fix
    ? directoryOf(repaired(original, { file: source.file, fix: false }).text, members, source).files
    : [];
  const { metadata, files, methods, because } = made;
  const reading = withMethods(readScript(source.text), members);
  const isDeclared = hasSteps(source.metadata);
  const reported = { ...made, script: original, file: source.file, reading, isDeclared };
  const isKept = ({ line = 0 }: Diagnostic) =>
    !leftOut.some(({ first, last }) => first <= line && line <= last);
  const findings = [...sloppy, ...scriptFindings(reported).filter(isKept)];
  const steps = (["triggers", "actions", "searches"] as const).flatMap((list) =>
    metadata[list].map(({ key }) => `${list}/${key}`),
  );
  const whole = because === undefined ? {} : { whole_because: because };
  const tokens = (written: readonly AdoptedFile[]) =>
    tokenProof({
      ...{ original, repaired: scriptOf(text), files: written },
      ...{ isWhole: because !== undefined, rewrites: sloppy.filter(isRewrite).length },
    });
  return { files, earlier, findings, methods, steps, ...whole, tokens, withoutTesting };
}

/** Tells whether a finding reports sources that differ from the script. */
function isRewrite({ hint = "" }: Diagnostic): boolean {
  return /^Repaired:|left out/.test(hint);
}

/** The directory of a script whose text a module can hold. */
function directoryOf(text: string, members: readonly string[], { file, metadata: known }: AdoptionSource) {
  const script = parsing(file, () => scriptOf(text));
  const reading = withMethods(readScript(text), members);
  const completed = completeMetadata(known, hasSteps(known) ? ofSteps(reading, known) : reading);
  const { metadata, additions } = buildable(completed, script);
  const isSloppy = nodesOf(script).some(({ type }) => type === "WithStatement");
  const found = isSloppy
    ? { because: "strict code cannot hold its `with`" }
    : withAllMembers(membersOf(script), members);
  const placeOf = placesOf(metadata);
  const isWhole = "because" in found;
  const names = isWhole ? namesOf(reading, members) : found.members.map(({ name }) => name);
  const modules = isWhole
    ? keepWhole(script, { members: names, placeOf, isSloppy })
    : cut(script, found, placeOf);
  const namesZap = !isWhole && modules.some(({ body }) => /\bZap\b/.test(body));
  const files = filesOf({ metadata, additions, modules, namesZap });
  const methods = names.filter((name) => placeOf(name).path !== "members.js");
  return {
    metadata,
    additions,
    reading,
    files,
    methods,
    names,
    placeOf,
    ...(isWhole && { because: found.because }),
  };
}

/** The members of a script, unless it puts others on `Zap` when it runs. */
function withAllMembers(found: DividedScript | Uncut, atRunTime: readonly string[]): DividedScript | Uncut {
  if ("because" in found) return found;
  const other = atRunTime.find((name) => !found.members.some((it) => it.name === name));
  return other === undefined ? found : { because: `it puts \`${other}\` on \`Zap\` while it loads` };
}

/** Tells whether it is known which triggers, actions and searches there are. */
function hasSteps({ triggers = [], actions = [], searches = [] }: AdoptionSource["metadata"]): boolean {
  return triggers.length + actions.length + searches.length > 0;
}

/** Without the methods of steps that there are none of: the platform never calls them. */
function ofSteps(reading: ScriptReading, known: AdoptionSource["metadata"]): ScriptReading {
  const steps: { readonly [kind: string]: readonly { readonly key?: string }[] | undefined } = {
    trigger: known.triggers ?? [],
    action: known.actions ?? [],
    search: known.searches ?? [],
  };
  const methods = reading.methods.filter(
    ({ method, key }) => steps[method.kind]?.some((step) => step.key === key) ?? true,
  );
  return { ...reading, methods };
}

function namesOf({ methods, others }: ReturnType<typeof readScript>, members: readonly string[]): string[] {
  const names = members.length > 0 ? members : [...methods, ...others].map(({ name }) => name);
  // A file's default has no name.
  return names.filter((name) => name !== "default");
}

function parsing<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ScriptSyntaxError)) throw error;
    throw new Invalid([
      { code: "syntax-error", severity: "error", message: `${error.message}.`, file, ...error.place },
    ]);
  }
}
