import { splitName } from "../../inference/method-names.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { keyPattern } from "../../model/layout.ts";
import { notMethods } from "../../model/methods/not-methods.ts";
import { nameInZap, methods as table } from "../../model/methods.ts";
import { didYouMean } from "../../model/nearest.ts";
import { membersOf } from "../cut/members.ts";
import { type AnalyzedScript, warningAt } from "./finding.ts";

/** Members that look like methods and are none, and steps that have none. */
export function nameFindings(reported: AnalyzedScript): Diagnostic[] {
  return [...uncalledAndBare(reported), ...replacedMembers(reported)];
}

/** Members that a later one of the same name replaces: the script is cut without them. */
function replacedMembers({ script, file }: AnalyzedScript): Diagnostic[] {
  const found = membersOf(script);
  if ("because" in found) return [];
  return found.replaced.map(({ name, node }) => {
    const later = found.members.find((it) => it.name === name);
    return warningAt(node, file, {
      code: "replaced-member",
      message: `\`${name}\` is put on \`Zap\` twice: the one in line ${later?.node.loc?.start.line} replaces this one.`,
      hint: "It is left out.",
    });
  });
}

function uncalledAndBare({ reading, metadata, file, methods, isDeclared }: AnalyzedScript): Diagnostic[] {
  const { triggers, actions, searches } = metadata;
  const steps = [
    ...triggers.map(({ key }) => ({ kind: "trigger", key, list: "triggers" })),
    ...actions.map(({ key }) => ({ kind: "action", key, list: "actions" })),
    ...searches.map(({ key }) => ({ kind: "search", key, list: "searches" })),
  ];
  const callable = table.flatMap((method) =>
    steps.filter(({ kind }) => kind === method.kind).map(({ key }) => nameInZap(method, key)),
  );
  const appWide = table.filter(({ kind }) => kind === "hook" || kind === "auth").map(({ name }) => name);
  const members = [...reading.methods, ...reading.others.filter(({ isFunction }) => isFunction)];
  const uncalled = members
    .filter(({ name }) => !methods.includes(name))
    .flatMap(({ name, place }): Diagnostic[] => {
      const hint = adviceOn(name, [...callable, ...appWide]);
      if (!hint) return [];
      const message = `The platform never calls \`${name}\`.`;
      return [{ code: "uncalled-method", severity: "warning", message, file, ...place, hint }];
    });
  if (!isDeclared) return uncalled;
  const bare = steps.filter(({ key }) => !methods.some((name) => name.startsWith(`${key}_`)));
  return [
    ...uncalled,
    ...bare.map(
      ({ key, kind }): Diagnostic => ({
        code: "step-without-methods",
        severity: "warning",
        message: `The ${kind} "${key}" has no method in the script: the platform does all of it by the metadata.`,
        file,
      }),
    ),
  ];
}

/** The name that a member was probably meant to have; undefined where its name is not like a method's. */
function adviceOn(name: string, callable: readonly string[]): string | undefined {
  const known = Object.keys(notMethods).find((it) => name === it || name.endsWith(`_${it}`));
  if (known) return notMethods[known];
  const meant = didYouMean(name, callable, (it) => `\`${it}\``);
  if (meant) return meant;
  const split = splitName(name);
  if (!split) return undefined;
  const reason = keyPattern.test(split.key)
    ? `No ${split.method.kind} has the key \`${split.key}\`.`
    : `\`${split.key}\` is not a valid key: a key has at least two characters, a letter first, then letters, digits or underscores.`;
  return `${reason} It is kept in members.js.`;
}
