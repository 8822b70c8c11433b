// The rules of docs/metadata.md that no schema states: those of src/metadata/rules.
import { importSource } from "./project.mjs";

/** The groups of rules, each a heading and a list. */
export async function rulesOfMetadata() {
  const { buildRules } = await importSource("src/metadata/rules/index.ts");
  return Object.entries(buildRules).flatMap(([title, rules]) => [
    `**${title}**`,
    rules
      .map(({ id, about, build }) => `- ${about} (\`${id}\`${build === "error" ? "" : ", a warning"})`)
      .join("\n"),
  ]);
}
