import { relative, resolve } from "node:path";
import colors from "picocolors";
import { type AuthName, authKinds } from "../scaffold/auth-kinds.ts";
import {
  type Initialized,
  init,
  problemWithAddress,
  problemWithName,
  problemWithNoun,
} from "../scaffold/init.ts";
import { ask, type Question } from "./questions.ts";

export interface InitCommandOptions {
  readonly title?: string;
  readonly auth?: AuthName;
  readonly url?: string;
  readonly noun?: string;
  readonly description?: string;
  readonly category?: string;
  readonly json?: true;
}

/** The facts that a project needs, by the option that gives each. Those with a default are asked on a terminal alone. */
const questions: readonly Question[] = [
  { option: "title", text: "What is the service called?", example: "Helpdesk", problemWith: problemWithName },
  {
    option: "url",
    text: "What is the address of its API?",
    example: "https://api.helpdesk.example",
    problemWith: problemWithAddress,
  },
  {
    option: "auth",
    text: "How do users connect an account?",
    choices: Object.entries(authKinds).map(([value, { about }]) => ({ value, about })),
  },
  {
    option: "noun",
    text: "What does the first trigger find? One thing, in the singular",
    example: "Ticket",
    fallback: "Item",
    problemWith: problemWithNoun,
  },
];

/** `zapc init`: writes a new project, by questions on a terminal and by options elsewhere. */
export async function initCommand(directory: string, options: InitCommandOptions): Promise<0> {
  const { json, description, category, ...given } = options;
  const answers = await ask(questions, { given, task: `begin a project in ${directory}` });
  const others = { ...(description && { description }), ...(category && { category }) };
  const done = init(directory, { ...answers, ...others } as Parameters<typeof init>[1]);
  if (json) console.log(JSON.stringify({ ok: true, ...done }, null, 2));
  else print(done, directory);
  return 0;
}

function print({ files, kept, missing }: Initialized, directory: string): void {
  console.log(files.map((file) => `  ${file}`).join("\n"));
  console.log(colors.green(`\n${files.length} files written.`));
  for (const file of kept) console.log(`${file} was there and stays as it is.`);
  if (Object.keys(missing).length > 0)
    console.log(`\npackage.json lacks this:\n${JSON.stringify(missing, null, 2)}`);
  const inside = relative(".", resolve(directory));
  const enter = inside === "" ? "" : `cd ${/\s/.test(inside) ? JSON.stringify(inside) : inside} && `;
  console.log(`\nInstall, build, test and audit it:\n  ${enter}npm install && npm test && npm run audit`);
}
