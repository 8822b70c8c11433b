import { asCode, escapedCell } from "../metadata/markdown-text.ts";
import { isPlaceholder } from "../simulator/redaction/secret-names.ts";
import type { Flow } from "./flows.ts";
import type { Form } from "./form.ts";
import type { ReviewedOperation } from "./operations.ts";

/** An operation as Markdown, without its code. */
export function operationMarkdown({
  label,
  key,
  options,
  fields,
  sampled,
  flows,
}: ReviewedOperation): string {
  const blocks = [
    `### ${escapedCell(label)} (${asCode(key)})`,
    formTable(options),
    ...(flows.length > 0 ? [flows.map(flowLine).join("\n")] : []),
    ...(fields.length > 0
      ? [folded(`${fields.length} ${fields.length === 1 ? "field" : "fields"}`, fields.map(fieldBlock))]
      : []),
    ...(sampled.length > 0 ? [folded("Sample", [sampleTable(sampled)])] : []),
  ];
  return blocks.join("\n\n");
}

function fieldBlock(form: Form): string {
  return `**${escapedCell(form.title)}**\n\n${formTable(form)}`;
}

/** A form as a table of Markdown. */
export function formTable({ rows }: Form): string {
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

function sampleTable(sampled: ReviewedOperation["sampled"]): string {
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
