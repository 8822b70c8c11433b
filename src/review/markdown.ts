import { auditMarkdown } from "../audit/markdown.ts";
import { diffMarkdown } from "../metadata/diff/markdown.ts";
import { asCode, escapedCell } from "../metadata/markdown-text.ts";
import type { StepList } from "../model/definitions.ts";
import { reviewMark } from "../output/generator.ts";
import { unexercised } from "./exercised.ts";
import type { Form } from "./form.ts";
import { formTable } from "./operation-markdown.ts";
import { lists } from "./operations.ts";
import type { ReviewedIntegration } from "./reviewed.ts";
import { authScreen, generalScreen, triggerSettingsForm } from "./screens.ts";
import { verdictOf } from "./verdict.ts";

/** The review as Markdown, for a pull request: without the code, which stands there beside it. */
export function reviewMarkdown(reviewed: ReviewedIntegration): string {
  const { metadata, hash, comparison } = reviewed;
  const { title, version } = metadata.app;
  const settings = triggerSettingsForm(metadata);
  const auth = authScreen(metadata);
  const blocks = [
    reviewMark(hash),
    `# ${escapedCell(title)} ${escapedCell(version)}`,
    verdict(reviewed),
    ...(comparison ? [diffMarkdown(comparison.report).trim()] : []),
    "## General",
    ...generalScreen(metadata).forms.map(formTable),
    "## Authentication",
    ...auth.forms.flatMap((form, index) => [
      ...(index > 0 ? [`### ${escapedCell(form.title)}`] : []),
      formTable(form),
    ]),
    ...(auth.note === undefined ? [] : [auth.note]),
    ...lists.flatMap((list) => listBlocks(list, reviewed, list === "triggers" ? settings : undefined)),
    "## Methods that nothing exercised",
    exercise(reviewed),
    auditMarkdown(reviewed.audit),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function verdict(reviewed: ReviewedIntegration): string {
  const { headline, counts, notRun } = verdictOf(reviewed);
  const counted = counts.map(([label, value]) => `${label}: ${value}`).join(" · ");
  return `**${escapedCell(headline)}**\n\n${counted}\n\nNot run, or not checked:\n\n${notRun.map((why) => `- ${escapedCell(why)}`).join("\n")}`;
}

const titles: { readonly [list in StepList]: string } = {
  triggers: "Triggers",
  actions: "Actions",
  searches: "Searches",
};

function listBlocks(
  list: StepList,
  { operations }: ReviewedIntegration,
  settings: Form | undefined,
): string[] {
  if (operations[list].length === 0) return [];
  return [
    `## ${titles[list]}`,
    ...(settings ? [`### ${settings.title}`, formTable(settings)] : []),
    ...operations[list].map(({ markdown }) => markdown),
  ];
}

function exercise(reviewed: ReviewedIntegration): string {
  if (!reviewed.exercised)
    return "Not known: no recordings were given, and which methods the tests run is recorded nowhere.";
  const names = unexercised(reviewed);
  return names.length === 0 ? "None." : names.map((name) => `- ${asCode(name)}`).join("\n");
}
