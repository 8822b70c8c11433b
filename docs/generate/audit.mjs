// The table of docs/audit.md: the rules of src/audit/.
import { table } from "./markdown.mjs";
import { importSource, pageWithGenerated } from "./project.mjs";

export async function auditPage() {
  const { auditRules, ownRules } = await importSource("src/audit/rules.ts");
  const rows = [...auditRules, ...ownRules].map(({ id, severity, about }) => [`\`${id}\``, severity, about]);
  return pageWithGenerated("audit.md", table(["rule", "severity", "what must hold"], rows));
}
