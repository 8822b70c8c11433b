import { relative } from "node:path";
import { ownVersion } from "../package-root.ts";
import type { AuditReport, ReportedFinding, SilencedFinding } from "./audit.ts";
import { auditRules, ownRules } from "./rules.ts";

/** A report as SARIF 2.1.0, which code hosts show beside the lines of a pull request. */
export function sarifOf({ findings, silenced, known }: AuditReport): object {
  const rules = [...auditRules, ...ownRules];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "zapc audit",
            version: ownVersion,
            rules: rules.map(({ id, about, severity }) => ({
              id,
              shortDescription: { text: about },
              defaultConfiguration: { level: severity === "off" ? "none" : severity },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: [
          ...findings.map((finding) => resultOf(finding)),
          ...silenced.map((finding) => resultOf(finding, suppressedInSource(finding))),
          ...known.map((finding) => resultOf(finding, { kind: "external" })),
        ],
      },
    ],
  };
}

function resultOf(finding: ReportedFinding, suppression?: object): object {
  const { rule, severity, message, hint, entity, file, line, column } = finding;
  const uri = encodeURI(relative("", file).replaceAll("\\", "/"));
  return {
    ruleId: rule,
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          ...(line !== undefined && { region: { startLine: line, startColumn: column ?? 1 } }),
        },
        logicalLocations: [{ fullyQualifiedName: entity }],
      },
    ],
    // It stays the same when lines move.
    partialFingerprints: { "zapcRuleAndEntity/v1": `${rule}:${entity}` },
    ...(suppression && { suppressions: [suppression] }),
  };
}

function suppressedInSource({ reason }: SilencedFinding): object {
  return { kind: "inSource", justification: reason };
}
