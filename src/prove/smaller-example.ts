import type { Example, MadeAnswer } from "./subject.ts";

/**
 * The smallest example that still differs: members, items and halves of texts are left out as long as it does. For recorded examples:
 * fast-check shrinks those that it makes.
 */
export async function smallerExample(
  example: Example,
  differs: (example: Example) => Promise<boolean>,
): Promise<Example> {
  for (const smaller of smallerExamples(example)) {
    if (await differs(smaller)) return smallerExample(smaller, differs);
  }
  return example;
}

function* smallerExamples(example: Example): Generator<Example> {
  const { answers } = example;
  for (const index of answers.keys()) yield { ...example, answers: answers.filter((_, it) => it !== index) };
  for (const [index, answer] of answers.entries()) {
    for (const content of smallerContents(answer.content))
      yield { ...example, answers: answers.with(index, { ...answer, content }) };
  }
  const bundle = example.bundle as { readonly [name: string]: unknown };
  // The platform hands over each property of a bundle, and of a response.
  for (const [name, value] of Object.entries(bundle)) {
    const values =
      name === "response" ? smallerResponses(value as Pick<MadeAnswer, "content">) : smallerValues(value);
    for (const smaller of values) yield { ...example, bundle: { ...bundle, [name]: smaller } };
  }
}

function* smallerResponses(response: Pick<MadeAnswer, "content">): Generator<unknown> {
  for (const content of smallerContents(response.content)) yield { ...response, content };
}

/** Leaves out parts of the value of a body that is JSON. */
function* smallerContents(content: string): Generator<string> {
  const value = parsed(content);
  if (typeof value === "object") for (const smaller of smallerValues(value)) yield JSON.stringify(smaller);
  else yield* smallerTexts(content);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** Leaves out each part of a value, the outer ones first. */
function* smallerValues(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield* smallerTexts(value);
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  const of = (left: [string, unknown][]) =>
    Array.isArray(value) ? left.map(([, it]) => it) : Object.fromEntries(left);
  for (const [key] of entries) yield of(entries.filter(([it]) => it !== key));
  for (const [key, part] of entries) {
    for (const smaller of smallerValues(part))
      yield of(entries.map(([it, kept]) => [it, it === key ? smaller : kept]));
  }
}

function* smallerTexts(text: string): Generator<string> {
  if (text.length <= 1) return;
  const middle = Math.floor(text.length / 2);
  yield text.slice(0, middle);
  yield text.slice(middle);
}
