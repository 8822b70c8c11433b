import type { Bundled } from "../bundle.ts";
import type { Input } from "../bundling/hand-over.ts";
import type { Cache } from "../cache.ts";
import { type Finished, finish } from "../finish.ts";
import { outlineOf } from "./outline.ts";
import { exportsOf, type Section, sectionsOf } from "./sections.ts";
import { namesOfFile, type Surroundings, surroundingsOf } from "./surroundings.ts";

/** The bundle, section by section, as it stands in zap.js. */
export interface FinishedBundle {
  readonly sections: readonly FinishedSection[];
  /** The function of each method, by its name in zap.js. */
  readonly functions: ReadonlyMap<string, string>;
}

export interface FinishedSection extends Finished {
  /** The module, as it is named above the section; empty where it is not. */
  readonly title: string;
  /** As the source map names the module, and its text. */
  readonly source: Input;
}

/** Finishes each section of the bundle, or remembers what came of it: after an edit, that is all but one. */
export async function finishedBundle(bundled: Bundled, cache: Cache): Promise<FinishedBundle> {
  const { code, modules } = bundled;
  const exports = exportsOf(code);
  const outlining = sectionsOf(bundled, cache).map(async (section) => ({
    section,
    path: section.module,
    outline: await cache.recall(["outline", section.code], () => outlineOf(section.parsed)),
  }));
  const sections = await Promise.all(outlining);
  const written = new Set([...modules.values()].flatMap(({ names }) => names));
  const outlined = { sections, exports, written };
  const renamed = namesOfFile(outlined);
  const surroundings = surroundingsOf(outlined, renamed);
  const finishing = sections.map(({ section }, index) =>
    finishedSection(section, surroundings[index] as Surroundings, { bundled, cache }),
  );
  return {
    sections: await Promise.all(finishing),
    functions: new Map(exports.map(({ method, local }) => [method, renamed.get(local) ?? local])),
  };
}

async function finishedSection(
  section: Section,
  surroundings: Surroundings,
  { bundled, cache }: { readonly bundled: Bundled; readonly cache: Cache },
): Promise<FinishedSection> {
  const { module: name, code } = section;
  const module = bundled.modules.get(name);
  const source = module ?? bundled.inputs.find(({ path }) => path === name) ?? { path: name, text: "" };
  const given = ["finished", name, source.text, code, JSON.stringify(surroundings)];
  const finished = await cache.recall(given, async () => {
    const trace = await section.trace();
    return finish({ parsed: section.parsed, trace }, module, surroundings);
  });
  return { title: titleOf(name), source, ...finished };
}

/** `../triggers/new_dataset.ts` -> `triggers/new_dataset.ts`; `../../node_modules/a/index.js` -> `node_modules/a/index.js` */
function titleOf(module: string): string {
  return /\.\w+$/.test(module) ? module.replace(/^.*(?=node_modules\/)|^(?:\.\.\/)*/, "") : "";
}
