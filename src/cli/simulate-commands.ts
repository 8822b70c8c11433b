import { type Command, InvalidArgumentError, Option } from "commander";
import { problemWith, type SimulateOptions } from "../simulator/options.ts";
import { wholeNumber } from "./whole-number.ts";

type End = (code: 0 | 1) => void;

/** Adds `zapc simulate` and what it can do. What runs it is loaded when it runs. */
export function addSimulate(program: Command, end: End): void {
  const simulate = program
    .command("simulate")
    .description("run a built zap.js as the platform would, and show what happens");
  addAuth(simulate, end);
  addSteps(simulate, end);
  addDropdown(simulate, end);
  addZap(simulate, end);
}

function addAuth(simulate: Command, end: End): void {
  withCommonOptions(simulate.command("auth"))
    .description("connect an account as a user does, test it by the test trigger, and show how it is named")
    .option(
      "--auth <file>",
      "a JSON file: what the user types to connect the account, and tokens if there are",
    )
    .option("--redirect-uri <url>", "with OAuth: where the API sends the browser back to")
    .addOption(
      new Option(
        "--save <file>",
        "write what is stored of the account, tokens included, for --auth of what follows",
      ).conflicts("compare"),
    )
    .action(async (options) => {
      const { simulateAuthCommand } = await import("./simulate-auth.ts");
      end(await simulateAuthCommand(options));
    });
}

const steps = [
  { name: "poll", kind: "trigger", does: "poll a trigger once" },
  { name: "write", kind: "action", does: "run an action once" },
  { name: "search", kind: "search", does: "search once, and read what is found" },
] as const;

function addSteps(simulate: Command, end: End): void {
  for (const { name, kind, does } of steps) {
    const command = withAccount(withCommonOptions(simulate.command(name)))
      .description(does)
      .argument(`<${kind}>`, `the ${kind}'s key`)
      .option("--fields <file>", `a JSON file: what the user filled in for the ${kind}`);
    if (kind === "search")
      command.option("--create <file>", "a JSON file: with what its action creates what is not found");
    command.action(async (key, options) => {
      const { stepCommands } = await import("./simulate-step.ts");
      end(await stepCommands[name](key, options));
    });
  }
}

function addDropdown(simulate: Command, end: End): void {
  withAccount(withCommonOptions(simulate.command("dropdown")))
    .description("open the dynamic dropdown of a field, and show what it offers")
    .argument("<step>", "whose field it is, named as its file: actions/create_ticket")
    .argument("<field>", "the field's key")
    .option("--fields <file>", "a JSON file: what the user has filled in so far")
    .option("--page <number>", "the page, from 0, where the trigger has paging", wholeNumber, 0)
    .action(async (step, field, options) => {
      const { simulateDropdownCommand } = await import("./simulate-dropdown.ts");
      end(await simulateDropdownCommand(step, field, options));
    });
}

function addZap(simulate: Command, end: End): void {
  withAccount(withCommonOptions(simulate.command("zap")))
    .description("turn a Zap on, then poll it, send it hooks and turn it off, as a file says")
    .argument("<scenario>", "a JSON file: see schema/zap-scenario.schema.json")
    .action(async (scenario, options) => {
      const { simulateZapCommand } = await import("./simulate-zap.ts");
      end(await simulateZapCommand(scenario, options));
    });
}

function withAccount(command: Command): Command {
  return command.requiredOption("--auth <file>", "a JSON file: what the user typed to connect the account");
}

/** What becomes an option of `simulate`, which says what is wrong with it. */
const checkedOptions: readonly {
  readonly name: keyof SimulateOptions;
  readonly flags: string;
  readonly does: string;
  readonly conflicts?: string[];
}[] = [
  {
    name: "url_base",
    flags: "--url-base <url>",
    does: "send every request to this address instead, http://127.0.0.1:8080 say",
  },
  {
    name: "now",
    flags: "--now <time>",
    does: "the time that the script sees, 2026-03-01T09:00:00Z say; the time that it is if left out",
  },
  {
    name: "record",
    flags: "--record <file>",
    does: "write every request and its answer into this file, what is secret taken out",
    conflicts: ["compare"],
  },
  {
    name: "replay",
    flags: "--replay <file>",
    does: "let such a file answer in place of the network",
    conflicts: ["record", "urlBase"],
  },
  {
    name: "runtime",
    flags: "--runtime <name>",
    does: "the engine that runs the script: converted (today's, if left out) or legacy",
    conflicts: ["compare"],
  },
];

/** CLIENT_ID and CLIENT_SECRET stand in the environment: on a command line others could see them. */
function withCommonOptions(command: Command): Command {
  command.option("--dist <dir>", "the directory of zap.js and metadata.json", "dist");
  for (const { name, flags, does, conflicts = [] } of checkedOptions) {
    const read = (text: string) => usable(name, text);
    command.addOption(new Option(flags, does).argParser(read).conflicts(conflicts));
  }
  return command
    .option("--compare", "do it on both runtimes, and show what differs")
    .option("--json", "print what happened as JSON")
    .addHelpText("after", "\nWith OAuth, the app's credentials are read from CLIENT_ID and CLIENT_SECRET.");
}

/** Refuses what the simulator would refuse. */
function usable(name: keyof SimulateOptions, text: string): string {
  const problem = problemWith(name, text);
  if (problem) throw new InvalidArgumentError(`It ${problem}.`);
  return text;
}
