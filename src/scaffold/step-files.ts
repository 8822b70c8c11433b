import type { StepKind } from "../model/methods.ts";
import { objectText } from "../output/object-text.ts";
import { actionTemplates } from "./action-templates.ts";
import { searchTemplates } from "./search-templates.ts";
import type { NewStep, ProjectFile, StepParts, StepTest, Template } from "./step.ts";
import type { MadeUpAccount } from "./test-files.ts";
import { triggerTemplates } from "./trigger-templates.ts";

/** The templates of each kind, the default first. */
export const templates: { readonly [kind in StepKind]: { readonly [name: string]: Template } } = {
  trigger: triggerTemplates,
  action: actionTemplates,
  search: searchTemplates,
};

/** The folder of each kind, in the sources and in the tests. */
export const folders = { trigger: "triggers", action: "actions", search: "searches" } as const;

/** The destination of the files of a step. */
export interface StepDestination {
  /** The directory of the sources. */
  readonly scripting: string;
  /** The values of the account's variables in the tests. */
  readonly account: MadeUpAccount;
}

/** The source of a step and its test. */
export function stepFiles(step: NewStep, { scripting, account }: StepDestination): ProjectFile[] {
  const template = templates[step.kind][step.template] as Template;
  const { parts, tests } = template(step);
  return [
    { path: `${scripting}/${sourcePath(step)}`, text: sourceText(step, parts) },
    {
      path: `test/${folders[step.kind]}/${step.key}.test.ts`,
      text: withValues(testText(tests), account),
    },
  ];
}

/** `triggers/new_ticket.ts` */
export function sourcePath({ kind, key }: Pick<NewStep, "kind" | "key">): string {
  return `${folders[kind]}/${key}.ts`;
}

function sourceText({ kind }: NewStep, { types, definition, body, methods }: StepParts): string {
  const type = `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
  return `${importText([...types].sort())}

export const ${kind} = ${objectText(definition)} as const satisfies ${type};

${body}

({ ${methods.join(", ")} }) satisfies ${type}Methods<typeof ${kind}>;
`;
}

// As formatters break lines.
const MOST_COLUMNS = 100;

function importText(types: readonly string[]): string {
  const line = `import type { ${types.join(", ")} } from "zapc";`;
  if (line.length <= MOST_COLUMNS) return line;
  return `import type {\n${types.map((type) => `  ${type},\n`).join("")}} from "zapc";`;
}

function testText(tests: readonly StepTest[]): string {
  const texts = tests.map(({ name, answers, lines }) => {
    const body = [`const sim = await connected(${objectText(answers, "  ")});`, ...lines];
    return `test(${JSON.stringify(name)}, async () => {\n${body.map((line) => `  ${line}\n`).join("")}});\n`;
  });
  return [
    `import { expect, test } from "vitest";\nimport { connected } from "../connected.ts";\n`,
    ...texts,
  ].join("\n");
}

/** `https://{{domain}}/tickets` -> `https://acme.example/tickets` */
function withValues(text: string, account: MadeUpAccount): string {
  return text.replace(/\{\{(\w+)\}\}/g, (variable, key: string) => account[key] ?? variable);
}
