import { isPlainObject } from "../../simulator/json.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { PinnedAnswer } from "../api.ts";
import type { Report } from "./run-record.ts";

/** The parts of a run that an edit may replace. */
export interface EditableParts {
  readonly bundle?: unknown;
  readonly result?: unknown;
  readonly request?: unknown;
  readonly response?: unknown;
}

/** The parts of a report that each of these edits may replace. */
export function editedParts(report: Report | undefined, edits: readonly Edit[]): EditableParts[] {
  const { requests = [], stages = [] } = report ?? {};
  return edits.map((edit) => {
    if ("answer" in edit) return { response: requests[edit.answer]?.response };
    const stage = stages[edit.stage];
    if (stage?.kind === "method") return { bundle: stage.bundle, result: stage.result };
    if (stage?.kind === "sent") return { request: requests[stage.requests[0] ?? -1] };
    return {};
  });
}

/**
 * Edits as the page sends them, with the secrets that it does not have: where a placeholder was left, its secret stands again.
 *
 * @param shown - the parts as the page has them
 */
export function restoredEdits(
  report: Report | undefined,
  { edits, shown }: { readonly edits: readonly Edit[]; readonly shown: readonly EditableParts[] },
): Edit[] {
  const raw = editedParts(report, edits);
  return edits.map((edit, index) => restored(edit, { ...edit, ...shown[index] }, { ...edit, ...raw[index] }));
}

/** An answer that the page has edited, as the API would give it. */
export function rawResponseOf({ status, headers, body }: PinnedAnswer): RawResponse {
  return { status, headers: inLowerCase(headers), bytes: Buffer.from(body) };
}

function inLowerCase(headers: PinnedAnswer["headers"]): PinnedAnswer["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** An edited value in which everything that is as it was shown is as it really was. */
export function restored<T>(edited: T, shown: unknown, raw: unknown): T {
  if (JSON.stringify(edited) === JSON.stringify(shown)) return raw as T;
  if (Array.isArray(edited) && Array.isArray(shown) && Array.isArray(raw))
    return edited.map((entry, index) => restored(entry, shown[index], raw[index])) as T;
  const texts = [edited, shown, raw].map(jsonIn);
  if (texts.every(isHolder)) return JSON.stringify(restored(texts[0], texts[1], texts[2])) as T;
  if (!isPlainObject(edited) || !isPlainObject(shown) || !isPlainObject(raw)) return edited;
  return Object.fromEntries(
    Object.entries(edited).map(([key, entry]) => [
      key,
      Object.hasOwn(shown, key) ? restored(entry, shown[key], raw[key]) : entry,
    ]),
  ) as T;
}

/** The object or list that a text holds as JSON. */
function jsonIn(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
