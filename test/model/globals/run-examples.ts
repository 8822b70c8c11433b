import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import type { Libraries } from "./libraries.ts";

type Example = (done?: (...values: unknown[]) => void) => unknown;

/** The examples that a file of cases exports, with the libraries of one runtime. */
export function examplesIn(
  file: string,
  libraries: Libraries,
): { [exported: string]: { [name: string]: Example } } {
  const source = readFileSync(new URL(`cases/${file}`, import.meta.url), "utf8");
  const { code } = transformSync(source, { loader: "ts", format: "cjs" });
  const module = { exports: {} };
  const is = () => (value: unknown) => value;
  new Function("module", "require", ...Object.keys(libraries), code)(
    module,
    () => ({ is }),
    ...Object.values(libraries),
  );
  return module.exports;
}

/** The value that an example returns, or calls back with. No error may be null or undefined. */
export function run(example: Example): Promise<unknown> {
  return new Promise((resolve, reject) => {
    try {
      const returned =
        example.length === 0
          ? example()
          : example((...values) => resolve(values.map((value) => value ?? null)));
      if (example.length === 0) resolve(returned);
    } catch (error) {
      reject(error);
    }
  });
}
