import { exportedValue } from "../discovering/exported.ts";
import { countLines } from "../line-index.ts";
import type { Source } from "../source.ts";
import type { Marks } from "./marks.ts";

/** What stands in a lowered module for its metadata. The bundler drops it, unless a method uses the metadata. */
export const metadataMarker = "ZAPC_METADATA";

/** `export const trigger = {…} as const satisfies Trigger;` -> a call that has no effect, over as many lines. */
export function removeMetadata(source: Source, name: string, marks: Marks): void {
  const value = exportedValue(source, name);
  if (!value) return;
  const lines = "\n".repeat(countLines(source.text.slice(value.start, value.end)));
  const call = `/* @__PURE__ */ ${metadataMarker}(${JSON.stringify(name)})${lines}`;
  marks.replaceNode(value, call);
}
