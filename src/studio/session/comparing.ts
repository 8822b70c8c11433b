import type { Json } from "../../model/bundles/shared.ts";
import { differingValues } from "../../simulator/differing-values.ts";
import type { RecordedBody, RecordedRequest } from "../../simulator/index.ts";
import { isPlainObject } from "../../simulator/json.ts";
import { identityOf } from "../../simulator/zap/seen-items.ts";
import type { ComparedPart, RunComparison } from "../api.ts";
import { redactedReport, resultOf } from "./detail.ts";
import type { Report, RunRecord } from "./run-record.ts";

/** Differences of a part that are listed. */
const mostDifferences = 500;

/** Compares two runs, part by part: requests by what they mean, items by their ids. Parts that are equal have no differences. */
export function comparedRuns(left: RunRecord, right: RunRecord): RunComparison {
  const [one, other] = [partsOf(redactedReport(left)), partsOf(redactedReport(right))];
  const titles = new Set([...one.keys(), ...other.keys()]);
  const parts = [...titles].map((title) => comparedPart(title, one.get(title), other.get(title)));
  return { left: left.row, right: right.row, parts };
}

function comparedPart(title: string, left: unknown, right: unknown): ComparedPart {
  const all = differingValues(left, right);
  const differences = all.slice(0, mostDifferences).map(({ path, one, other }) => ({
    path,
    ...(one !== undefined && { left: one as Json }),
    ...(other !== undefined && { right: other as Json }),
  }));
  return { title, differences, more: all.length - differences.length };
}

/** What is compared of a run, by its title. */
function partsOf(report: Report | undefined): Map<string, unknown> {
  if (!report) return new Map();
  const { outcome, error, requests, stages = [], items, problems } = report;
  const methods = stages.flatMap((stage) => (stage.kind === "method" ? [stage] : []));
  const { message, name } = error ?? {};
  const result = resultOf({ ...report, items: undefined } as Report);
  return new Map<string, unknown>([
    ["outcome", { outcome, ...(error && { error: { name, message } }) }],
    ...requests.map((request, index) => [`request ${index + 1}`, comparable(request)] as const),
    ...numbered(
      methods.map(({ method, result, error }) => [`${method}: result`, byId(result ?? error?.message)]),
    ),
    ...(items ? [["items", byId(items)] as const] : []),
    ...(result === undefined ? [] : [["result", byId(result)] as const]),
    ["problems", problems.map((problem) => problem.message)],
  ]);
}

/** A method that is called twice has two parts. */
function numbered(parts: readonly (readonly [string, unknown])[]): (readonly [string, unknown])[] {
  const seen = new Map<string, number>();
  return parts.map(([title, value]) => {
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return [times === 1 ? title : `${title}, call ${times}`, value];
  });
}

/** A list by the ids of its items: an item more does not make all others differ. */
function byId(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every((item) => isPlainObject(item) && item.id !== undefined))
    return value;
  return Object.fromEntries(value.map((item) => [identityOf(item), item]));
}

/** A request by its meaning: an address by its parts, a query by its names, headers without case. */
function comparable({ method, url, headers, body, response, failure }: RecordedRequest): object {
  return {
    method,
    ...address(url),
    headers: inLowerCase(headers),
    ...(body !== null && { body: content(body) }),
    ...(response && {
      response: {
        status: response.status,
        headers: inLowerCase(response.headers),
        body: content(response.body),
      },
    }),
    ...(failure !== undefined && { failure }),
  };
}

function address(url: string): object {
  if (!URL.canParse(url)) return { url };
  const { protocol, host, pathname, searchParams } = new URL(url);
  const names = new Set(searchParams.keys());
  const query = Object.fromEntries([...names].map((name) => [name, searchParams.getAll(name).join(", ")]));
  return { address: { protocol, host, path: pathname }, query };
}

function inLowerCase(headers: { readonly [name: string]: string | string[] }): object {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function content(body: RecordedBody): unknown {
  if (typeof body !== "string") return body;
  try {
    return byId(JSON.parse(body));
  } catch {
    return body;
  }
}
