import { join } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { promiseOf } from "../../model/methods.ts";
import { readableSources } from "../../package-root.ts";
import type { Declaration, ExportedMethod } from "../../source/discovering/declaration.ts";
import { exportedValue } from "../../source/discovering/exported.ts";
import { findingAt, isJavaScript } from "../../source/source.ts";
import { adviceOnText, bundleOf, pitfallOf } from "./advice.ts";

/** A module that only the type-check sees: it gives every exported method to what the platform expects of it. */
export interface ContractModule {
  readonly text: string;
  /** The method that each line checks, from line 1. */
  readonly lineMethods: readonly (CheckedMethod | undefined)[];
}

interface CheckedMethod {
  readonly declaration: Declaration;
  readonly exported: ExportedMethod;
  /** Turns a finding of the type-check about the line into one about the method. */
  readonly found: (checked: CheckedMethod, finding: Diagnostic) => Diagnostic | undefined;
}

type ContractType = (module: string, declaration: Declaration) => string;

/** The contracts of the methods of each kind, as src/model/contracts.ts names them. */
const contracts: { readonly [kind in ExportedMethod["method"]["kind"]]: ContractType } = {
  trigger: (module) => `c.TriggerContracts<typeof ${module}.trigger>`,
  action: (module) => `c.ActionContracts<typeof ${module}.action>`,
  search: (module) => `c.SearchContracts<typeof ${module}.search>`,
  hook: (module, { methods }) =>
    methods.some(({ local }) => local === "post_subscribe")
      ? `c.AppContracts<typeof ${module}.post_subscribe>`
      : "c.AppContracts",
  auth: () => "c.AppContracts",
  hydrator: () => "{ [name: string]: c.Hydrator }",
  member: () => "{ [name: string]: unknown }",
};

/** Writes the module for all declarations. */
export function contractModule(declarations: readonly Declaration[]): ContractModule {
  const types = join(readableSources, "model/contracts.ts");
  const lines = [`import type * as c from ${JSON.stringify(types)};`];
  const lineMethods: (CheckedMethod | undefined)[] = [undefined];
  const add = (line: string, checked?: CheckedMethod) => {
    lines.push(line);
    lineMethods.push(checked);
  };
  declarations.forEach((declaration, index) => {
    const module = `m${index}`;
    add(`import * as ${module} from ${JSON.stringify(declaration.source.file)};`);
    // The platform's use of a result is not typed in JavaScript: it takes more than the contracts say.
    if (isJavaScript(declaration.source)) return;
    for (const exported of declaration.methods) {
      // A member may be anything, and have any name.
      if (exported.method.kind === "member") continue;
      const method = `${module}.${exported.local}`;
      const contract = contractOf(declaration, exported, module);
      const name = `c${lines.length}`;
      add(`export const ${name}: ${contract} = ${method};`, { declaration, exported, found: wrongMethod });
      const result = resultCheck(exported, method, contract);
      if (!result) continue;
      const { wrong, found } = result;
      add(`export const ${name}_: never = "" as unknown as ${wrong};`, { declaration, exported, found });
    }
  });
  return { text: lines.join("\n"), lineMethods };
}

/** A type that is `never` where nothing is wrong with what a method returns, and what it says otherwise. */
interface ResultCheck extends Pick<CheckedMethod, "found"> {
  readonly wrong: string;
}

function resultCheck(
  { method, written }: ExportedMethod,
  name: string,
  contract: string,
): ResultCheck | undefined {
  // A method that calls back returns nothing.
  if (method.kind === "hydrator")
    return (written?.parameters ?? 0) > 1
      ? undefined
      : { wrong: `c.NotHydrated<typeof ${name}>`, found: wrongHydrator };
  // The type-check compares the result with its type where that is written out.
  if (written?.hasResultType) return undefined;
  return { wrong: `c.UnknownKey<typeof ${name}, ${contract}>`, found: unknownProperty };
}

