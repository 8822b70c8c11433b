import type { Addition } from "../../inference/infer-metadata.ts";
import type { Metadata } from "../../model/definitions.ts";
import { objectText } from "../../output/object-text.ts";
import { marker } from "../cut/marker.ts";
import type { Module } from "../cut/modules.ts";
import { freeName } from "../cut/names.ts";

/** A file of a scripting directory. */
export interface AdoptedFile {
  readonly path: string;
  readonly text: string;
}

interface DirectoryContent {
  readonly metadata: Metadata;
  readonly additions: readonly Addition[];
  readonly modules: readonly Module[];
  /** True if a script names `Zap` itself. */
  readonly namesZap: boolean;
}

// The lists of the metadata, the folder of each, and the name under which its files export their metadata.
const lists = [
  { list: "triggers", name: "trigger", type: "Trigger" },
  { list: "actions", name: "action", type: "Action" },
  { list: "searches", name: "search", type: "Search" },
] as const;

/** All files of a scripting directory, sorted by their paths. */
export function filesOf({ metadata, additions, modules, namesZap }: DirectoryContent): AdoptedFile[] {
  const inferred = (to: string) => additions.find((it) => it.to === to)?.what ?? [];
  const steps = lists.flatMap(({ list, name, type }) =>
    metadata[list].map((step) => {
      const path = `${list}/${step.key}.js`;
      const module = modules.find((it) => it.path === path);
      const taken = (it: string) => module?.names.has(it) ?? false;
      const { key: _, methods: __, ...declared } = step;
      return {
        path,
        text: stepText({
          module,
          name,
          type,
          declared,
          local: freeName(name, taken),
          inferred: inferred(`${list}/${step.key}`),
        }),
      };
    }),
  );
  const declaring = new Set(steps.map(({ path }) => path));
  const others = modules
    .filter(({ path }) => !declaring.has(path))
    .map(({ path, imports, body }) => ({ path, text: fileText(imports, body) }));
  const files = [
    { path: "app.ts", text: appText(metadata, inferred("app")) },
    { path: "tsconfig.json", text: tsconfig },
    ...(namesZap ? [{ path: "zap.d.ts", text: zapDeclaration }] : []),
    ...steps,
    ...others,
  ];
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

const tsconfig = `{
  "extends": "zapc/scripting.tsconfig.json",
  "compilerOptions": { "allowJs": true },
  "include": ["."]
}
`;

const zapDeclaration = `/** The methods that the platform calls: the exports of these files, by their names there. */
declare const Zap: { [name: string]: any };
`;

function fileText(...blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function appText({ app }: Metadata, inferred: readonly string[]): string {
  return fileText(
    'import type { App } from "zapc";',
    `${inferredMarker("app", inferred)}export const app = ${objectText(app)} as const satisfies App;`,
    'declare module "zapc" {\n  interface Register {\n    app: typeof app;\n  }\n}',
  );
}

interface StepText {
  readonly module: Module | undefined;
  readonly name: string;
  readonly type: string;
  readonly declared: object;
  /** The name of the constant in the file. */
  readonly local: string;
  readonly inferred: readonly string[];
}

function stepText({ module, name, type, declared, local, inferred }: StepText): string {
  const about = `${type} ${JSON.stringify(declared)}`;
  const keyword = local === name ? "export const" : "const";
  const metadata = [
    inferredMarker(about, inferred),
    `/** @satisfies {import("zapc").${type}} */\n`,
    `${keyword} ${local} = /** @type {const} */ (${objectText(declared)});`,
    local === name ? "" : `\nexport { ${local} as ${name} };`,
  ];
  return fileText(module?.imports ?? "", metadata.join(""), module?.body ?? "");
}

function inferredMarker(about: string, inferred: readonly string[]): string {
  // The methods are those of the file.
  const names = inferred.map(namedAddition).filter((name) => name !== "methods");
  if (names.length === 0) return "";
  const text = `inferred from the script, as no metadata says it: ${names.join(", ")}`;
  return `${marker(about, text)}\n`;
}

/** `fields: queue, state` -> `fields (queue, state)`; `label: New Ticket` -> `label` */
function namedAddition(addition: string): string {
  const [, name = addition, values = ""] = /^([\w.]+): (.*)$/.exec(addition) ?? [];
  return /(^|\.)fields$/.test(name) && values !== "none" ? `${name} (${values})` : name;
}
