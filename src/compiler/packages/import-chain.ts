import type { Metafile } from "esbuild";
import { packageOf } from "../../source/package-of.ts";

/** The way on which a file came into the bundle. */
export interface ImportChain {
  /** From the source that imports a package to the file itself. Each package has its first file and its last. */
  readonly files: readonly string[];
  /** The specifier of the source's import, as it is written there. */
  readonly specifier: string;
}

/** Finds the shortest way from the sources to each file of a package. */
export function importChains({ inputs }: Pick<Metafile, "inputs">): (file: string) => ImportChain {
  const importers = new Map<string, { readonly file: string; readonly specifier: string }>();
  const imported = new Set(Object.values(inputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
  const waiting = Object.keys(inputs).filter((file) => !imported.has(file));
  // A found file is added to those that wait.
  for (const file of waiting) {
    for (const { path, original } of inputs[file]?.imports ?? []) {
      if (importers.has(path) || !inputs[path]) continue;
      importers.set(path, { file, specifier: original ?? path });
      waiting.push(path);
    }
  }
  return (file) => {
    const files = [file];
    for (let at = importers.get(file); at; at = importers.get(at.file)) {
      files.unshift(at.file);
      if (packageOf(at.file) === undefined)
        return { files: files.filter(isEndOfPackage), specifier: at.specifier };
    }
    return { files, specifier: "" };
  };
}

function isEndOfPackage(file: string, index: number, files: readonly string[]): boolean {
  const [before, here, after] = [files[index - 1], file, files[index + 1]].map((it) => packageOf(it ?? ""));
  return here === undefined || before !== here || after !== here;
}
