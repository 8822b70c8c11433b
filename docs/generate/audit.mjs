// The table of docs/audit.md: the rules of src/audit/.
import { auditRules, ownRules } from "../../src/audit/rules.ts";
import { table } from "./markdown.mjs";
import { pageWithGenerated } from "./project.mjs";

export function auditPage() {
  const rows = [...auditRules, ...ownRules].map(({ id, severity, about }) => [`\`${id}\``, severity, about]);
  return pageWithGenerated("audit.md", table(["rule", "severity", "what must hold"], rows));
}
