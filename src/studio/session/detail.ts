import { isUtf8 } from "node:buffer";
import type { Json } from "../../model/bundles/shared.ts";
import { methodsAround } from "../../model/methods.ts";
import type { RecordedBody, RecordedRequest } from "../../simulator/index.ts";
import { callTimeLimit, payloadLimit, scriptingLimit } from "../../simulator/limits.ts";
import { uncompressed } from "../../simulator/recording/uncompressed.ts";
import type { MethodStage, Stage } from "../../simulator/run/stage.ts";
import type { LargeText, RunDetail, RunKind, RunRequest, RunRow, ShownRequest, ShownStage } from "../api.ts";
import { stepKeyOf } from "../run-calls.ts";
import type { RunExchange } from "./answering.ts";
import type { Report } from "./run-record.ts";

/** Keeps a text, of which the page gets the beginning. */
type KeepText = (text: string) => LargeText;

/** The answerer of a request, and the pin that answered. */
export type AnswerNote = Pick<RunExchange, "by" | "pin">;

/** The input of `detailOf`. */
export interface DetailInput {
  readonly row: RunRow;
  readonly asked: RunRequest | null;
  /** The time that the script's clock showed. */
  readonly now: string;
  /** The report, without secrets. */
  readonly report: Report | undefined;
  /** The note about the answer to each request of it. */
  readonly answers: readonly (AnswerNote | undefined)[];
}

/** A run, opened. Nothing in it holds a secret. */
export function detailOf({ row, asked, now, report, answers }: DetailInput, keep: KeepText): RunDetail {
  const { requests = [], logs = [], problems = [], error, stages = [] } = report ?? {};
  const shown = (value: unknown) => textOf(value, keep);
  const result = report && resultOf(report);
  return {
    ...{ ...row, asked, now },
    stages: withUndefinedMethods(
      stages.map((stage, index) => shownStage(stage, { index, requests, shown })),
      row,
    ),
    sent: requests.map((request, index) => shownRequest(request, { note: answers[index], keep })),
    ...{ logs, problems },
    ...(error && { fault: error }),
    ...(result !== undefined && { result: shown(result) }),
  };
}

/** Takes the secrets out of a text. */
type Redact = (text: string) => string;

/** A run's report without secrets. */
export function redactedReport(report: Report, redact: Redact): Report {
  return redactedJson({ ...report, requests: report.requests.map(unpacked) }, redact);
}

/** A request whose answer is unpacked: in bytes nobody can read it, and no secret is found. */
function unpacked(request: RecordedRequest): RecordedRequest {
  const { response } = request;
  if (!response || typeof response.body === "string") return request;
  const { headers, bytes } = uncompressed({
    ...response,
    bytes: Buffer.from(response.body.base64, "base64"),
  });
  const content = Buffer.from(bytes);
  const body = isUtf8(content) ? content.toString() : { base64: content.toString("base64") };
  return { ...request, response: { ...response, headers, body } };
}

/** A value without secrets: JSON stays JSON. */
export function redactedJson<T>(value: T, redact: Redact): T {
  return value === null ? value : JSON.parse(redact(JSON.stringify(value)));
}

/** The results of a run, by its kind. */
export function resultOf({ items, samples, result, choices, fields, value }: Report): unknown {
  if (result !== undefined && items !== undefined) return { items, result };
  return result ?? (samples?.length ? samples : items) ?? choices ?? fields ?? value;
}

