import { diffArrays } from "diff";
import { differingValues } from "../../simulator/differing-values.ts";
import type { RecordedRequest, RunReport } from "../../simulator/index.ts";
import type { ComparedPart, RunComparison, RunRow } from "../api.ts";
import { byId } from "./by-id.ts";
import { requestParts } from "./request-parts.ts";

/** A run that has ended, for a comparison. */
export interface ComparedRun {
  readonly row: RunRow;
  /** Without secrets. Absent where the run could not begin. */
  readonly report?:
    | (RunReport & { readonly items?: readonly unknown[]; readonly result?: unknown })
    | undefined;
}

/** The differences of a part that are listed. */
const MOST_DIFFERENCES = 200;

/** Compares two runs: how they ended, their requests and answers, the results of their methods, and their items. */
export function compareRuns(left: ComparedRun, right: ComparedRun): RunComparison {
  const [one, other]: readonly [PartialReport, PartialReport] = [left.report ?? {}, right.report ?? {}];
  const parts = [
    partOf("outcome", endOf(one), endOf(other)),
    ...requestPairs(one.requests ?? [], other.requests ?? []),
    ...methodPairs(one, other),
    partOf("items", one.items, other.items),
    partOf("result", one.result, other.result),
  ];
  return {
    left: left.row,
    right: right.row,
    parts: parts.filter(({ differences }) => differences.length > 0),
  };
}

type PartialReport = Partial<NonNullable<ComparedRun["report"]>>;

function endOf({ outcome, error }: PartialReport): unknown {
  return { outcome, ...(error && { error: { name: error.name, message: error.message } }) };
}

function partOf(title: string, left: unknown, right: unknown): ComparedPart {
  const all = differingValues(byId(left), byId(right));
  const differences = all.slice(0, MOST_DIFFERENCES).map(({ path, one, other }) => ({
    path,
    ...(one !== undefined && { left: one as never }),
    ...(other !== undefined && { right: other as never }),
  }));
  return { title, differences, more: all.length - differences.length };
}

/** A request of one run beside that of the other which asks the same address; one that the other does not send stands alone. */
function requestPairs(left: readonly RecordedRequest[], right: readonly RecordedRequest[]): ComparedPart[] {
  const pairs = paired(left, right, ({ by, method, url }) => `${by} ${method} ${url.split("?")[0]}`);
  return pairs.map(([one, other], index) => {
    const { method, url } = (one ?? other) as RecordedRequest;
    const title = `request ${index + 1}: ${method} ${url.split("?")[0]}`;
    return partOf(title, one && requestParts(one), other && requestParts(other));
  });
}

function methodPairs(left: PartialReport, right: PartialReport): ComparedPart[] {
  const calls = ({ stages = [] }: PartialReport) => stages.filter((stage) => stage.kind === "method");
  const pairs = paired(calls(left), calls(right), ({ method }) => method);
  return pairs.flatMap(([one, other]) => {
    const name = (one ?? other)?.method ?? "";
    return [
      partOf(`${name}: bundle`, one?.bundle, other?.bundle),
      partOf(`${name}: result`, one && (one.error ?? one.result), other && (other.error ?? other.result)),
    ];
  });
}

/** Pairs the entries of two lists that have the same key, in their order. */
function paired<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (entry: T) => string,
): (readonly [T | undefined, T | undefined])[] {
  const pairs: [T | undefined, T | undefined][] = [];
  let [fromLeft, fromRight] = [0, 0];
  for (const { added, removed, count } of diffArrays(left.map(keyOf), right.map(keyOf))) {
    for (let index = 0; index < count; index += 1) {
      pairs.push([added ? undefined : left[fromLeft++], removed ? undefined : right[fromRight++]]);
    }
  }
  return pairs;
}
