import { type LayoutRow, layout } from "../../model/layout.ts";

const ending = /\.[cm]?[jt]sx?$/i;

/** The place that the layout has for a file of this name. */
export interface LayoutMatch {
  readonly row: LayoutRow;
  /** `triggers/new_ticket.ts`, for `Triggers/new_ticket.js`. */
  readonly path: string;
}

/** The row of the layout for a source. */
export function layoutRowOf(source: string): LayoutRow | undefined {
  const path = source.replace(/\.js$/, ".ts");
  return layout.find((row) => {
    const [folder = "", file] = row.path.split("KEY");
    return file === undefined
      ? path === row.path
      : path.startsWith(folder) && path.endsWith(file) && !path.slice(folder.length).includes("/");
  });
}

/** The place that a file was probably meant for: it differs in its ending, or in upper and lower case. */
export function meantPlace(path: string): LayoutMatch | undefined {
  const folders = path.split("/");
  const file = (folders.pop() as string).replace(ending, path.endsWith(".js") ? ".js" : ".ts");
  const inFolder = [...folders.map((folder) => folder.toLowerCase()), file].join("/");
  for (const meant of [inFolder, inFolder.toLowerCase()]) {
    const row = layoutRowOf(meant);
    if (row) return { row, path: meant };
  }
  return undefined;
}
