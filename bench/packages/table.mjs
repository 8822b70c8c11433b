// The table of bench/README.md: a row for each package that was tried.

/** The rows of a table, by the names of the packages. */
export function rowsIn(table) {
  const rows = table.split("\n").filter((line) => /^\| (?!package |---)/.test(line));
  return new Map(rows.map((row) => [row.split(" | ")[0].slice(2), row]));
}

export function rowOf(name, { es5, node, reason }) {
  return `| ${name} | ${es5} | ${node} | ${reason.replaceAll("|", "\\|")} |`;
}

/** The table of rows, in the order of the names, and how many of them are usable. */
export function tableOf(rows, names) {
  const chosen = names.flatMap((name) => rows.get(name) ?? []);
  const usable = (column) => chosen.filter((row) => row.split(" | ")[column] === "yes").length;
  return [
    `Of ${chosen.length} packages, ${usable(1)} are usable by default, and ${usable(2)} with \`engine: "node"\`.`,
    "",
    '| package | default | `engine: "node"` | reason |',
    "| --- | --- | --- | --- |",
    ...chosen,
  ].join("\n");
}
