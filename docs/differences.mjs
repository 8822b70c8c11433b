// The README's table of known differences, made of the scenarios of test/conformance that say where the two engines differ.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const [begin, end] = ["<!-- Made by `npm run docs` of test/conformance -->", "<!-- End of what is made -->"];

/** The text of README.md, with the table as the scenarios say. */
export async function readmeWithDifferences() {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)];
  if (start < 0 || stop < start)
    throw new Error(`Failed to write the README: it has no table between ${begin} and ${end}.`);
  return `${readme.slice(0, start + begin.length)}\n\n${table(await differing())}\n\n${readme.slice(stop)}`;
}

async function differing() {
  const { outputFiles } = await build({
    entryPoints: [`${root}test/conformance/scenarios/index.ts`],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    write: false,
  });
  const { scenarios } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return scenarios.flatMap(({ differs }) => (differs ? [differs] : []));
}

function table(differences) {
  const rows = differences.map(({ documented, source, runner, outcome, legacy }) => {
    const asRunner = legacy ? "as the runner; on `legacy` as documented" : "as the runner";
    const does = outcome === undefined ? asRunner : "as documented";
    return `| ${documented} | ${source} | ${runner} | ${does} |`;
  });
  return ["| documented | where | on the runner | the simulator does |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}
