import type { Accessors } from "./accessors.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { shorterNames, withoutNumber } from "./names.ts";
import type { Outline } from "./outline.ts";
import type { Exported } from "./sections.ts";

/**
 * All that what a section becomes depends on besides itself, and no more: while it is the same, and the section is, so is what
 * comes of it. By the names in the bundle.
 */
export interface Surroundings {
  /** What variables of the whole file are called in zap.js, where that is not their name in the bundle. */
  readonly names: { readonly [name: string]: string };
  /** The functions of the section that the platform calls. */
  readonly methods: readonly string[];
  /** The variables of other sections that stand in it. */
  readonly elsewhere: { readonly [name: string]: Elsewhere };
  /** Which of its names, with or without the number at their end, stand so in a module. */
  readonly written: readonly string[];
  readonly accessors: Accessors;
  /** Whether an object in the bundle may have a `valueOf` of its own. */
  readonly haveValues: boolean;
}

/** A bundle, with what is known of each of its sections. */
export interface Outlined {
  readonly sections: readonly { readonly path: string; readonly outline: Outline }[];
  readonly exports: readonly Exported[];
  /** The names in the modules, before the bundler gave numbers to those that two of them have. */
  readonly written: ReadonlySet<string>;
}

/**
 * The surroundings of each section, in their order.
 *
 * @param renamed - what `namesOfFile` gives
 */
export function surroundingsOf(
  { sections, exports, written }: Outlined,
  renamed: ReadonlyMap<string, string>,
): Surroundings[] {
  const outlines = sections.map(({ outline }) => outline);
  const elsewhere = declaredIn(outlines);
  const accessors = outlines.map((it) => it.accessors);
  const shared = {
    accessors: accessors.includes("any") ? "any" : ([...new Set(accessors.flat())].sort() as Accessors),
    haveValues: outlines.some(({ hasValues }) => hasValues),
  };
  const functions = exports.map(({ local }) => local);
  return outlines.map(({ names, declared }) => {
    const isOwn = (name: string) => Object.hasOwn(declared, name);
    const numbered = names
      .filter((name) => /\d$/.test(name))
      .flatMap((name) => [name, ...shorterNames(name)]);
    return {
      names: pick(renamed, names),
      methods: functions.filter(isOwn),
      elsewhere: pick(
        elsewhere,
        names.filter((name) => !isOwn(name)),
      ),
      written: [...new Set(numbered)].filter((name) => written.has(name)),
      ...shared,
    };
  });
}

/** What the variables of the whole file are called: the methods as the platform calls them, others without a number. */
export function namesOfFile({ sections, exports, written }: Outlined): Map<string, string> {
  const taken = new Set(sections.flatMap(({ outline }) => outline.names));
  const names = new Map<string, string>();
  const renameIfFree = (from: string, to: string) => {
    if (taken.has(to)) return;
    names.set(from, to);
    taken.add(to);
  };
  const serving = new Map<string, number>();
  for (const { local } of exports) serving.set(local, (serving.get(local) ?? 0) + 1);
  for (const { local, method } of exports) {
    // What serves as two methods has a name of its own.
    if (serving.get(local) === 1) renameIfFree(local, method);
  }
  for (const { path, outline } of sections) {
    for (const name of Object.keys(outline.declared)) {
      const original = names.has(name) ? undefined : withoutNumber(name, written);
      // Where two modules have the same name, the second says whose it is: `asItem_new_ticket`.
      if (original) renameIfFree(name, `${original}_${fileName(path)}`);
    }
  }
  return names;
}

/** `triggers/new_ticket.ts` -> `new_ticket` */
function fileName(path: string): string {
  const [, file = ""] = /([^/]*?)(?:\.\w+)*$/.exec(path) ?? [];
  return file.replace(/\W/g, "_");
}

function declaredIn(outlines: readonly Outline[]): Map<string, Elsewhere> {
  const declared = new Map(outlines.flatMap((it) => Object.entries(it.declared)));
  const givesThis = (name: string, below: readonly string[] = []): boolean => {
    const made = declared.get(name)?.isPlainClass;
    // Modules that import each other can have classes that extend each other.
    if (!made || below.includes(name)) return false;
    return (
      made.extends === undefined ||
      (declared.get(made.extends)?.isSteady === true && givesThis(made.extends, [...below, name]))
    );
  };
  const isNoObject = (name: string, asked = new Set<string>()): boolean => {
    if (asked.has(name)) return true;
    asked.add(name);
    return declared.get(name)?.isNoObject?.asLongAs.every((it) => isNoObject(it, asked)) ?? false;
  };
  return new Map(
    [...declared].map(([name, { isSteady, isCommonJs }]) => [
      name,
      { isSteady, isCommonJs, isNoObject: isNoObject(name), givesThis: givesThis(name) },
    ]),
  );
}

function pick<T>(from: ReadonlyMap<string, T>, names: readonly string[]): { [name: string]: T } {
  return Object.fromEntries(
    names.filter((name) => from.has(name)).map((name) => [name, from.get(name) as T]),
  );
}
