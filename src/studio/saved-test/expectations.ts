import { Code, objectText } from "../../output/object-text.ts";
import { differingValues } from "../../simulator/differing-values.ts";
import type { RunReport } from "../../simulator/index.ts";

/** The results that runs of one or another kind have. */
interface ReportResults {
  readonly items?: readonly unknown[];
  readonly samples?: readonly unknown[];
  readonly result?: unknown;
}

/** The lines of a test that say what a run did, and the values that are others each time. */
export interface Expectations {
  readonly lines: readonly string[];
  /** `items/0/updated_at`: differs from run to run. */
  readonly unsteady: readonly string[];
}

/** The items that a test spells out; of more, it counts them and spells out the first. */
const SPELT_OUT = 3;

/** Says what a run did, by two replays of it. */
export function expectationsOf(one: RunReport, other: RunReport): Expectations {
  const unsteady: string[] = [];
  /** The value of both; any value where they differ. */
  const both = (name: string, of: (report: RunReport) => unknown): unknown => {
    const value: unknown = structuredClone(of(one));
    const holder = { value };
    for (const { path } of differingValues(value, of(other))) {
      unsteady.push(`${name}${path}`);
      put(holder, ["value", ...path.split("/").slice(1).map(unescaped)], new Code("expect.anything()"));
    }
    return holder.value;
  };
  const requests = both("requests", (run) => run.requests.map(({ method, url }) => `${method} ${url}`));
  const lines = [
    ...endLines(one),
    ...resultLines(one as ReportResults, (name) => both(name, (run) => (run as ReportResults)[name])),
    `expect(run.requests.map(({ method, url }) => \`\${method} \${url}\`)).toEqual(${text(requests)});`,
    `expect(run.problems.map(({ code }) => code)).toEqual(${text(one.problems.map(({ code }) => code))});`,
  ];
  return { lines, unsteady };
}

/** The lines on the end of the run. */
function endLines({ outcome, error }: RunReport): string[] {
  if (!error)
    return outcome === "succeeded"
      ? ["expect(run).toSucceed();"]
      : [`expect(run.outcome).toBe(${text(outcome)});`];
  return [
    `expect(run.outcome).toBe(${text(outcome)});`,
    `expect(run).toFailWith(${text(`${error.name}: ${error.message}`)});`,
  ];
}

function resultLines(run: ReportResults, both: (name: keyof ReportResults) => unknown): string[] {
  const lists = (["items", "samples"] as const).flatMap((name) => {
    const list = run[name];
    if (!list || (name === "samples" && list.length === 0)) return [];
    const values = both(name) as readonly unknown[];
    if (list.length <= SPELT_OUT) return [`expect(run.${name}).toEqual(${text(values)});`];
    return [
      `expect(run.${name}).toHaveLength(${list.length});`,
      `expect(run.${name}[0]).toEqual(${text(values[0])});`,
    ];
  });
  const result = run.result === undefined ? [] : [`expect(run.result).toEqual(${text(both("result"))});`];
  return [...lists, ...result];
}

function text(value: unknown): string {
  return objectText(value, "  ");
}

function put(holder: object, [key = "", ...further]: readonly string[], value: unknown): void {
  const object = holder as { [key: string]: unknown };
  if (further.length === 0) object[key] = value;
  else put(object[key] as object, further, value);
}

/** A name of a JSON pointer. */
function unescaped(name: string): string {
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
