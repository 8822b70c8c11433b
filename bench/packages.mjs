// Which npm packages zap.js can hold, on either engine: each is imported, built, and called in the built file on the simulator,
// and must give what it gives on Node.js. `npm --prefix bench run packages [-- NAME…]`
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../bin/index.mjs";
import { simulate } from "../bin/simulator.mjs";
import { cases } from "./packages/cases.mjs";
import { onNode } from "./packages/on-node.mjs";
import { sourcesOf } from "./packages/sources.mjs";

const engines = ["es5", "node"];
// Packages are found from here.
const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), ".packages-"));
const names = process.argv.slice(2);
const chosen = Object.entries(cases).filter(([name]) => names.length === 0 || names.includes(name));
const usable = { es5: 0, node: 0 };

console.log('| package | default | `engine: "node"` | reason |\n| --- | --- | --- | --- |');
try {
  for (const [name, [imports, call]] of chosen) {
    const results = [];
    for (const engine of engines) results.push(await tried(name, { imports, call, engine }));
    results.forEach(({ verdict }, index) => {
      if (verdict === "yes") usable[engines[index]] += 1;
    });
    const [first, second] = results.map(({ verdict }) => verdict);
    const reason = results.findLast((it) => it.reason !== undefined)?.reason ?? "";
    console.log(`| ${name} | ${first} | ${second} | ${reason.replaceAll("|", "\\|")} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
console.log(
  `\nOf ${chosen.length} packages, ${usable.es5} are usable by default, ${usable.node} with \`engine: "node"\`.`,
);

/** Whether a package can be used on an engine, and the first reason where it cannot. */
async function tried(name, { imports, call, engine }) {
  const scripting = join(folder, `${name.replace(/\W/g, "_")}-${engine}`);
  for (const [path, text] of Object.entries(sourcesOf({ imports, call, engine }))) {
    mkdirSync(join(scripting, path, ".."), { recursive: true });
    writeFileSync(join(scripting, path), text);
  }
  const out = join(scripting, "dist");
  const { ok, diagnostics } = await build({ scripting, out });
  if (!ok)
    return { verdict: "no", reason: reasonIn(diagnostics.find(({ severity }) => severity === "error")) };
  const script = join(out, "zap.js");
  const simulator = await simulate({ script, metadata: join(out, "metadata.json"), auth_fields: {} });
  try {
    const { items, error } = await simulator.poll("thing", {});
    if (error) return { verdict: "fails", reason: error.message.split("\n")[0] };
    const expected = onNode({ imports, call, folder: scripting });
    return items[0].value === expected ? { verdict: "yes" } : { verdict: "differs", reason: items[0].value };
  } finally {
    await simulator.close();
  }
}

/** The first need of a package, or the whole message of another finding. */
function reasonIn({ code, message }) {
  const lines = message.split("\n");
  return code === "package-needs" ? lines[1].replace(/^- /, "") : `${code}: ${lines[0]}`;
}
