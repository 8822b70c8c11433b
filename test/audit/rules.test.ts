import { describe, expect, test } from "vitest";
import type { AuditFinding, AuditSubject } from "../../src/audit/rule.ts";
import { auditRules } from "../../src/audit/rules.ts";
import { validateMetadata } from "../../src/model/validate.ts";
import { deskly, subject } from "./deskly.ts";
import type { RuleFixture } from "./fixtures/fixture.ts";
import { ownRules } from "./fixtures/own-rules.ts";
import { platformErrors } from "./fixtures/platform-errors.ts";
import { platformWarnings } from "./fixtures/platform-warnings.ts";

const fixtures: { readonly [rule: string]: RuleFixture } = {
  ...platformErrors,
  ...platformWarnings,
  ...ownRules,
};

function asText(found: AuditFinding): string {
  const place = "path" in found ? found.path : `${found.place.line}:${found.place.column}`;
  return `${place} ${found.message}`;
}

const found = (rule: (typeof auditRules)[number], of: AuditSubject) => rule.check(of).map(asText);

test("each rule has an id of its own, and a fixture", () => {
  const ids = auditRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(fixtures).sort()).toEqual([...ids].sort());
});

test("no rule finds anything in the help desk", () => {
  expect(validateMetadata(deskly)).toEqual([]);
  expect(auditRules.flatMap((rule) => found(rule, subject()))).toEqual([]);
});

describe.each(auditRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const { passes, fails, finds } = fixtures[id] ?? { passes: subject(), fails: subject(), finds: [] };

  test("finds nothing where it holds", () => {
    expect(found(rule, passes)).toEqual([]);
  });

  test("finds each place where it does not hold", () => {
    expect(found(rule, fails)).toEqual(finds);
    for (const finding of rule.check(fails)) expect(finding.hint ?? "a message that says it").toMatch(/\S/);
  });
});
