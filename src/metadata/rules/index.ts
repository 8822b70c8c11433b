import type { Metadata } from "../../model/definitions.ts";
import { accountRules } from "./account-rules.ts";
import { completenessRules } from "./completeness-rules.ts";
import { fieldRules } from "./field-rules.ts";
import { referenceRules } from "./reference-rules.ts";
import type { MetadataRule, RuleFinding } from "./rule.ts";
import { variableRules } from "./variable-rules.ts";

/** The rules that each build checks, by what they are about. */
export const buildRules: { readonly [about: string]: readonly MetadataRule[] } = {
  "The app": accountRules,
  Completeness: completenessRules,
  Fields: fieldRules,
  "References between steps": referenceRules,
  Variables: variableRules,
};

/** A finding, and its rule. */
export interface FindingOfRule extends RuleFinding {
  readonly rule: MetadataRule;
}

/** The findings of the rules about metadata that matches its schema. */
export function foundInBuild(metadata: Metadata): FindingOfRule[] {
  return Object.values(buildRules)
    .flat()
    .flatMap((rule) => rule.check(metadata).map((finding) => ({ ...finding, rule })));
}
