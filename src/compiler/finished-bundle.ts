import type { Bundled } from "./bundle.ts";
import type { Cache } from "./cache.ts";
import { type Finished, finish } from "./finish.ts";
import { outlineOf } from "./outline.ts";
import { exportsOf, type Section, sectionsOf } from "./sections.ts";
import { namesOfFile, type Surroundings, surroundingsOf } from "./surroundings.ts";

/** The bundle, section by section, as it stands in zap.js. */
export interface FinishedBundle {
  readonly sections: readonly FinishedSection[];
  /** The function of each method, by its name in zap.js. */
  readonly functions: ReadonlyMap<string, string>;
}

export type FinishedSection = Finished & Pick<Section, "path">;

/** Finishes each section of the bundle, or remembers what came of it: after an edit, that is all but one. */
export async function finishedBundle(bundled: Bundled, cache: Cache): Promise<FinishedBundle> {
  const { code, map, names: written } = bundled;
  const exports = exportsOf(code);
  const outlining = sectionsOf(code, map).map(async (section) => ({
    section,
    path: section.path,
    outline: await cache.recall(["outline", section.code], () => outlineOf(section.parsed)),
  }));
  const sections = await Promise.all(outlining);
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
  const { path, code } = section;
  const source = bundled.inputs.find((it) => it.path === path)?.text;
  const given = ["finished", path, source ?? "", code, JSON.stringify(surroundings)];
  const finished = await cache.recall(given, () => {
    return finish(section, { kept: bundled.kept, source }, surroundings);
  });
  return { path, ...finished };
}
