import type { Command, Option } from "commander";
import { type Candidate, knownNames, type NameKind } from "./known-names.ts";

/**
 * The candidates for the last of some words: a command, an option, a value that is known. None where it is a file,
 * or anything else.
 *
 * @param words - behind `zapc`; the last one is empty where a new one begins
 */
export function candidates(program: Command, words: readonly string[]): Candidate[] {
  const last = words.at(-1) ?? "";
  return allCandidates(typedBefore(program, words.slice(0, -1)), last).filter(({ value }) =>
    value.startsWith(last),
  );
}

/** The meaning of the words before the last one. */
interface TypedWords {
  /** The command that they lead to. */
  readonly command: Command;
  /** Its arguments so far. */
  readonly args: readonly string[];
  /** Its options with a value so far. */
  readonly options: { readonly [name: string]: string };
  /** The option whose value comes next. */
  readonly awaiting?: Option;
}

function typedBefore(program: Command, words: readonly string[]): TypedWords {
  let command = program;
  let awaiting: Option | undefined;
  let args: string[] = [];
  const options: { [name: string]: string } = {};
  for (const word of words) {
    if (awaiting) {
      // bash makes words of their own of the `=` and what follows it.
      if (word === "=") continue;
      options[awaiting.attributeName()] = word;
      awaiting = undefined;
    } else if (word.startsWith("-")) {
      const [flag, value] = word.split(/=(.*)/s);
      const option = command.options.find((it) => it.long === flag || it.short === flag);
      if (!option || !takesValue(option)) continue;
      if (value === undefined) awaiting = option;
      else options[option.attributeName()] = value;
    } else {
      const inner = args.length === 0 && command.commands.find((it) => it.name() === word);
      if (inner) command = inner;
      else args = [...args, word];
    }
  }
  return { command, args, options, ...(awaiting && { awaiting }) };
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function allCandidates({ command, args, options, awaiting }: TypedWords, last: string): Candidate[] {
  const help = command.createHelp();
  if (awaiting) return (awaiting.argChoices ?? []).map((value) => ({ value, about: awaiting.description }));
  if (last.startsWith("-")) {
    return help
      .visibleOptions(command)
      .map(({ long, short, description }) => ({ value: long ?? short ?? "", about: description }));
  }
  const commands = help.visibleCommands(command).filter((it) => it.name() !== "help");
  if (commands.length > 0) return commands.map((it) => ({ value: it.name(), about: it.description() }));
  const argument = command.registeredArguments[args.length];
  if (!argument) return [];
  if (argument.argChoices)
    return argument.argChoices.map((value) => ({ value, about: argument.description }));
  const known = knownNames[argument.name() as NameKind];
  return known?.({ dist: options.dist ?? "dist", args }) ?? [];
}
