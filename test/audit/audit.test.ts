import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type AuditReport, audit, baselineOf, type ReportedFinding } from "../../src/audit/audit.ts";
import { auditedSources } from "../../src/audit/audited.ts";
import { readBaseline, readSeverities, writeBaseline } from "../../src/audit/files.ts";
import { auditMarkdown } from "../../src/audit/markdown.ts";
import { sarifOf } from "../../src/audit/sarif.ts";
import { compile } from "../../src/compiler/compile.ts";
import { Failure } from "../../src/model/failure.ts";
import { Cache } from "../../src/source/cache.ts";
import { integration } from "../compiler/integration.ts";

const app = `import type { App } from "zapc";

export const app = {
  title: "Deskly",
  version: "1.0.0",
  description: "Deskly is a help desk.",
  category: "Customer Support",
  test_trigger: "thing",
  auth: { type: "none" },
} as const satisfies App;
`;
const trigger = (label: string) => `import type { PostPoll, Results, Trigger } from "zapc";

export const trigger = {
  ${label}
  noun: "Thing",
  help_text: "Triggers when there is a thing.",
  important: true,
  url: "https://deskly.example/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  return z.JSON.parse(bundle.response.content) as { id: number }[];
}
`;

async function reportOf(files: { [path: string]: string }, settings?: Parameters<typeof audit>[1]) {
  const directory = integration({ "app.ts": app, ...files });
  const report = audit(await auditedSources(directory, new Cache()), settings);
  return { directory, report };
}

/** `triggers/thing.ts:4:10 warning trigger-label` */
function places(directory: string, findings: readonly ReportedFinding[]): string[] {
  return findings.map(({ file, line, column, severity, rule }) => {
    return `${relative(directory, file)}:${line}:${column} ${severity} ${rule}`;
  });
}

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  throw new Error("It did not fail.");
}

const wrong = 'label: "Thing opened",';

describe("a finding in the sources", () => {
  test("has its place, the part of the integration, and the comment that silences it", async () => {
    const { directory, report } = await reportOf({ "triggers/thing.ts": trigger(wrong) });
    expect(places(directory, report.findings)).toEqual([
      "triggers/thing.ts:4:10 error ZDE005",
      "triggers/thing.ts:4:10 warning trigger-label",
    ]);
    expect(report.findings[0]).toEqual({
      rule: "ZDE005",
      severity: "error",
      message: 'The label of the trigger "thing", "Thing opened", is not in title case.',
      hint: 'Write "Thing Opened".',
      entity: "triggers/thing",
      path: "/triggers/0/label",
      file: expect.stringMatching(/triggers\/thing\.ts$/),
      line: 4,
      column: 10,
      silence: "// zapc-ignore ZDE005 -- reason",
    });
    expect(report).toMatchObject({ ok: false, silenced: [], known: [] });
    expect(report.unchecked).toEqual([
      { rule: "sample-shape", why: "it needs recordings: `--recordings DIR`" },
    ]);
  });

  test("of the script stands in the TypeScript that it comes from", async () => {
    const source = trigger('label: "New Thing",').replace("z.JSON.parse", "JSON.parse");
    const { directory, report } = await reportOf({ "triggers/thing.ts": source });
    expect(places(directory, report.findings)).toEqual(["triggers/thing.ts:14:10 warning ZDW003"]);
  });

  test("that keeps the sources from being built is a finding, and what needs the script is not checked", async () => {
    const { directory, report } = await reportOf({
      "triggers/thing.ts": trigger('label: "New Thing",').replace(
        "fields: []",
        'fields: [{ key: "queue", label: "Queue", type: "int", prefill: "queues.id.name" }]',
      ),
    });
    expect(places(directory, report.findings)).toEqual(["triggers/thing.ts:9:12 error ZDE015"]);
    expect(report.unchecked.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["ZDW003", "missing-method", "unread-field"]),
    );
  });
});

