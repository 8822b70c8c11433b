import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { byPlace, type Diagnostic } from "../../model/diagnostic.ts";
import { isModuleOfNode, isRequired, requiredModules } from "../../model/required-modules.ts";
import type { Cache } from "../../source/cache.ts";
import type { Discovered } from "../../source/discover.ts";
import { packageOf, shownFile } from "../../source/package-of.ts";
import { findingAt } from "../../source/source.ts";
import type { Bundled } from "../bundle/bundle.ts";
import { isLeftUndefined } from "../checking/unavailable-names.ts";
import { es5Paths, es5Versions } from "./es5-versions.ts";
import { type ImportChain, importChains } from "./import-chain.ts";
import { isGlobalAfterEs5, isOfNode } from "./platform-names.ts";
import type { RequiredFeature, ScriptToSearch } from "./required-features.ts";

/** zap.js with packages in it. */
interface ScriptWithPackages {
  readonly discovered: Discovered;
  readonly bundled: Bundled;
  readonly script: ScriptToSearch;
}

/** Reports the features that packages need and zap.js does not find where it runs, at the imports that brought them in. */
export async function packageDiagnostics(
  { discovered, bundled, script }: ScriptWithPackages,
  cache: Cache,
): Promise<Diagnostic[]> {
  const { modules, metafile } = bundled;
  const ofPackages = [...modules].filter(([path]) => packageOf(path) !== undefined);
  if (ofPackages.length === 0) return [];
  const traps = ofPackages.flatMap(([path, module]) =>
    module.traps.map(({ code, message, line = 1, column = 1 }) => ({
      code,
      message,
      file: path,
      line,
      column,
    })),
  );
  const { code, map, methods } = script;
  const { engine } = discovered;
  const required = await cache.recall(
    ["required features", engine, withoutHeader(code), map.mappings, JSON.stringify(traps)],
    async () => {
      const { requiredFeatures } = await import("./required-features.ts");
      return requiredFeatures({ code, map, methods, traps, engine });
    },
  );
  const chainOf = importChains(metafile);
  const verdicts = new Map<string, PackageNeed[]>();
  for (const feature of required) {
    const chain = chainOf(feature.file);
    const name = packageOf(chain.files[1] ?? feature.file) ?? "";
    verdicts.set(name, [...(verdicts.get(name) ?? []), { ...described(feature), feature, chain }]);
  }
  return [...verdicts]
    .map(([name, needs]) =>
      engine === "node" && needs.every(throwsWhenCalled)
        ? warningOn(name, needs, discovered)
        : verdictOn(name, needs, discovered),
    )
    .sort(byPlace);
}

/** The hashes in the header differ after each edit. */
function withoutHeader(code: string): string {
  return code.replace(/^\/\/ Made .*$/m, "");
}

const hints = {
  es5: "Choose a package, or a version of it, that runs on ES5, or import only a part of it that does without.",
  platform:
    "Choose a package that needs no browser and no Node.js, or import only a part of it that does without.",
  modules: `Choose a package that needs no Node.js: of that, zap.js can have ${requiredModules.join(", ")}, inside a method.`,
  missing: "Install it with npm.",
  throws: "Call its functions that give a value at once: a method of the platform waits for no promise.",
  engine:
    'Say `engine: "node"` in app.ts: the converted runtime, which runs scripts today, has it. The legacy runtime then refuses zap.js.',
};

/** Something that a package needs, and how it came into the bundle. */
interface PackageNeed extends NeedText {
  readonly feature: RequiredFeature;
  readonly chain: ImportChain;
}

interface NeedText {
  /** `\`Map\`, which ES5 lacks` */
  readonly what: string;
  readonly hint: string;
}

function described({ name, is }: RequiredFeature): NeedText {
  switch (is) {
    case "syntax":
      return { what: name.replace(/\.$/, ""), hint: hints.es5 };
    case "module":
      return isModuleOfNode(name)
        ? { what: `\`${name}\` of Node.js, which the platform does not give`, hint: hints.modules }
        : { what: `\`${name}\`, which is not installed`, hint: hints.missing };
    case "early require":
      return {
        what: `\`require("${name}")\` while the file loads, where the platform does not give it`,
        hint: hints.modules,
      };
    case "method":
      return { what: `the method \`${name}\`, which ES5 lacks`, hint: hints.es5 };
    case "global":
      if (isGlobalAfterEs5(name)) break;
      return {
        what: `\`${name}\`, which the platform ${isLeftUndefined(name) ? "leaves undefined" : "does not have"}`,
        hint: hints.platform,
      };
  }
  return { what: `\`${name}\`, which ES5 lacks`, hint: hints.es5 };
}

// More say nothing more: the advice is the same.
const MOST_NEEDS = 5;

