import type { Command } from "commander";

type End = (code: 0 | 1) => void;

/** Adds `zapc simulate` and what it can do. What runs it is loaded when it runs. */
export function addSimulate(program: Command, end: End): void {
  const simulate = program
    .command("simulate")
    .description("run a built zap.js as the platform would, and show what happens");
  addAuth(simulate, end);
  addPoll(simulate, end);
}

function addAuth(simulate: Command, end: End): void {
  withCommonOptions(simulate.command("auth"))
    .description("connect an account as a user does, test it by the test trigger, and show how it is named")
    .option(
      "--auth <file>",
      "a JSON file: what the user types to connect the account, and tokens if there are",
    )
    .option("--redirect-uri <url>", "with OAuth: where the API sends the browser back to")
    .option(
      "--save <file>",
      "write what is stored of the account, tokens included, for --auth of what follows",
    )
    .action(async (options) => {
      const { simulateAuthCommand } = await import("./simulate-auth.ts");
      end(await simulateAuthCommand(options));
    });
}

function addPoll(simulate: Command, end: End): void {
  withCommonOptions(simulate.command("poll"))
    .description("poll a trigger once")
    .argument("<trigger>", "the trigger's key")
    .requiredOption("--auth <file>", "a JSON file: what the user typed to connect the account")
    .option("--fields <file>", "a JSON file: what the user filled in for the trigger")
    .option("--compare", "poll on both runtimes, and show what differs")
    .action(async (trigger, options) => {
      const { simulatePollCommand } = await import("./simulate-poll.ts");
      end(await simulatePollCommand(trigger, options));
    });
}

/** CLIENT_ID and CLIENT_SECRET stand in the environment: on a command line others could see them. */
function withCommonOptions(command: Command): Command {
  return command
    .option("--dist <dir>", "the directory of zap.js and metadata.json", "dist")
    .option("--url-base <url>", "send every request to this address instead, http://127.0.0.1:8080 say")
    .option(
      "--now <time>",
      "the time that the script sees, 2026-03-01T09:00:00Z say; the time that it is if left out",
    )
    .option("--record <file>", "write every request and its answer into this file, what is secret taken out")
    .option("--replay <file>", "let such a file answer in place of the network")
    .option("--runtime <name>", "the engine that runs the script: converted (today's) or legacy", "converted")
    .option("--json", "print the run as JSON")
    .addHelpText("after", "\nWith OAuth, the app's credentials are read from CLIENT_ID and CLIENT_SECRET.");
}