describe("a zapc-ignore comment", () => {
  const silenced = async (label: string) => {
    const { directory, report } = await reportOf({ "triggers/thing.ts": trigger(label) });
    return {
      loud: places(directory, report.findings),
      silenced: report.silenced.map(({ rule, reason }) => `${rule}: ${reason}`),
      messages: report.findings.map(({ message, hint }) => `${message} ${hint}`),
    };
  };

  test.each([
    ["in the line above", `// zapc-ignore ZDE005 -- its own name\n  ${wrong}`],
    ["behind the code", `${wrong} // zapc-ignore ZDE005 -- its own name`],
    ["of another kind", `/* zapc-ignore ZDE005 -- its own name */\n\n  // And more.\n  ${wrong}`],
  ])("silences its rule %s, and no other", async (_, label) => {
    const found = await silenced(label);
    expect(found.loud.map((it) => it.replace(/^.* /, ""))).toEqual(["trigger-label"]);
    expect(found.silenced).toEqual(["ZDE005: its own name"]);
  });

  test("without a reason silences nothing, and is a finding itself", async () => {
    const { loud, silenced: none, messages } = await silenced(`// zapc-ignore ZDE005\n  ${wrong}`);
    expect(loud).toEqual([
      "triggers/thing.ts:4:3 error ignore-without-reason",
      "triggers/thing.ts:5:10 error ZDE005",
      "triggers/thing.ts:5:10 warning trigger-label",
    ]);
    expect(none).toEqual([]);
    expect(messages[0]).toBe(
      "The comment gives no reason why ZDE005 does not hold here: it silences nothing. Write // zapc-ignore ZDE005 -- reason",
    );
  });

  test("that has nothing to silence is a finding", async () => {
    const { loud, messages } = await silenced(
      '// zapc-ignore ZDW002 -- too long\n  // zapc-ignore ZDW999 -- x\n  label: "New Thing",',
    );
    expect(loud).toEqual([
      "triggers/thing.ts:4:3 warning unused-ignore",
      "triggers/thing.ts:5:3 warning unused-ignore",
    ]);
    expect(messages).toEqual([
      "The comment silences ZDW002, which finds nothing here. Remove it.",
      "The comment silences ZDW999, and there is no such rule. Remove it.",
    ]);
  });

  test("silences a warning of the build, too", async () => {
    const source = trigger('label: "New Thing",').replace('  noun: "Thing",\n', "");
    const { warnings } = await compile(
      integration({ "app.ts": app, "triggers/thing.ts": source }),
      new Cache(),
    );
    expect(warnings.map(({ code }) => code)).toEqual(["ZDW001"]);
    const ignoring = source.replace("export const", "// zapc-ignore ZDW001 -- it has none\nexport const");
    const quiet = await compile(integration({ "app.ts": app, "triggers/thing.ts": ignoring }), new Cache());
    expect(quiet.warnings).toEqual([]);
  });
});

describe("severities", () => {
  test("change what a finding is, or leave a rule out", async () => {
    const severities = { ZDE005: "warning", "trigger-label": "off" } as const;
    const { directory, report } = await reportOf({ "triggers/thing.ts": trigger(wrong) }, { severities });
    expect(places(directory, report.findings)).toEqual(["triggers/thing.ts:4:10 warning ZDE005"]);
  });

  const fileWith = (value: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), "zapc-audit-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "audit.json"), JSON.stringify(value));
    return join(folder, "audit.json");
  };

  test("are read from a file", () => {
    expect(readSeverities(fileWith({ severity: { ZDW007: "off" } }))).toEqual({ ZDW007: "off" });
  });

  test.each([
    [{ severity: { ZDW0007: "off" } }, 'there is no rule "ZDW0007".\n→ Did you mean ZDW007?'],
    [
      { severity: { ZDW007: "quiet" } },
      'the severity of ZDW007 is "quiet".\n→ It must be "error", "warning" or "off".',
    ],
    [
      { rules: {} },
      'it must be an object with `severity`, and nothing else.\n→ Write for example { "severity": { "ZDW007": "off" } }.',
    ],
  ])("of no rule, or that are none, are refused: %j", (value, why) => {
    const file = fileWith(value);
    expect(failureOf(() => readSeverities(file))).toBe(`Failed to read the severities from ${file}: ${why}`);
  });
});

describe("a baseline", () => {
  test("knows findings by their rule and their part of the integration, wherever their lines are", async () => {
    const { report } = await reportOf({ "triggers/thing.ts": trigger(wrong) });
    const findings = baselineOf(report.findings);
    expect(findings).toEqual([
      { rule: "ZDE005", entity: "triggers/thing", count: 1 },
      { rule: "trigger-label", entity: "triggers/thing", count: 1 },
    ]);
    const sources = {
      "triggers/thing.ts": trigger(`// A comment.\n\n  ${wrong}`),
      "triggers/other.ts": trigger(wrong),
    };
    const later = await reportOf(sources, { baseline: { file: "baseline.json", findings } });
    expect(later.report.known.map(({ rule, entity }) => `${rule} ${entity}`)).toEqual([
      "ZDE005 triggers/thing",
      "trigger-label triggers/thing",
    ]);
    expect(later.report.findings.map(({ rule, entity }) => `${rule} ${entity}`)).toEqual([
      "ZDE005 triggers/other",
      "trigger-label triggers/other",
    ]);
  });

  test("that knows more than there is is a finding", async () => {
    const findings = [
      { rule: "ZDE005", entity: "triggers/thing", count: 2 },
      { rule: "ZDW001", entity: "triggers/thing", count: 1 },
    ];
    const baseline = { file: "baseline.json", findings };
    const { report } = await reportOf({ "triggers/thing.ts": trigger(wrong) }, { baseline });
    expect(report.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      expect.stringMatching(/^trigger-label /),
      "unused-ignore The baseline has ZDE005 of triggers/thing 2 times, and it is found once only.",
      "unused-ignore The baseline has ZDW001 of triggers/thing once, and it is found no more.",
    ]);
  });

  test("is written and read", () => {
    const folder = mkdtempSync(join(tmpdir(), "zapc-audit-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "baseline.json");
    const findings = [{ rule: "ZDE005", entity: "app", count: 1 }];
    writeBaseline(file, findings, {});
    expect(readBaseline(file)).toEqual({ file, findings });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ format: 1, findings });
    writeFileSync(file, '{ "findings": [{ "rule": "ZDE005" }] }');
    expect(failureOf(() => readBaseline(file))).toBe(
      `Failed to read the baseline from ${file}: it must have \`findings\`, each with a rule, an entity and a count.\n→ \`zapc audit --update-baseline\` writes it.`,
    );
  });
});

