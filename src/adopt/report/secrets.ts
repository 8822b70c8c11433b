import type { AnyNode } from "acorn";
import { propertyName } from "../../inference/nodes.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { nodesOf, parentOf } from "../rewrite/strict-mode-finding.ts";
import { type AnalyzedScript, warningAt } from "./finding.ts";

const secretName =
  /(?:api|app|client|consumer|access|auth|private)?[-_]?(?:key|secret|token|password|passwd|pwd)$|^authorization$/i;
const knownShape =
  /^(?:sk|pk|rk)_(?:live|test)_\w{8,}|^AKIA[0-9A-Z]{16}$|^gh[pousr]_\w{20,}|^xox[abprs]-[\w-]{10,}|^(?:Bearer|Basic|Token|Apikey) [\w+/=.-]{12,}$|^eyJ[\w-]+\.[\w-]+\.[\w-]*$/i;

/** Credentials in the text of a script, which everybody reads who may edit the integration. */
export function secretFindings({ script, file, metadata }: AnalyzedScript): Diagnostic[] {
  const { auth } = metadata.app;
  const fields = "fields" in auth ? auth.fields.map(({ key }) => key) : [];
  return nodesOf(script).flatMap((node) => {
    if (node.type !== "Literal" || typeof node.value !== "string") return [];
    const named = nameOf(node, script);
    const isSecret =
      knownShape.test(node.value) || (named !== undefined && secretName.test(named) && isRandom(node.value));
    if (!isSecret) return [];
    const field = fields.find((key) => named?.toLowerCase().includes(key.toLowerCase()));
    const place = field
      ? `\`bundle.auth_fields.${field}\``
      : `an auth field, or \`process.env.${constantName(named)}\` on today's runtime`;
    return [
      warningAt(node, file, {
        code: "secret",
        message: `A secret stands in the script: ${named === undefined ? "" : `\`${named}\`, `}"${censored(node.value)}".`,
        hint: `Put ${place} in its place, and change the secret at the service: whoever had the script has it.`,
      }),
    ];
  });
}

/** The variable or property that a text is the value of. */
function nameOf(node: AnyNode, script: AnalyzedScript["script"]): string | undefined {
  const parent = parentOf(node, script);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "Property" && parent.value === node) return propertyName(parent.key, parent);
  if (parent?.type !== "AssignmentExpression" || parent.right !== node) return undefined;
  if (parent.left.type === "Identifier") return parent.left.name;
  return parent.left.type === "MemberExpression"
    ? propertyName(parent.left.property, parent.left)
    : undefined;
}

/** Tells whether a text is long and mixed, as no name and no sentence is. */
function isRandom(text: string): boolean {
  return /^[\w+/=.:-]{12,}$/.test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}

function censored(text: string): string {
  return `${text.slice(0, 3)}…(${text.length} characters)`;
}

function constantName(name = "secret"): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/\W+/g, "_")
    .toUpperCase();
}
