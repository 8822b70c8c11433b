import type { Json } from "../../../../model/bundles/shared.ts";
import type { JsonObject } from "../../../../simulator/index.ts";
import type { Edit, EditedRequest, EditedResponse } from "../../../../simulator/run/stage.ts";
import type { LargeText, RunDetail, ShownRequest, ShownStage } from "../../../api.ts";
import { readable, readWhole } from "../../parts/text.ts";

/** A value of a stage that can be replaced. */
export interface EditablePart {
  readonly title: string;
  /** The present value, as JSON. */
  readonly text: string;
  readonly editOf: (value: Json) => Edit;
}

/** The values of a stage that can be replaced: bundle and result of a method, the platform's request, and each answer. */
export async function editableParts(run: RunDetail, stage: ShownStage): Promise<readonly EditablePart[]> {
  const own = stage.kind === "method" ? methodParts(stage) : Promise.all([requestPart(run, stage)]);
  const answers = stage.requests.map((index) => answerPart(run.sent[index] as ShownRequest, index));
  const parts = [await own, await Promise.all(answers)];
  return stage.kind === "method" ? parts.flat() : parts.reverse().flat();
}

/** Tells whether something of a stage can be replaced. */
export function isEditable({ kind, changed, requests }: ShownStage): boolean {
  return (kind === "method" && changed !== "not defined") || (kind === "sent" && requests.length > 0);
}

/** Tells whether an edit is one of this stage. */
export function isEditOf(edit: Edit, { index, requests }: ShownStage): boolean {
  return "answer" in edit ? requests.includes(edit.answer) : edit.stage === index;
}

async function methodParts({ index: stage, bundle: given, after }: ShownStage): Promise<EditablePart[]> {
  return [
    {
      title: "The bundle",
      text: await textOf(given),
      editOf: (bundle) => ({ stage, bundle: bundle as JsonObject }),
    },
    {
      title: "The result, without calling the method",
      text: await textOf(after),
      editOf: (result) => ({ stage, result }),
    },
  ];
}

async function requestPart(
  { sent }: RunDetail,
  { index: stage, requests }: ShownStage,
): Promise<EditablePart> {
  const { method, url, headers, body } = sent[requests[0] as number] as ShownRequest;
  const present = { method, url, headers, body: body ? await readWhole(body) : null };
  return {
    title: "The request",
    text: JSON.stringify(present, null, 2),
    editOf: (request) => ({ stage, request: request as EditedRequest }),
  };
}

async function answerPart({ method, url, response }: ShownRequest, answer: number): Promise<EditablePart> {
  const present = {
    status: response?.status ?? 200,
    headers: headersOf(response?.headers ?? { "content-type": "application/json" }),
    body: response ? await readWhole(response.body) : "[]",
  };
  return {
    title: `The answer to ${method} ${new URL(url).pathname}`,
    text: JSON.stringify(present, null, 2),
    editOf: (given) => ({ answer, response: given as unknown as EditedResponse }),
  };
}

/** Headers with one value each. */
export function headersOf(headers: { readonly [name: string]: string | string[] }): {
  [name: string]: string;
} {
  const entries = Object.entries(headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

async function textOf(text: LargeText | undefined): Promise<string> {
  return text ? readable(await readWhole(text)) : "null";
}
