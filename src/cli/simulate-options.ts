import { type Command, InvalidArgumentError, Option } from "commander";
import { problemWith, type SimulateOptions } from "../simulator/options.ts";
import { runtimes } from "../simulator/runtime.ts";
import { fieldOption, propertyOption } from "./given-values.ts";

/** The options of the command that become options of `simulate`, which checks them. */
const checkedOptions: readonly {
  readonly name: keyof SimulateOptions;
  readonly flags: string;
  readonly does: string;
  readonly conflicts?: string[];
  readonly choices?: readonly string[];
}[] = [
  {
    name: "url_base",
    flags: "--url-base <url>",
    does: "send every request to this address instead, for example http://127.0.0.1:8080",
  },
  {
    name: "now",
    flags: "--now <time>",
    does: "the time that the script sees, for example 2026-03-01T09:00:00Z; the present if left out",
  },
  {
    name: "record",
    flags: "--record <file>",
    does: "write every request and its answer into this file, without secrets",
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
    does: "the engine that runs the script; converted, today's, if left out",
    conflicts: ["compare"],
    choices: runtimes,
  },
];

/** Adds what every `zapc simulate` can be told. */
export function withCommonOptions(command: Command): Command {
  command
    .option("--dist <dir>", "the directory of zap.js and metadata.json", "dist")
    .addOption(new Option("--script <file>", "a script that zapc has not built").conflicts("dist"))
    .option(
      "--metadata <file>",
      "its metadata, or the directory with the Web Builder's files; the parts that they leave out are inferred from the script",
    )
    .option(
      "--auth <file>",
      "a JSON file: the values that the user typed to connect the account; - is standard input",
    );
  for (const { name, flags, does, conflicts = [], choices } of checkedOptions) {
    const option = new Option(flags, does).conflicts(conflicts);
    if (choices) option.choices(choices);
    command.addOption(option.argParser((text: string) => usable(name, text)));
  }
  return command
    .option("--force", "replace files that zapc did not write, too")
    .option("--compare", "do it on both runtimes, and show what differs")
    .option("--json", "print what happened as JSON")
    .option("--show-secrets", "print the account's credentials, and tokens in answers, as they are");
}

/** Adds why the platform asks, and for which Zap. */
export function withReason(command: Command): Command {
  return command
    .option(
      "--meta <property>",
      "why the platform asks, as bundle.meta has it: frontend=true, or an object of JSON",
      propertyOption,
    )
    .option(
      "--zap <property>",
      "the Zap, as bundle.zap has it: id=7, user.timezone=Europe/Paris, or an object of JSON",
      propertyOption,
    );
}

/** Adds what the user fills in. */
export function withFields(command: Command, of: string): Command {
  return command
    .option(
      "--fields <file>",
      `a JSON file: the values that the user filled in for ${of}; - is standard input`,
    )
    .option(
      "--field <key=value>",
      "one field, over those of the file; key:=JSON for a list, an object or line items",
      fieldOption,
    );
}

/** On a command line others could see them. */
export const aboutSecrets = `
No option takes a secret: others could see it in the list of processes. What
--auth leaves out is read from the environment, authData_KEY for the field KEY,
and with OAuth the app's credentials from CLIENT_ID and CLIENT_SECRET.`;

/** Refuses what the simulator would refuse. */
function usable(name: keyof SimulateOptions, text: string): string {
  const problem = problemWith(name, text);
  if (problem) throw new InvalidArgumentError(`It ${problem}.`);
  return text;
}
