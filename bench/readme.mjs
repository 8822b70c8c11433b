import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("./README.md", import.meta.url);

/** The text of README.md between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function partOfReadme(name) {
  const [, part] = split(name);
  return part.trim();
}

/** Puts a text into README.md between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writeReadme(name, text) {
  const [before, , after] = split(name);
  writeFileSync(file, `${before}\n\n${text}\n\n${after}`);
}

function split(name) {
  const readme = readFileSync(file, "utf8");
  const start = `<!-- ${name} -->`;
  const from = readme.indexOf(start) + start.length;
  const to = readme.indexOf(`<!-- /${name} -->`);
  return [readme.slice(0, from), readme.slice(from, to), readme.slice(to)];
}
