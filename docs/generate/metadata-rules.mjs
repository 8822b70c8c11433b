// The rules of docs/metadata.md that no schema states: those of src/metadata/rules.
import { buildRules } from "../../src/metadata/rules/index.ts";

/** The groups of rules, each a heading and a list. */
export function rulesOfMetadata() {
  return Object.entries(buildRules).flatMap(([title, rules]) => [
    `**${title}**`,
    rules
      .map(({ id, about, build }) => `- ${about} (\`${id}\`${build === "error" ? "" : ", a warning"})`)
      .join("\n"),
  ]);
}
