// Writes an integration of N triggers with three methods each, the same for the same N: `node generate.mjs 50 DIRECTORY`.
//
//   DIRECTORY/scripting/   the integration in zapc's layout
//   DIRECTORY/plain/       the same code for other tools: without the metadata, which they have no use for, and with main.ts,
//                          which exports each method under its name in Zap
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { trigger } from "./generate/trigger.mjs";

const shared = fileURLToPath(new URL("shared", import.meta.url));

/** Writes the integration and tells how many methods it has. */
export function generate(count, directory) {
  const triggers = Array.from({ length: count }, (_, number) => trigger(number));
  for (const file of readdirSync(shared)) {
    const text = readFileSync(join(shared, file), "utf8");
    write(join(directory, "scripting", file), text);
    // app.ts is metadata and nothing else.
    if (file !== "app.ts") write(join(directory, "plain", file), text);
  }
  for (const { key, imports, metadata, body } of triggers) {
    write(join(directory, "scripting/triggers", `${key}.ts`), `${imports}\n${metadata}\n${body}`);
    write(join(directory, "plain/triggers", `${key}.ts`), `${imports}\n${body}`);
  }
  write(join(directory, "plain/main.ts"), entry(triggers));
  return { methods: 2 + triggers.length * 3 };
}

function entry(triggers) {
  const exports = triggers.map(({ key, methods }) => {
    const names = methods.map((method) => `${method} as ${key}_${method}`);
    return `export { ${names.join(", ")} } from "./triggers/${key}.ts";\n`;
  });
  return `export { get_connection_label, get_session_info } from "./auth.ts";\n${exports.join("")}`;
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count, directory] = process.argv.slice(2);
  if (!(Number(count) > 0) || !directory) {
    console.error("Usage: node generate.mjs TRIGGERS DIRECTORY");
    process.exit(2);
  }
  const { methods } = generate(Number(count), directory);
  console.log(`${count} triggers, ${methods} methods in ${join(directory, "scripting")}`);
}
