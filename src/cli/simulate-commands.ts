import { type Command, Option } from "commander";
import { wholeNumber, withExamples } from "./command-parts.ts";
import { aboutSecrets, withCommonOptions, withFields, withReason } from "./simulate-options.ts";

type SetExitCode = (code: 0 | 1) => void;

/** Adds `zapc simulate` and its subcommands. Their code is loaded when they run. */
export function addSimulate(program: Command, end: SetExitCode): void {
  const simulate = program
    .command("simulate")
    .description("run a built zap.js as the platform would, and show what happens")
    .addHelpText("after", aboutSecrets);
  addAuth(simulate, end);
  addSteps(simulate, end);
  addZap(simulate, end);
  addDropdown(simulate, end);
  addSearchfill(simulate, end);
  addFields(simulate, end);
  addHydrate(simulate, end);
  addCall(simulate, end);
}

function addAuth(simulate: Command, end: SetExitCode): void {
  const command = withCommonOptions(simulate.command("auth"))
    .description("connect an account as a user does, test it by the test trigger, and show how it is named")
    .option("--redirect-uri <url>", "with OAuth: where the API sends the browser back to")
    .addOption(
      new Option(
        "--save <file>",
        "write what is stored of the account, tokens included, for --auth of what follows",
      ).conflicts("compare"),
    )
    .addHelpText("after", aboutSecrets)
    .action(async (options) => {
      const { simulateAuthCommand } = await import("./simulate-auth.ts");
      end(await simulateAuthCommand(options));
    });
  withExamples(command, "simulate auth --auth auth.json", "simulate auth --save account.json");
}

const steps = [
  {
    name: "poll",
    kind: "trigger",
    does: "poll a trigger once",
    examples: [
      "simulate poll new_ticket --auth auth.json --field queue=support",
      "simulate poll new_ticket --auth auth.json --meta frontend=true",
    ],
  },
  {
    name: "write",
    kind: "action",
    does: "run an action once",
    examples: [
      "simulate write create_ticket --auth auth.json --fields fields.json",
      `simulate write create_order --auth auth.json --field 'lines:=[{"sku":"A","qty":2}]'`,
    ],
  },
  {
    name: "search",
    kind: "search",
    does: "search once, and read what is found",
    examples: [
      "simulate search find_ticket --auth auth.json --field title=Printer",
      "simulate search find_ticket --auth auth.json --fields fields.json --create ticket.json",
    ],
  },
] as const;

function addSteps(simulate: Command, end: SetExitCode): void {
  for (const { name, kind, does, examples } of steps) {
    const command = withReason(withFields(withCommonOptions(simulate.command(name)), `the ${kind}`))
      .description(does)
      .argument(`<${kind}>`, `the ${kind}'s key`);
    if (kind !== "trigger")
      command.option(
        "--custom-fields <file>",
        "a JSON file: the custom fields that it has, as `zapc simulate fields --json` prints them",
      );
    if (kind === "search")
      command.option("--create <file>", "a JSON file: with what its action creates what is not found");
    withExamples(command, ...examples).action(async (key, options) => {
      const { stepCommands } = await import("./simulate-step.ts");
      end(await stepCommands[name](key, options));
    });
  }
}

const stepArgument = "the step, named as its file: actions/create_ticket";

function addDropdown(simulate: Command, end: SetExitCode): void {
  const command = withReason(withFields(withCommonOptions(simulate.command("dropdown")), "the step so far"))
    .description("open the dynamic dropdown of a field, and show what it offers")
    .argument("<step>", stepArgument)
    .argument("<field>", "the field's key")
    .option("--page <number>", "the page, from 0, where the trigger has paging", wholeNumber, 0)
    .action(async (step, field, options) => {
      const { simulateDropdownCommand } = await import("./simulate-editor.ts");
      end(await simulateDropdownCommand(step, field, options));
    });
  withExamples(command, "simulate dropdown actions/create_ticket queue --auth auth.json");
}

function addSearchfill(simulate: Command, end: SetExitCode): void {
  const command = withReason(withFields(withCommonOptions(simulate.command("searchfill")), "the search"))
    .description("run the search that a field is connected to, and show the value that it gives")
    .argument("<step>", stepArgument)
    .argument("<field>", "the field's key")
    .action(async (step, field, options) => {
      const { simulateSearchfillCommand } = await import("./simulate-editor.ts");
      end(await simulateSearchfillCommand(step, field, options));
    });
  withExamples(
    command,
    "simulate searchfill actions/close_ticket ticket --auth auth.json --field title=Printer",
  );
}

function addFields(simulate: Command, end: SetExitCode): void {
  const command = withReason(withFields(withCommonOptions(simulate.command("fields")), "the step so far"))
    .description("ask for the custom fields of a step, and show them")
    .argument("<step>", stepArgument)
    .option("--result", "the labels of what an action or a search returns, in place of the fields to fill in")
    .action(async (step, options) => {
      const { simulateFieldsCommand } = await import("./simulate-editor.ts");
      end(await simulateFieldsCommand(step, options));
    });
  withExamples(
    command,
    "simulate fields actions/create_ticket --auth auth.json --field queue=support",
    "simulate fields actions/create_ticket --auth auth.json --result",
  );
}

function addZap(simulate: Command, end: SetExitCode): void {
  const command = withCommonOptions(simulate.command("zap"))
    .description("turn a Zap on, then poll it, send it hooks and turn it off, as a file says")
    .argument("<scenario>", "a JSON file: see schema/zap-scenario.schema.json; - is standard input")
    .action(async (scenario, options) => {
      const { simulateZapCommand } = await import("./simulate-zap.ts");
      end(await simulateZapCommand(scenario, options));
    });
  withExamples(command, "simulate zap scenario.json --auth auth.json");
}

function addHydrate(simulate: Command, end: SetExitCode): void {
  const command = withReason(withCommonOptions(simulate.command("hydrate")))
    .description("follow a pointer that z.dehydrate or z.dehydrateFile returned, and show what it stands for")
    .argument(
      "[pointer]",
      "a file with the pointer, or the pointer itself; standard input if it is - or left out",
    )
    .option("--save <file>", "write the file that z.dehydrateFile named")
    .action(async (pointer, options) => {
      const { simulateHydrateCommand } = await import("./simulate-call.ts");
      end(await simulateHydrateCommand(pointer, options));
    });
  withExamples(command, "simulate hydrate pointer.txt --auth auth.json");
}

function addCall(simulate: Command, end: SetExitCode): void {
  const command = withCommonOptions(simulate.command("call"))
    .description("call one method with a bundle of your own, and check what it gets and returns by the model")
    .argument("<method>", "the method's name in Zap: new_ticket_post_poll")
    .requiredOption("--bundle <file>", "a JSON file: the bundle; - is standard input")
    .action(async (method, options) => {
      const { simulateCallCommand } = await import("./simulate-call.ts");
      end(await simulateCallCommand(method, options));
    });
  withExamples(command, "simulate call new_ticket_post_poll --bundle bundle.json --auth auth.json");
}
