export function feature(): unknown {
  const rows = [1, 2];
  const xml = `<list count="${rows.length}">
${rows.map((row) => `  <row id='${row}'>\t\\${row > 1 ? `${"more"}` : ""}</row>`).join("\n")}
</list>`;
  const continued = "one \
two";
  return [xml, continued, `${1}${2}` + 3, `${rows}`, `$${1} \${no}`];
}