describe("a report", () => {
  const report: AuditReport = {
    ok: false,
    findings: [
      {
        rule: "ZDE005",
        severity: "error",
        message: 'The label "a|b" is *wrong*.',
        hint: "Write `A|B`.",
        entity: "triggers/thing",
        file: "scripting/triggers/thing.ts",
        line: 4,
        column: 10,
      },
    ],
    silenced: [
      {
        rule: "ZDW007",
        severity: "warning",
        message: "A webhook.",
        entity: "app",
        file: "scripting/app.ts",
        line: 2,
        column: 1,
        reason: "none <better>",
      },
    ],
    known: [
      { rule: "ZDW001", severity: "warning", message: "No noun.", entity: "app", file: "scripting/app.ts" },
    ],
    unchecked: [{ rule: "sample-shape", why: "it needs recordings" }],
  };

  test("as Markdown is a table, with what is silenced folded", () => {
    expect(auditMarkdown(report)).toBe(
      [
        "## Audit: 1 error; 1 silenced, 1 known to the baseline",
        "",
        "| | rule | place | finding |",
        "|---|---|---|---|",
        '| error | ZDE005 | `scripting/triggers/thing.ts:4` | The label "a\\|b" is \\*wrong\\*. Write `A\\|B`. |',
        "",
        "<details><summary>1 silenced</summary>",
        "",
        "- `ZDW007` `scripting/app.ts:2`: A webhook. Reason: none &lt;better&gt;",
        "",
        "</details>",
        "",
        "<details><summary>1 of the baseline</summary>",
        "",
        "- `ZDW001` `scripting/app.ts`: No noun.",
        "",
        "</details>",
        "",
        "<details><summary>1 not checked</summary>",
        "",
        "- `sample-shape`: it needs recordings.",
        "",
        "</details>",
      ].join("\n"),
    );
  });

  test("as SARIF names the rules, the places and the reasons", () => {
    const { runs } = sarifOf(report) as {
      runs: [{ tool: { driver: { rules: object[] } }; results: object[] }];
    };
    expect(runs[0].tool.driver.rules[0]).toEqual({
      id: "ZDE001",
      shortDescription: { text: "A link in a help text is written as Markdown: `[text](address)`." },
      defaultConfiguration: { level: "error" },
    });
    const location = (uri: string, region?: object) => ({
      physicalLocation: { artifactLocation: { uri }, ...(region && { region }) },
      logicalLocations: [{ fullyQualifiedName: uri.includes("triggers") ? "triggers/thing" : "app" }],
    });
    expect(runs[0].results).toEqual([
      {
        ruleId: "ZDE005",
        level: "error",
        message: { text: 'The label "a|b" is *wrong*. Write `A|B`.' },
        locations: [location("scripting/triggers/thing.ts", { startLine: 4, startColumn: 10 })],
        partialFingerprints: { "zapcRuleAndEntity/v1": "ZDE005:triggers/thing" },
      },
      {
        ruleId: "ZDW007",
        level: "warning",
        message: { text: "A webhook." },
        locations: [location("scripting/app.ts", { startLine: 2, startColumn: 1 })],
        partialFingerprints: { "zapcRuleAndEntity/v1": "ZDW007:app" },
        suppressions: [{ kind: "inSource", justification: "none <better>" }],
      },
      {
        ruleId: "ZDW001",
        level: "warning",
        message: { text: "No noun." },
        locations: [location("scripting/app.ts")],
        partialFingerprints: { "zapcRuleAndEntity/v1": "ZDW001:app" },
        suppressions: [{ kind: "external" }],
      },
    ]);
  });
});
