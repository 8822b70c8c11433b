// Writes the pages of docs/ that are generated, in whole or in part: `npm run docs`.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { auditPage } from "./generate/audit.mjs";
import { differencesPage } from "./generate/differences.mjs";
import { limitsPage } from "./generate/limits.mjs";
import { metadataPage } from "./generate/metadata.mjs";
import { methodsPage } from "./generate/methods.mjs";

/** The function that writes each generated page, by the page's name in docs/. */
export const pages = {
  "audit.md": auditPage,
  "differences.md": differencesPage,
  "limits.md": limitsPage,
  "metadata.md": metadataPage,
  "methods.md": methodsPage,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  for (const [name, make] of Object.entries(pages)) writeFileSync(`${folder}${name}`, make());
}
