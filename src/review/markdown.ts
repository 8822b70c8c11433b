import { auditMarkdown } from "../audit/markdown.ts";
import { diffMarkdown } from "../metadata/diff/markdown.ts";
import type { StepList } from "../metadata/diff/step-changes.ts";
import { asCode, escapedCell } from "../metadata/markdown-text.ts";
import { reviewMark } from "../output/review-mark.ts";
import { isPlaceholder } from "../simulator/redaction/secret-names.ts";
import type { Flow } from "./flows.ts";
import type { Form } from "./form.ts";
import { lists, type Operation } from "./operations.ts";
import type { Reviewed } from "./reviewed.ts";
import { authScreen, generalScreen, triggerSettingsForm } from "./screens.ts";
import { unexercised } from "./unexercised.ts";
import { verdictOf } from "./verdict.ts";

/** The review as Markdown, for a pull request: without the code, which stands there beside it. */
export function reviewMarkdown(reviewed: Reviewed): string {
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

function verdict(reviewed: Reviewed): string {
  const { headline, counts, notRun } = verdictOf(reviewed);
  const counted = counts.map(([label, value]) => `${label}: ${value}`).join(" · ");
  return `**${escapedCell(headline)}**\n\n${counted}\n\nNot run, or not checked:\n\n${notRun.map((why) => `- ${escapedCell(why)}`).join("\n")}`;
}

const titles: { readonly [list in StepList]: string } = {
  triggers: "Triggers",
  actions: "Actions",
  searches: "Searches",
};

function listBlocks(list: StepList, { operations }: Reviewed, settings: Form | undefined): string[] {
  if (operations[list].length === 0) return [];
  return [
    `## ${titles[list]}`,
    ...(settings ? [`### ${settings.title}`, formTable(settings)] : []),
    ...operations[list].flatMap(operationBlocks),
  ];
}

function operationBlocks({ label, key, options, fields, sampled, flows }: Operation): string[] {
  return [
    `### ${escapedCell(label)} (${asCode(key)})`,
    formTable(options),
    ...(flows.length > 0 ? [flows.map(flowLine).join("\n")] : []),
    ...(fields.length > 0
      ? [folded(`${fields.length} ${fields.length === 1 ? "field" : "fields"}`, fields.map(fieldBlock))]
      : []),
    ...(sampled.length > 0 ? [folded("Sample", [sampleTable(sampled)])] : []),
  ];
}

function fieldBlock(form: Form): string {
  return `**${escapedCell(form.title)}**\n\n${formTable(form)}`;
}

function formTable({ rows }: Form): string {
  const lines = rows.map(({ name, value, isChoice }) => {
    const text = isPlaceholder(value)
      ? "withheld: it looks like a secret"
      : isChoice
        ? escapedCell(value)
        : asCode(value);
    return `| ${escapedCell(name)} | ${text} |`;
  });
  return ["| | |", "|---|---|", ...lines].join("\n");
}

function sampleTable(sampled: Operation["sampled"]): string {
  return [
    "| label | value |",
    "|---|---|",
    ...sampled.map(([name, value]) => `| ${asCode(name)} | ${escapedCell(value)} |`),
  ].join("\n");
}

/** `- Poll: Request (GET https://…) → pre_poll (scripted) → …` */
function flowLine({ title, steps }: Flow): string {
  const texts = steps.map(({ title, detail }) =>
    detail === "" ? escapedCell(title) : `${escapedCell(title)} (${escapedCell(detail)})`,
  );
  return `- ${escapedCell(title)}: ${texts.join(" → ")}`;
}

function folded(title: string, blocks: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${blocks.join("\n\n")}\n\n</details>`;
}

function exercise(reviewed: Reviewed): string {
  if (!reviewed.exercised)
    return "Not known: no recordings were given, and which methods the tests run is recorded nowhere.";
  const names = unexercised(reviewed);
  return names.length === 0 ? "None." : names.map((name) => `- ${asCode(name)}`).join("\n");
}
