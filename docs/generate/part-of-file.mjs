// The part of an example's file that implements one of several methods.
import { parseSync } from "oxc-parser";

/** The text of one exported method, with what it needs of the file: types, functions and imports. */
export function partOfFile(file, text, method) {
  const statements = parseSync(file, text).program.body.map((node, index, all) => ({
    node,
    name: nameOf(node),
    text: text.slice(index === 0 ? 0 : all[index - 1].end, node.end).trim(),
  }));
  const needed = new Set(statements.filter(({ name }) => name === method));
  // Later statements can need earlier ones and the other way round.
  for (let size = 0; size !== needed.size; ) {
    size = needed.size;
    const mentioned = [...needed].map((statement) => statement.text).join("\n");
    for (const statement of statements) if (isMentioned(statement.name, mentioned)) needed.add(statement);
  }
  const parts = statements.filter((statement) => needed.has(statement)).map((statement) => statement.text);
  const imports = statements.filter(({ node }) => node.type === "ImportDeclaration");
  return [...imports.flatMap(({ node }) => importOf(node, parts.join("\n"))), ...parts].join("\n\n");
}

function nameOf(node) {
  const declaration = node.declaration ?? node;
  return (declaration.id ?? declaration.declarations?.[0].id)?.name;
}

/** In code: what a comment mentions is not needed. */
function isMentioned(name, text) {
  return name !== undefined && new RegExp(`\\b${name}\\b`).test(text.replace(/\/\*.*?\*\//gs, ""));
}

/** `import type { PreSubscribe, RequestResult } from "zapc";`, of the names that are mentioned. */
function importOf({ source, importKind, specifiers }, text) {
  const names = specifiers.map(({ local }) => local.name).filter((name) => isMentioned(name, text));
  const keyword = importKind === "type" ? "import type" : "import";
  return names.length > 0 ? [`${keyword} { ${names.join(", ")} } from ${source.raw};`] : [];
}
