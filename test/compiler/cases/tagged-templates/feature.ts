export function feature(): unknown {
  const tag = (texts: TemplateStringsArray, ...values: unknown[]) =>
    texts.join("|") + texts.raw.join("|") + values.join();
  return tag`a\n${1}b${2}`;
}
