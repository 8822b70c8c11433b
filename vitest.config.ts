import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { NameSkipped } from "./test/name-skipped.ts";

/** The suites, as test/README.md describes them. A test file that no other suite takes is one of `units`. */
const suites = {
  /** Files that mock a module. */
  mocks: filesThatMock(),
  /** Scripts that run in the simulator's process. `npm run test:quick` leaves them to `npm test`, and those of `builds`, too. */
  simulated: ["test/simulator/**/*.test.ts", "test/scripting/**/*.test.ts", "test/vitest/**/*.test.ts"],
  /** Whole integrations that are compiled, but for the cases of the compiler, and the files that a build writes. */
  builds: [
    "test/compiler/!(cases).test.ts",
    ...["adopt", "audit", "bench", "export", "output", "review", "scaffold"].map(filesBelow),
    ...["test/dist.test.ts", "test/index.test.ts"],
  ],
  /** The zapc command and the packed package, in processes of their own. `npm test` leaves them to `npm run test:all`. */
  commands: ["test/cli/**/*.test.ts", "test/package/**/*.test.ts"],
  /** A new user's first hour with the packed package, on each version of Node.js. For `npm run test:all`. */
  walk: ["test/package/walk/**/*.test.ts"],
  /** An integration from its sources to the platform, with the packed package. For `npm run test:all`. */
  helpdesk: ["test/helpdesk/**/*.test.ts"],
  /** The pages of the review and of the studio in Chromium. For `npm run test:all`. */
  browser: ["test/review/browser/**/*.test.ts", "test/studio/page/**/*.test.ts"],
  /** The server of the studio over real HTTP, and its command. For `npm run test:all`. */
  studio: ["test/studio/server/**/*.test.ts", "test/studio/saved-test/**/*.test.ts"],
  /** The platform's own runner beside the simulator, scenario by scenario. For `npm run test:all`. */
  runner: ["test/conformance/*-runner.test.ts"],
  /** The platform's own command line, with exported apps. For `npm run test:all`. */
  cli: ["test/conformance/*-on-cli.test.ts"],
  /** Other engines, random programs, and packages of npm on ES5. */
  conformance: [
    "test/conformance/**/*.test.ts",
    "test/compiler/any-program.test.ts",
    "test/compiler/programs-by-hand.test.ts",
  ],
  /** The differences that `prove` finds, and each script of the gallery, adopted and proven equal. For `npm run test:all`. */
  proven: ["test/adopt/gallery-proven.test.ts", "test/prove/prove.test.ts", "test/prove/on-runner.test.ts"],
  /** Some days of a portal, simulated. For `npm run test:all`. */
  days: ["test/**/over-days*.test.ts"],
  /** Scripts that mean no good. For `npm run test:all`. */
  hostile: ["test/simulator/escape/**/*.test.ts", "test/simulator/process.test.ts"],
  /** More of them, answers, and mutated files. For `npm run test:all`. */
  soak: ["test/soak/**/*.test.ts", "test/cli/mutated/**/*.test.ts"],
};

/**
 * Suites whose tests start processes, servers or browsers. A machine that is busy for seconds can delay one of them: in
 * `npm run test:all`, such a test that failed runs once more, and the report marks it as retried.
 */
const suitesWithProcesses = "commands walk helpdesk browser studio runner cli hostile proven soak".split(" ");

/** @see package.json: `npm run test:all` has the mode `all`. */
export default defineConfig(({ mode }) => {
  const suite = (name: string, include: string[], exclude: string[] = []) => ({
    test: {
      ...{ name, include, exclude: [...exclude, "**/node_modules/**"] },
      // Ends a test that hangs. The slowest takes a third of it on an idle machine.
      testTimeout: 90_000,
      hookTimeout: 90_000,
      retry: mode === "all" && suitesWithProcesses.includes(name) ? 1 : 0,
      // Files share the modules that they load, which saves a sixth of the time. A mocked module must not be shared.
      isolate: name === "mocks",
      env: {
        // As the zapc command sets it: esbuild and TypeScript take a fifth less time of the processor.
        GOGC: process.env.GOGC ?? "800",
        ZAPC_PROGRAMS: process.env.ZAPC_PROGRAMS ?? (mode === "all" ? "500" : "100"),
        ZAPC_MUTATED_INPUTS: process.env.ZAPC_MUTATED_INPUTS ?? "10000",
        ZAPC_RECORDINGS: process.env.ZAPC_RECORDINGS ?? (mode === "all" ? "20000" : "300"),
      },
    },
  });
  const { mocks, simulated, builds, commands, walk, helpdesk, browser, studio, runner, cli } = suites;
  const { conformance, days, hostile, proven, soak } = suites;
  const long = [
    suite("walk", walk),
    suite("helpdesk", helpdesk),
    suite("browser", browser),
    suite("studio", studio),
    suite("days", days, runner),
    suite("runner", runner),
    suite("cli", cli),
    suite("hostile", hostile),
    suite("proven", proven),
    suite("soak", soak),
  ];
  return {
    test: {
      projects: [
        suite("units", ["test/**/*.test.ts"], Object.values(suites).flat()),
        suite("simulated", simulated, [...mocks, ...days, ...hostile]),
        suite("builds", builds, [...mocks, ...browser, ...conformance, ...proven]),
        suite("mocks", mocks),
        suite("commands", commands, [...mocks, ...soak, ...walk]),
        suite("conformance", conformance, [...runner, ...cli]),
        ...(mode === "all" ? long : []),
      ],
      globalSetup: "test/set-up.ts",
      reporters: [new NameSkipped(), "default"],
      slowTestThreshold: 5_000,
      // The default leaves one core idle.
      maxWorkers: availableParallelism(),
      // An expected file that is missing fails its test; `-u` writes it.
      update: "none",
      // Saves 0.6 s of the 1.9 s that one case of the compiler takes.
      experimental: { fsModuleCache: true },
    },
  };
});

function filesBelow(folder: string): string {
  return `test/${folder}/**/*.test.ts`;
}

function filesThatMock(): string[] {
  const files = readdirSync("test", { recursive: true, encoding: "utf8" });
  const tests = files.filter((file) => file.endsWith(".test.ts")).map((file) => `test/${file}`);
  return tests.filter((file) => /\bvi\.(do)?[mM]ock\(/.test(readFileSync(file, "utf8")));
}