/** The contract with or without a callback of a method that may take one: that one then says what is wrong. */
function contractOf(declaration: Declaration, { method, written }: ExportedMethod, module: string): string {
  const contract = `${contracts[method.kind](module, declaration)}[${JSON.stringify(method.name)}]`;
  if (!method.callback || !written) return contract;
  return `${written.parameters > 1 ? "Exclude" : "Extract"}<${contract}, (bundle: never) => unknown>`;
}

/** Turns a finding of the type-check about a line of the module into one about the method. */
export function contractFinding(
  { lineMethods }: ContractModule,
  finding: Diagnostic,
): Diagnostic | undefined {
  const checked = lineMethods[(finding.line ?? 0) - 1];
  return checked?.found(checked, finding);
}

function wrongMethod(checked: CheckedMethod, finding: Diagnostic): Diagnostic {
  const { declaration, exported } = checked;
  const { method, written } = exported;
  // The contract could not be made of the metadata.
  if (finding.code === "TS2344") return wrongMetadata(declaration, finding);
  const message = [`\`${exported.local}\` is not what the platform can call.`, ...reasonsOf(finding)].join(
    "\n",
  );
  const none = written && written.parameters > 1 ? ", no callback," : "";
  const found = findingAt(declaration.source, exported.offset, {
    code: "method-type",
    message,
    hint: method.callback
      ? `It gets ${bundleOf(exported)} and returns ${method.result}, or takes a Callback<${method.result}>.`
      : `It gets ${bundleOf(exported)}${none} and returns ${method.result}.`,
  });
  const promise = /\bPromise(?:Like)?</.test(message) ? promiseOf(method) : undefined;
  const more = promise ?? pitfallOf(method, message) ?? adviceOnText(declaration.source, found);
  return more ? { ...found, hint: `${found.hint} ${more}` } : found;
}

/** The reasons about the method's parts or, where there are none, about its type. */
function reasonsOf({ message }: Diagnostic): string[] {
  const [first = "", ...reasons] = message.split("\n");
  if (reasons.length > 0) return reasons;
  const type = /^Type '(.*?)' is not assignable/.exec(first)?.[1];
  return type ? [`  It is of type '${type}'.`] : [];
}

function wrongMetadata({ source, row }: Declaration, { message }: Diagnostic): Diagnostic {
  const name = row.metadata ?? "";
  const [, ...reasons] = message.split("\n");
  return findingAt(source, exportedValue(source, name)?.start ?? 0, {
    code: "metadata-type",
    message: [`\`${name}\` cannot type the bundles of the methods.`, ...reasons].join("\n"),
    hint: `Write \`export const ${name} = { … } as const satisfies ${name.charAt(0).toUpperCase()}${name.slice(1)};\`.`,
  });
}

// Type '"nothing"' is not assignable to type 'never'.
function wrongHydrator(
  { declaration, exported }: CheckedMethod,
  { message }: Diagnostic,
): Diagnostic | undefined {
  const what = /^Type '"(.*?)"' is not assignable/.exec(message)?.[1];
  if (what === undefined) return undefined;
  return findingAt(declaration.source, exported.offset, {
    code: "method-type",
    message: `\`${exported.local}\` returns ${what}: the field that it fills stays empty.`,
    hint: "Return anything that JSON can hold: a text, a number, a list, an object.",
  });
}

// Type '"parms" | "header"' is not assignable to type 'never'.
// Type 'keyof Query' is not assignable to type 'never'.
function unknownProperty(
  { declaration, exported }: CheckedMethod,
  { message }: Diagnostic,
): Diagnostic | undefined {
  const [given = ""] = message.split(" is not assignable");
  const names = [...given.matchAll(/"(\w+)"/g)].map(([, name]) => `\`${name}\``);
  const type = /keyof (\w+)/.exec(given)?.[1];
  // The type is not known: one of its parts is wrong, and is reported where it stands.
  if (names.length === 0 && !type) return undefined;
  const what = names.length > 0 ? names.join(", ") : `the properties of \`${type}\``;
  return findingAt(declaration.source, exported.offset, {
    code: "unknown-property",
    message: `\`${exported.local}\` returns ${what}, which the platform ignores.`,
    hint: `Write \`: ${exported.method.result}\` as the type of what it returns, to see what there is.`,
  });
}
