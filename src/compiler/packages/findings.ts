import { isBuiltin } from "node:module";
import { relative, sep } from "node:path";
import remapping, { type EncodedSourceMap } from "@jridgewell/remapping";
import type { Metafile } from "esbuild";
import { byPlace, type Diagnostic } from "../../model/diagnostic.ts";
import { requiredModules } from "../../model/required-modules.ts";
import type { Modules } from "../bundling/lowered-module.ts";
import type { Cache } from "../cache.ts";
import { isLeftUndefined } from "../checking/unavailable-names.ts";
import type { Discovered } from "../discover.ts";
import { findingAt } from "../source.ts";
import { type ImportChain, importChains } from "./import-chain.ts";
import { isGlobalAfterEs5 } from "./names.ts";
import type { Need } from "./needs.ts";
import { shownFile } from "./package-of.ts";

/** A bundle with packages in it. */
interface BundleWithPackages {
  readonly discovered: Discovered;
  readonly code: string;
  /** Where in the lowered modules the code comes from. */
  readonly map: EncodedSourceMap;
  readonly modules: Modules;
  readonly metafile: Metafile;
  /** What in the files of the packages cannot become ES5. */
  readonly traps: readonly Diagnostic[];
}

/** Says what packages need that zap.js does not find where it runs, at the imports by which the sources brought them in. */
export async function packageFindings(bundle: BundleWithPackages, cache: Cache): Promise<Diagnostic[]> {
  const { code, modules, metafile, discovered } = bundle;
  const traps = bundle.traps.map(({ code, message, file, line = 1, column = 1 }) => {
    const path = relative(discovered.directory, file).split(sep).join("/");
    return { code, message, file: path, line, column };
  });
  const texts = [...modules].flatMap(([path, { text }]) => [path, text]);
  const needs = await cache.recall(["needs", code, ...texts, JSON.stringify(traps)], async () => {
    const { needsOf } = await import("./needs.ts");
    return needsOf({ code, map: originalMap(bundle), traps });
  });
  const chainOf = importChains(metafile);
  const findings = needs.map((need) => {
    const { what, why, hint } = described(need);
    const chain = chainOf(need.file);
    const message = `\`${shownFile(need.file)}\` ${what} (line ${need.line}): ${shownChain(chain)}.`;
    return findingAtImport(discovered, chain, {
      code: "package-needs",
      message: why ? `${message}\n${why}` : message,
      hint,
    });
  });
  return findings.sort(byPlace);
}

/** Where in the modules as they are written the code comes from. */
function originalMap({ map, modules }: BundleWithPackages): EncodedSourceMap {
  // A module and what it is lowered from have one path.
  const traced = remapping(map, (path, { depth }) => (depth === 1 ? (modules.get(path)?.map ?? null) : null));
  return JSON.parse(traced.toString());
}

const hints = {
  es5: "Choose a package, or a version of it, that runs on ES5, or import only a part of it that does without.",
  platform:
    "Choose a package that needs no browser and no Node.js, or import only a part of it that does without.",
  modules: `Choose a package that needs no Node.js: of that, zap.js can have ${requiredModules.join(", ")}, inside a method.`,
  missing: "Install it with npm.",
};

/** What a file has or needs, whole sentences on why that is a problem, and what to do. */
interface Described {
  readonly what: string;
  readonly why?: string;
  readonly hint: string;
}

function described({ name, is }: Need): Described {
  switch (is) {
    case "syntax":
      return { what: "cannot become ES5", why: name, hint: hints.es5 };
    case "module":
      return isBuiltin(name)
        ? { what: `needs \`${name}\` of Node.js, which the platform does not give`, hint: hints.modules }
        : { what: `imports \`${name}\`, which is not installed`, hint: hints.missing };
    case "early require":
      return {
        what: `needs \`require("${name}")\` while the file loads, where the platform does not give it`,
        hint: hints.modules,
      };
    case "method":
      return { what: `needs the method \`${name}\`, which ES5 lacks`, hint: hints.es5 };
    case "global":
      if (isGlobalAfterEs5(name)) break;
      return {
        what: `needs \`${name}\`, which the platform ${isLeftUndefined(name) ? "leaves undefined" : "does not have"}`,
        hint: hints.platform,
      };
  }
  return { what: `needs \`${name}\`, which ES5 lacks`, hint: hints.es5 };
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
