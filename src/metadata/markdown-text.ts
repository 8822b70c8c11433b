/** A text inside backquotes, which may have backquotes itself. */
export function asCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const room = longest > 0 ? " " : "";
  return `${fence}${room}${text.replaceAll("|", "\\|").replace(/\s+/g, " ")}${room}${fence}`;
}

/** A text in a table or a list, which Markdown and HTML take as it is; text in backquotes is code there, too. */
export function escapedCell(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? part.replaceAll("|", "\\|") : escaped(part)))
    .join("")
    .replace(/\s+/g, " ");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\*_[\]|#@]/g, "\\$&");
}
