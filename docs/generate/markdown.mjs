// Pieces of Markdown.

/** `text` as code, also inside a table. */
export function code(text) {
  return `\`${text.replaceAll("|", "\\|")}\``;
}

/** A table, of rows with as many cells as there are titles. */
export function table(titles, rows) {
  const line = (cells) => `|${cells.map((cell) => (cell === "" ? " " : ` ${cell} `)).join("|")}|`;
  return [line(titles), `|${"---|".repeat(titles.length)}`, ...rows.map(line)].join("\n");
}

/** A text of several lines as one, for a cell of a table. */
export function oneLine(text) {
  return text.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
}

/** The anchor of a heading, as code hosts make it. */
export function anchor(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}
