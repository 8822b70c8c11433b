import { basename } from "node:path";
import type { EncodedSourceMap } from "@jridgewell/remapping";
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { helpersFile } from "../package-root.ts";

/**
 * The limit of one call for the script and its data, in bytes.
 * Source: docs/platform.md, "Limits": 6 MB. Assumed: of 1,000,000 bytes, which is the less.
 */
export const CALL_LIMIT = 6_000_000;

/** The parts of zap.js. Their bytes are those of the file. */
export interface Size {
  readonly bytes: number;
  /** The share of the limit of one call: 0.01 is one percent. */
  readonly share: number;
  /** The largest first. */
  readonly parts: readonly SizePart[];
}

/** The part of one source, of one npm package, or of zapc itself. */
export interface SizePart {
  readonly kind: "source" | "package" | "helpers" | "frame";
  /** `triggers/new_dataset.ts`, `@scope/package`; empty for what comes from zapc. */
  readonly name: string;
  readonly bytes: number;
}

/** Measures what zap.js is made of, by its source map. */
export function sizeOf(code: string, map: EncodedSourceMap): Size {
  const parts = new Map<string, SizePart>();
  for (const { source, text } of pieces(code, map)) {
    const part = partOf(source);
    const key = `${part.kind} ${part.name}`;
    parts.set(key, { ...part, bytes: (parts.get(key)?.bytes ?? 0) + Buffer.byteLength(text) });
  }
  const bytes = Buffer.byteLength(code);
  const sorted = [...parts.values()].sort((one, other) => other.bytes - one.bytes);
  return { bytes, share: bytes / CALL_LIMIT, parts: sorted };
}

interface SizedText {
  /** Absent for the text before the first source's and after the last one's. */
  readonly source?: string | null;
  readonly text: string;
}

/** The file cut into pieces, each of one source. Comments and blank lines belong to the source behind them. */
function* pieces(code: string, map: EncodedSourceMap): Generator<SizedText> {
  const mappings = decodedMappings(new TraceMap(map as never));
  let [done, lineStart] = [0, 0];
  let before: string | null | undefined;
  for (const [index, line] of code.split("\n").entries()) {
    let onThisLine: string | null | undefined;
    for (const [column, source] of mappings[index] ?? []) {
      if (source === undefined) continue;
      const name = map.sources[source];
      yield { source: onThisLine ?? (before && name), text: code.slice(done, lineStart + column) };
      done = lineStart + column;
      onThisLine = before = name;
    }
    lineStart += line.length + 1;
    if (onThisLine === undefined) continue;
    yield { source: onThisLine, text: code.slice(done, lineStart) };
    done = lineStart;
  }
  yield { text: code.slice(done) };
}

/** The names of the helpers in the source map. */
const helpers = basename(helpersFile);

function partOf(source: string | null | undefined): SizePart {
  if (!source) return { kind: "frame", name: "", bytes: 0 };
  if (source === helpers) return { kind: "helpers", name: "", bytes: 0 };
  // node_modules/one/node_modules/@scope/package/index.js
  const [, inPackage] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  return inPackage
    ? { kind: "package", name: inPackage, bytes: 0 }
    : { kind: "source", name: source, bytes: 0 };
}
