import { buildRules } from "../metadata/rules/index.ts";
import { appRules } from "./app-rules.ts";
import type { AuditRule } from "./rule.ts";
import { sampleRules } from "./sample-rules.ts";
import { scriptRules } from "./script-rules.ts";
import { textRules } from "./text-rules.ts";
import { urlRules } from "./url-rules.ts";

/** The rules of the build, which need the metadata alone. The platform calls those that begin with ZDE errors. */
const ofBuild: readonly AuditRule[] = Object.values(buildRules)
  .flat()
  .map(({ id, about, build, check }) => ({
    id,
    about,
    severity: id.startsWith("ZDE") ? "error" : build,
    check: ({ metadata }) => check(metadata),
  }));

/** Every rule of the audit: those that the platform checks before it deploys by their ids, then zapc's own by their names. */
export const auditRules: readonly AuditRule[] = [
  ...ofBuild,
  ...appRules,
  ...textRules,
  ...urlRules,
  ...scriptRules,
  ...sampleRules,
].sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));

function rank({ id }: AuditRule): number {
  return id.startsWith("ZDE") ? 0 : id.startsWith("ZDW") ? 1 : 2;
}

/** Findings about the audit's own comments and files. They have a severity as all others. */
export const ownRules = [
  {
    id: "ignore-without-reason",
    about: "A `zapc-ignore` comment gives its reason.",
    severity: "error",
  },
  {
    id: "unused-ignore",
    about: "Each `zapc-ignore` comment and each entry of the baseline silences a finding.",
    severity: "warning",
  },
] as const;
