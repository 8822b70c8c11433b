import { isCancel, select, text } from "@clack/prompts";
import { Failure } from "../model/failure.ts";

/** Something that a command must know. */
export interface Question {
  /** The option that says it. */
  readonly option: string;
  /** The question, as a terminal shows it. */
  readonly text: string;
  readonly example?: string;
  /** The answer where nobody gives one. */
  readonly fallback?: string;
  readonly choices?: readonly { readonly value: string; readonly about: string }[];
  /** Says why an answer is wrong, as the end of a sentence; undefined when it is right. */
  readonly problemWith?: (answer: string) => string | undefined;
}

interface QuestionOptions {
  /** The values of the options. */
  readonly given: { readonly [option: string]: string | undefined };
  /** The task, as the end of `Failed to …`. */
  readonly task: string;
}

/**
 * Finds out what a command must know: by its options and, on a terminal, by questions.
 *
 * @throws {Failure} where an option is wrong or, without a terminal, missing.
 */
export async function ask(
  questions: readonly Question[],
  { given, task }: QuestionOptions,
): Promise<{ readonly [option: string]: string }> {
  for (const { option, problemWith } of questions) {
    const value = given[option];
    const problem = value === undefined ? undefined : problemWith?.(value);
    if (problem)
      throw new Failure(`Failed to ${task}: --${option} is ${JSON.stringify(value)}, and ${problem}.`);
  }
  const open = questions.filter(({ option }) => given[option] === undefined);
  const missing = open.filter(({ fallback }) => fallback === undefined);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!isTerminal && missing.length > 0) throw isMissing(missing, task);
  const answers: { [option: string]: string } = {};
  for (const question of questions) {
    const value = given[question.option];
    answers[question.option] =
      value ??
      (isTerminal && missing.length > 0 ? await answerTo(question, task) : (question.fallback as string));
  }
  return answers;
}

async function answerTo(question: Question, task: string): Promise<string> {
  const { text: message, example, fallback, choices, problemWith } = question;
  const answer = choices
    ? await select({ message, options: choices.map(({ value, about }) => ({ value, label: about })) })
    : await text({
        message,
        ...(example !== undefined && { placeholder: example }),
        ...(fallback !== undefined && { defaultValue: fallback }),
        validate: (given = "") => {
          if (given === "" && fallback !== undefined) return undefined;
          const problem = problemWith?.(given);
          return problem && `It ${problem}.`;
        },
      });
  if (isCancel(answer)) throw new Failure(`Failed to ${task}: it was given up. Nothing was written.`);
  return answer;
}

function isMissing(questions: readonly Question[], task: string): Failure {
  const options = questions.map(({ option }) => `--${option}`);
  const last = options.pop();
  const named = options.length === 0 ? last : `${options.join(", ")} and ${last}`;
  const be = questions.length === 1 ? "is" : "are";
  return new Failure(`Failed to ${task}: ${named} ${be} missing, and there is no terminal to ask on.`, {
    hint: questions
      .map(({ option, example, choices }) => {
        return `--${option} ${choices ? choices.map(({ value }) => value).join("|") : example}`;
      })
      .join(" "),
  });
}