/** One finding on a package names some of the features that it needs, the imports that lead to the first, and one piece of advice. */
function verdictOn(name: string, needs: readonly PackageNeed[], discovered: Discovered): Diagnostic {
  const [decisive] = [...needs].sort((one, other) => weightOf(one) - weightOf(other)) as [PackageNeed];
  const ordered = [decisive, ...needs.filter((it) => it !== decisive)];
  const lines = ordered
    .slice(0, MOST_NEEDS)
    .map(({ what, feature: { file, line } }) => `- ${what} (${shownFile(file)}, line ${line})`);
  const more = needs.length - lines.length;
  const hint = discovered.engine === "es5" ? hintOnEs5(name, decisive, { needs, discovered }) : decisive.hint;
  const message = [
    `The package \`${name}\` needs more than zap.js has:`,
    ...lines,
    ...(more > 0 ? [`- and ${more} more`] : []),
    `${shownChain(decisive.chain)}.`,
  ].join("\n");
  return findingAtImport(discovered, decisive.chain, { code: "package-needs", message, hint });
}

interface PackageNeeds {
  readonly needs: readonly PackageNeed[];
  readonly discovered: Discovered;
}

/** The advice on the engine ES5: a file or an earlier version of the package that runs there, and the other engine. */
function hintOnEs5(name: string, decisive: PackageNeed, { needs, discovered }: PackageNeeds): string {
  const isForNode = needs.some(isOnNode) && needs.every((it) => isOnNode(it) || throwsWhenCalled(it));
  const advice = isForNode ? hints.engine : decisive.hint;
  const path = es5Paths.get(name);
  if (path !== undefined) return `Import \`${path}\`, which runs on ES5. Or: ${advice}`;
  const version = es5Versions.get(name);
  const package_json = packageFile(decisive.chain.files[1] ?? "", discovered);
  if (version === undefined || package_json === undefined || versionIn(package_json) === version)
    return advice;
  return `Install an earlier version, which runs on ES5: \`npm install ${name}@${version}\`. Or: ${advice}`;
}

/** The package.json of the package that a file belongs to. */
function packageFile(file: string, { directory }: Discovered): string | undefined {
  const [folder] = /.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file) ?? [];
  return folder === undefined ? undefined : resolve(directory, folder, "package.json");
}

function versionIn(package_json: string): string | undefined {
  try {
    return JSON.parse(readFileSync(package_json, "utf8")).version;
  } catch {
    return undefined;
  }
}

/** A package that works on the engine `node` as long as nothing calls its `async` functions and iterators: each throws. */
function warningOn(name: string, [first]: readonly PackageNeed[], discovered: Discovered): Diagnostic {
  const { feature, chain } = first as PackageNeed;
  const place = `${shownFile(feature.file)}, line ${feature.line}`;
  const message = [
    `The package \`${name}\` has \`async\` functions or iterators without a counterpart in ES5, which throw when they are called (${place}).`,
    `${shownChain(chain)}.`,
  ].join("\n");
  const finding = { code: "package-throws", severity: "warning" as const, message, hint: hints.throws };
  return findingAtImport(discovered, chain, finding);
}

/** Tells whether code that has something can be in zap.js, and fails where it runs. */
function throwsWhenCalled({ feature: { trap } }: PackageNeed): boolean {
  return trap === "async-function" || trap === "iterator";
}

/** Tells whether the engine `node` has what a package needs. */
function isOnNode({ feature: { name, is, trap } }: PackageNeed): boolean {
  if (is === "syntax") return trap === "extends-built-in" || trap === "bigint";
  if (is === "global") return isOfNode(name);
  return is !== "module" || isRequired(name, "node");
}

/** The place of a need in the order: a need that is quickly mended comes first, then one that only another package helps against. */
function weightOf({ hint }: PackageNeed): number {
  return [hints.missing, hints.platform, hints.modules, hints.es5].indexOf(hint);
}

/** `triggers/ticket.ts imports a/index.js, which imports b/index.js` */
function shownChain({ files: [source = "", first = source, ...others] }: ImportChain): string {
  const more = others.map((file) => `, which imports ${shownFile(file)}`);
  return `${source} imports ${shownFile(first)}${more.join("")}`;
}

function findingAtImport(
  { declarations, others, directory }: Discovered,
  { files: [path], specifier }: ImportChain,
  finding: Parameters<typeof findingAt>[2],
): Diagnostic {
  const source = [...declarations.map(({ source }) => source), ...others].find((it) => it.path === path);
  if (!source) return { severity: "error", file: `${directory}/${path}`, ...finding };
  const { staticImports, staticExports } = source.parsed.module;
  const requests = [
    ...staticImports.map(({ moduleRequest }) => moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.map(({ moduleRequest }) => moduleRequest)),
  ];
  const request = requests.find((it) => it?.value === specifier);
  return findingAt(source, request?.start ?? 0, finding);
}
