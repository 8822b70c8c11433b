import colors from "picocolors";
import type { Addition } from "../simulator/index.ts";
import type { HiddenSecrets } from "./hidden-secrets.ts";

/** Shows what of the metadata nobody has declared. */
export function printInferred(additions: readonly Addition[], secrets: HiddenSecrets): void {
  if (additions.length === 0) return;
  const lines = additions.map(({ to, what }) => `  ${colors.bold(to)} ${secrets.hidden(what.join("; "))}`);
  console.error(
    `${colors.yellow("inferred")} from the script, because no metadata say it:\n${lines.join("\n")}`,
  );
  console.error(
    `  ${colors.cyan("→")} Name a file that says it: --metadata FILE. Until then fields may be given that are not declared.\n`,
  );
}
