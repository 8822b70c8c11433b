import { Argument, Option } from "commander";
import { authKinds } from "../scaffold/auth-kinds.ts";
import { templateNames } from "../scaffold/template-names.ts";
import { type AddCommand, withExamples } from "./command-parts.ts";

/** `zapc init`. */
export const addInit: AddCommand = (program, end) => {
  withExamples(
    program.command("init"),
    "init helpdesk",
    "init helpdesk --title Helpdesk --url https://api.helpdesk.example --auth api_key --noun Ticket",
  )
    .description("begin a new project, which builds, tests and audits at once")
    .argument("[dir]", "the directory of the project", ".")
    .option("--title <name>", "the name of the service")
    .option("--url <address>", "the address of its API")
    .addOption(new Option("--auth <kind>", "how users connect an account").choices(Object.keys(authKinds)))
    .option("--noun <thing>", "the thing that the first trigger finds; Item if left out")
    .option("--description <sentence>", "a sentence about the service")
    .option("--category <name>", "the category under which it is listed; Other if left out")
    .option("--json", "print the report as JSON")
    .action(async (dir, options) => {
      const { initCommand } = await import("./init.ts");
      end(await initCommand(dir, options));
    });
};

const shownTemplates = Object.entries(templateNames)
  .map(([kind, names]) => `${kind}: ${names.join(", ")}`)
  .join("; ");

/** `zapc add`. */
export const addAdd: AddCommand = (program, end) => {
  withExamples(
    program.command("add"),
    "add trigger new_ticket",
    "add trigger new_rating --template hook",
    'add action create_ticket --label "Create Ticket" --template custom_fields',
    "add search find_contact --template search_or_create",
  )
    .description("add a trigger, an action or a search, with its test")
    .addArgument(new Argument("<kind>", "what to add").choices(Object.keys(templateNames)))
    .argument("<key>", "its key, the name of its file: letters, digits and underscores")
    .option("--label <name>", "the name that users read")
    .option("--noun <thing>", "the thing that it is about")
    .addOption(
      new Option("--template <name>", `how it works: ${shownTemplates}`).choices([
        ...new Set(Object.values(templateNames).flat()),
      ]),
    )
    .option("--url <address>", "the address of the list of its things")
    .option("--action <key>", "with search_or_create: the action that creates what is not found")
    .option("--scripting <dir>", "the directory of the sources", "scripting")
    .option("--json", "print the report as JSON")
    .action(async (kind, key, options) => {
      const { addCommand } = await import("./add.ts");
      end(await addCommand({ kind, key, ...options }));
    });
};
