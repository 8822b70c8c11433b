import { isPlainObject } from "../../simulator/json.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { Edit, Stage } from "../../simulator/run/stage.ts";
import type { PinnedAnswer } from "../api.ts";
import { redactedReport } from "./detail.ts";
import type { RunRecord } from "./run-record.ts";

/** Edits as the page sends them, with the secrets that it does not have: where a placeholder was left, its secret stands again. */
export function restoredEdits(record: RunRecord, edits: readonly Edit[]): Edit[] {
  const { report } = record;
  const shown = redactedReport(record);
  return edits.map((edit) => {
    if ("answer" in edit) {
      const [raw, redacted] = [report, shown].map((it) => it?.requests[edit.answer]?.response);
      return restored(edit, { ...edit, response: redacted }, { ...edit, response: raw });
    }
    const [raw, redacted] = [report, shown].map((it) => partsOf(it?.stages?.[edit.stage], it?.requests));
    return restored(edit, { ...edit, ...redacted }, { ...edit, ...raw });
  });
}

/** An answer that the page has edited, as the API would give it. */
export function editedAnswer(record: RunRecord, index: number, edited: PinnedAnswer): RawResponse {
  const [edit] = restoredEdits(record, [{ answer: index, response: edited }]);
  const { status, headers, body } = (edit as { readonly response: PinnedAnswer }).response;
  return { status, headers: inLowerCase(headers), bytes: Buffer.from(body) };
}

function inLowerCase(headers: PinnedAnswer["headers"]): PinnedAnswer["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The parts of a stage that an edit may replace. */
function partsOf(
  stage: Stage | undefined,
  requests: NonNullable<RunRecord["report"]>["requests"] = [],
): object {
  if (stage?.kind === "method") return { bundle: stage.bundle, result: stage.result };
  if (stage?.kind === "sent") return { request: requests[stage.requests[0] ?? -1] };
  return {};
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
