import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import vm from "node:vm";
import { Failure } from "../../model/failure.ts";
import type { CliAppDefinition } from "./definition.ts";

/**
 * The definition that a converted CLI app exports. Its modules run in a context of their own, with its files and nothing else: a stand-in
 * that does nothing takes the place of any other module that they require.
 */
export function definitionOfApp(directory: string): CliAppDefinition {
  const root = resolve(directory);
  const loaded = new Map<string, { exports: unknown }>();
  const context = vm.createContext({ process: { env: {} }, console: silent });
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const text = readFileSync(file, "utf8");
    if (file.endsWith(".json")) module.exports = JSON.parse(text);
    else runModule({ file, text, module });
    return module.exports;
  };
  const runModule = ({
    file,
    text,
    module,
  }: {
    file: string;
    text: string;
    module: { exports: unknown };
  }) => {
    const parameters = ["exports", "require", "module", "__filename", "__dirname"];
    const run = vm.compileFunction(text, parameters, { filename: file, parsingContext: context });
    const require = (name: string) =>
      name.startsWith(".") ? load(fileOf(dirname(file), name)) : standIn(name, root);
    run(module.exports, require, module, file, dirname(file));
  };
  try {
    return asData(load(join(root, "index.js")), packageOf(root));
  } catch (error) {
    const { message } = Object(error) as { message?: unknown };
    throw new Failure(`Failed to read ${join(directory, "index.js")}: ${String(message)}.`, {
      hint: "Name the directory that `zapier-platform convert` wrote, or the script alone.",
      cause: error,
    });
  }
}

const silent = Object.fromEntries(["log", "info", "warn", "error", "debug"].map((name) => [name, () => {}]));

function fileOf(folder: string, name: string): string {
  const path = join(folder, name);
  const candidates = [path, `${path}.js`, `${path}.json`, join(path, "index.js")];
  const found = candidates.find((file) => existsSync(file) && statSync(file).isFile());
  if (!found) throw new Error(`there is no ${name} beside it`);
  return found;
}

/** The module that stands in for one of another package. */
function standIn(name: string, root: string): unknown {
  const module = name.replace(/^node:/, "");
  if (module === "path") return { join, resolve, dirname };
  if (module === "fs")
    return { existsSync, readFileSync: (file: string) => readFileSync(resolve(root, file), "utf8") };
  return nothing;
}

/** Gives itself for all that is asked of it. */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => "" : name === "toJSON" ? () => "" : nothing),
  construct: () => nothing as object,
});

function packageOf(root: string): {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
} {
  const file = join(root, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** The definition without its functions. */
function asData(
  exported: unknown,
  { name, version, description }: ReturnType<typeof packageOf>,
): CliAppDefinition {
  const definition = JSON.parse(JSON.stringify(exported ?? {})) as CliAppDefinition;
  const title = name?.replace(/[-_]+/g, " ").replace(/\b\w/g, (letter) => letter.toUpperCase());
  const isVersion = /^\d+\.\d+\.\d+$/.test(version ?? "");
  return {
    ...definition,
    ...(title && { title }),
    ...(description && { description }),
    version: isVersion ? version : "1.0.0",
  } as CliAppDefinition;
}
