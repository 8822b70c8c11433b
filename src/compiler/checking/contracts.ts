import { join } from "node:path";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { packageRoot } from "../../package-root.ts";
import type { Declaration, ExportedMethod } from "../discovering/declaration.ts";
import { exportedValue } from "../discovering/exported.ts";
import { findingAt } from "../source.ts";
import { adviceOnText, bundleOf, pitfallOf } from "./advice.ts";

/** A module that only the type-check sees: it gives every exported method to what the platform expects of it. */
export interface ContractModule {
  readonly text: string;
  /** What each line is about, from line 1. */
  readonly subjects: readonly (Subject | undefined)[];
}

interface Subject {
  readonly declaration: Declaration;
  readonly exported: ExportedMethod;
  /** What the type-check says of the line, said of the method. */
  readonly found: (subject: Subject, finding: Diagnostic) => Diagnostic;
}

type Named = (module: string, declaration: Declaration) => string;

/** The contracts of the methods of each kind, as src/model/contracts.ts names them. */
const contracts: { readonly [kind in ExportedMethod["method"]["kind"]]: Named } = {
  trigger: (module) => `c.TriggerContracts<typeof ${module}.trigger>`,
  action: (module) => `c.ActionContracts<typeof ${module}.action>`,
  search: (module) => `c.SearchContracts<typeof ${module}.search>`,
  hook: (module, { methods }) =>
    methods.some(({ local }) => local === "post_subscribe")
      ? `c.AppContracts<typeof ${module}.post_subscribe>`
      : "c.AppContracts",
  auth: () => "c.AppContracts",
  hydrator: () => "{ [name: string]: c.Hydrator }",
};

/** Writes the module for all declarations. */
export function contractModule(declarations: readonly Declaration[]): ContractModule {
  const types = join(packageRoot, "src/model/contracts.ts");
  const lines = [`import type * as c from ${JSON.stringify(types)};`];
  const subjects: (Subject | undefined)[] = [undefined];
  const add = (line: string, subject?: Subject) => {
    lines.push(line);
    subjects.push(subject);
  };
  declarations.forEach((declaration, index) => {
    const module = `m${index}`;
    add(`import * as ${module} from ${JSON.stringify(declaration.source.file)};`);
    for (const exported of declaration.methods) {
      const method = `${module}.${exported.local}`;
      const contract = contractOf(declaration, exported, module);
      const name = `c${lines.length}`;
      add(`export const ${name}: ${contract} = ${method};`, { declaration, exported, found: wrongMethod });
      // Where the type of the result is written out, the type-check compares what is returned with it.
      if (exported.written?.hasResultType) continue;
      const unknown = `c.UnknownKey<typeof ${method}, ${contract}>`;
      add(`export const ${name}_: never = "" as unknown as ${unknown};`, {
        declaration,
        exported,
        found: unknownProperty,
      });
    }
  });
  return { text: lines.join("\n"), subjects };
}

/** Of a method that may take a callback, the contract with or without it: what is wrong is then said by that one. */
function contractOf(declaration: Declaration, { method, written }: ExportedMethod, module: string): string {
  const contract = `${contracts[method.kind](module, declaration)}[${JSON.stringify(method.name)}]`;
  if (!method.callback || !written) return contract;
  return `${written.parameters > 1 ? "Exclude" : "Extract"}<${contract}, (bundle: never) => unknown>`;
}

/** What the type-check says of a line of the module, said of the method. */
export function contractFinding({ subjects }: ContractModule, finding: Diagnostic): Diagnostic | undefined {
  const subject = subjects[(finding.line ?? 0) - 1];
  return subject?.found(subject, finding);
}

function wrongMethod(subject: Subject, finding: Diagnostic): Diagnostic {
  const { declaration, exported } = subject;
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
  const more = pitfallOf(method, message) ?? adviceOnText(declaration.source, found);
  return more ? { ...found, hint: `${found.hint} ${more}` } : found;
}

/** What is said of the method's parts or, where nothing is, of its type. */
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

// Type '"parms" | "header"' is not assignable to type 'never'.
function unknownProperty({ declaration, exported }: Subject, { message }: Diagnostic): Diagnostic {
  const [given = ""] = message.split(" is not assignable");
  const names = [...given.matchAll(/"(\w+)"/g)].map(([, name]) => `\`${name}\``);
  return findingAt(declaration.source, exported.offset, {
    code: "unknown-property",
    message: `\`${exported.local}\` returns ${names.join(", ")}: the platform would ignore it.`,
    hint: `Write \`: ${exported.method.result}\` as the type of what it returns, to see what there is.`,
  });
}
