// The table of docs/differences.md: the scenarios of test/conformance in which the runner and the documentation differ.
import { scenarios } from "../../test/conformance/scenarios/index.ts";
import { table } from "./markdown.mjs";
import { pageWithGenerated } from "./project.mjs";

export function differencesPage() {
  const rows = scenarios.flatMap(({ differs }) => (differs ? [row(differs)] : []));
  const titles = ["documented", "where", "on the runner", "in the simulator"];
  return pageWithGenerated("differences.md", table(titles, rows));
}

function row({ documented, source, runner, outcome, legacy }) {
  const asRunner = legacy ? "as the runner; on `legacy` as documented" : "as the runner";
  return [documented, source, runner, outcome === undefined ? asRunner : "as documented"];
}