function textOf(value: unknown, keep: KeepText): LargeText {
  return keep(typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

interface StageContext {
  readonly index: number;
  readonly requests: readonly RecordedRequest[];
  readonly shown: (value: unknown) => LargeText;
}

function shownStage(stage: Stage, around: StageContext): ShownStage {
  const { kind, at, took } = stage;
  const base = { index: around.index, kind, at, took, requests: [], logs: [], limits: [] };
  switch (stage.kind) {
    case "prepared":
      return { ...base, title: "prepared", changed: "changed", after: around.shown(stage.request) };
    case "method":
      return { ...base, ...methodStage(stage, around) };
    case "sent":
      return { ...base, title: "sent", changed: "changed", ...sentStage(stage.requests, around) };
    case "items": {
      const [before, after] = [stage.given, stage.items];
      return { ...base, title: "items", ...changeOf(before, after, around.shown) };
    }
    case "dedupe":
      return { ...base, title: "dedupe", changed: "changed", items: stage.items };
  }
}

function methodStage(stage: MethodStage, { requests, shown }: StageContext) {
  const { method, bundle, result, error, took } = stage;
  const before = givenTo(method, bundle);
  return {
    ...{ title: method, method, requests: stage.requests, logs: stage.logs },
    ...changeOf(before, result, shown),
    bundle: shown(bundle),
    ...(error && { error }),
    limits: [
      { what: "time", used: took, limit: callTimeLimit, unit: "ms" as const },
      {
        what: "bundle",
        used: Buffer.byteLength(JSON.stringify(bundle)),
        limit: scriptingLimit,
        unit: "bytes" as const,
      },
      ...answerLimits(stage.requests, requests),
    ],
  };
}

/** The value of a bundle that a method is there to change: the request, or the answer. */
function givenTo(method: string, bundle: Json): unknown {
  const { request, response } = Object(bundle);
  if (/(^|_)pre_/.test(method)) return request;
  if (!/(^|_)post_/.test(method)) return undefined;
  const { content } = Object(response);
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

function sentStage(indexes: readonly number[], { requests, shown }: StageContext) {
  const sent = indexes.flatMap((index) => requests[index] ?? []);
  const last = sent.at(-1);
  const { response, failure, ...request } = last ?? {};
  return {
    requests: indexes,
    ...(last && { before: shown(request) }),
    ...(response && { after: shown(response) }),
    limits: answerLimits(indexes, requests),
  };
}

function answerLimits(indexes: readonly number[], requests: readonly RecordedRequest[]) {
  return indexes.flatMap((index) => {
    const body = requests[index]?.response?.body;
    if (body === undefined) return [];
    return [{ what: "answer", used: bytesIn(body), limit: payloadLimit, unit: "bytes" as const }];
  });
}

function bytesIn(body: RecordedBody): number {
  return typeof body === "string" ? Buffer.byteLength(body) : Buffer.byteLength(body.base64, "base64");
}

function changeOf(before: unknown, after: unknown, shown: (value: unknown) => LargeText) {
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return {
    changed: isSame ? ("none" as const) : ("changed" as const),
    ...(before !== undefined && { before: shown(before) }),
    ...(after !== undefined && { after: shown(after) }),
  };
}

/** The request that the platform sends by itself, by the kind of the run: its task and the kind of its methods. */
const ownRequests: {
  readonly [kind in RunKind]?: readonly [task: string, kind: "trigger" | "action" | "search"];
} = {
  test: ["poll", "trigger"],
  poll: ["poll", "trigger"],
  write: ["write", "action"],
  search: ["search", "search"],
};

/** Adds the methods around the platform's own request that the script does not define. */
function withUndefinedMethods(stages: readonly ShownStage[], { kind, operation }: RunRow): ShownStage[] {
  const sent = stages.findIndex((stage) => stage.kind === "sent");
  const request = stages[sent];
  const own = operation.startsWith("actions/") ? ownRequests.write : ownRequests[kind];
  if (!request || !own) return [...stages];
  const { pre, post } = methodsAround(...own, stepKeyOf(operation));
  const missing = (method: string | undefined) =>
    method === undefined || stages.some((stage) => stage.method === method)
      ? []
      : [notDefined(method, request)];
  return [...stages.slice(0, sent), ...missing(pre), request, ...missing(post), ...stages.slice(sent + 1)];
}

function notDefined(method: string, { at }: ShownStage): ShownStage {
  return {
    ...{ index: -1, kind: "method", title: method, method, at, took: 0, changed: "not defined" },
    ...{ requests: [], logs: [], limits: [] },
  };
}

/** The note about the answer to each request. One without was answered by an edit, or was refused for its size and never asked. */
export function answersTo(
  requests: readonly Pick<RecordedRequest, "method" | "url">[],
  exchanges: readonly RunExchange[],
): (RunExchange | undefined)[] {
  let next = 0;
  return requests.map(({ method, url }) => {
    const note = exchanges[next];
    // The report of a long run keeps the beginning of an address only.
    if (note?.request.method !== method || !note.request.url.startsWith(url)) return undefined;
    next += 1;
    return note;
  });
}

function shownRequest(
  request: RecordedRequest,
  { note, keep }: { readonly note: AnswerNote | undefined; readonly keep: KeepText },
): ShownRequest {
  const { body, response, ...others } = request;
  return {
    ...others,
    ...(body !== null && { body: bodyText(body, keep) }),
    ...(response && { response: { ...response, body: bodyText(response.body, keep) } }),
    answered_by: note?.by ?? (response ? "edited" : "none"),
    ...(note?.pin !== undefined && { pin: note.pin }),
  };
}

function bodyText(body: RecordedBody, keep: KeepText): LargeText {
  return keep(typeof body === "string" ? body : `(bytes, in Base64) ${body.base64}`);
}
