/** A block of code in a page. */
export interface CodeBlock {
  /** `ts`, `sh`, … */
  readonly language: string;
  readonly text: string;
  /** The prose between the block before it and this one. */
  readonly before: string;
}

/** The blocks of code in a page or a part of one. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/([\s\S]*?)^```(\w*)\n([\s\S]*?)^```/gm)].map(
    ([, before = "", language = "", text = ""]) => ({ language, text, before }),
  );
}

/** The part of a page below a heading of the second level that begins with these words. */
export function sectionOf(markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n## ${heading}`);
  const end = markdown.indexOf("\n## ", start + 1);
  return start < 0 ? "" : markdown.slice(start, end < 0 ? undefined : end);
}

/** The targets of the links in a page. */
export function linksIn(markdown: string): string[] {
  const prose = withoutBlocks(markdown).replace(/`[^`]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

/** The anchors of the headings in a page, as code hosts make them. */
export function anchorsIn(markdown: string): string[] {
  return [...withoutBlocks(markdown).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^```.*?^```/gms, "");
}
