import type { MatcherState } from "vitest";
import type { Problem, RunReport } from "../simulator/index.ts";
import { mismatches, type WantedRequest, wantedRequest } from "./requests.ts";

/** Matchers for what the simulator ran: `expect(await sim.poll("new_ticket")).toTrigger()`. */
export interface Matching {
  /** The run succeeded: the Zap goes on. */
  toSucceed(): void;
  /** The run ended with this error: by its name, a part of its message, or a pattern. Without one, with any error. */
  toFailWith(error?: string | RegExp): void;
  /** A poll or a hook succeeded and gave these items, in this order; without a list, at least one. */
  toTrigger(items?: readonly unknown[]): void;
  /** An action, a search, a call or a pointer succeeded and gave this result. */
  toResultIn(result: unknown): void;
  /** The run sent this request: `"POST https://api.example.com/tickets"`, a pattern for its address, or its parts. */
  toHaveRequested(request: string | RegExp | WantedRequest): void;
  /** The script logged a line with this text, or of this pattern. */
  toHaveLogged(text: string | RegExp): void;
  /** The run has a problem, of this code if one is named: something that it does wrong although it succeeds. */
  toHaveProblem(code?: Problem["code"]): void;
}

type Matcher = (seen: RunReport, wanted: never, show: Show) => MatchResult;

interface MatchResult {
  /** Undefined where the matcher is not for this run: then it fails with `.not`, too. */
  readonly pass: boolean | undefined;
  /** The fault, when the matcher fails. */
  readonly fault: string;
  /** The fault, when the matcher holds and is negated. */
  readonly faultOfNot: string;
}

/** Vitest's functions that compare and show values. */
interface Show {
  readonly equals: (seen: unknown, wanted: unknown) => boolean;
  readonly text: (value: unknown) => string;
  /** The wanted value beside the seen one. */
  readonly beside: (wanted: unknown, seen: unknown) => string;
}

const toSucceed: Matcher = (run) => ({
  pass: hasSucceeded(run),
  fault: `The run did not succeed.\n\n${outcomeText(run)}`,
  faultOfNot: `The run succeeded.\n\n${requestLines(run)}`,
});

const toFailWith: Matcher = (run, wanted: string | RegExp | undefined, { text }) => {
  const { error } = run;
  const said = error ? `${error.name}: ${error.message}` : "";
  const what = wanted === undefined ? "an error" : text(wanted);
  return {
    pass: error !== undefined && (wanted === undefined || matchesText(said, wanted)),
    fault: `The run did not fail as wanted.\n\nWanted: ${what}\nSeen:   ${error ? text(said) : `no error, the outcome is ${text(run.outcome)}`}`,
    faultOfNot: `The run failed with ${what}.\n\n${outcomeText(run)}`,
  };
};

const toTrigger: Matcher = (run, wanted: readonly unknown[] | undefined, { equals, beside, text }) => {
  const { items } = run as RunReport & { readonly items?: readonly unknown[] };
  if (!Array.isArray(items)) return notOf("toTrigger", "a poll, a hook or a search", "items");
  const isWanted = wanted === undefined ? items.length > 0 : equals(items, wanted);
  const comparison = wanted === undefined ? `Wanted: at least one item\nSeen:   none` : beside(wanted, items);
  return {
    pass: hasSucceeded(run) && isWanted,
    fault: hasSucceeded(run)
      ? `The run did not trigger the wanted items.\n\n${comparison}\n\n${requestLines(run)}`
      : `The run triggered nothing: it did not succeed.\n\n${outcomeText(run)}`,
    faultOfNot: `The run triggered these items.\n\nSeen: ${text(items)}`,
  };
};

const toResultIn: Matcher = (run, wanted: unknown, { equals, beside, text }) => {
  if ("items" in run && !("created" in run))
    return notOf("toResultIn", "an action, a search, a call or a pointer", "result");
  const { result } = run as RunReport & { readonly result?: unknown };
  return {
    pass: hasSucceeded(run) && equals(result, wanted),
    fault: hasSucceeded(run)
      ? `The run did not give the wanted result.\n\n${beside(wanted, result)}\n\n${requestLines(run)}`
      : `The run gave no result: it did not succeed.\n\n${outcomeText(run)}`,
    faultOfNot: `The run gave this result.\n\nSeen: ${text(result)}`,
  };
};

const toHaveRequested: Matcher = (run, given: string | RegExp | WantedRequest, { equals, beside, text }) => {
  const wanted = wantedRequest(given);
  const compared = run.requests.map((request) => ({
    request,
    differs: mismatches(request, wanted, equals),
  }));
  const [nearest] = [...compared].sort((a, b) => a.differs.length - b.differs.length);
  const parts = (nearest?.differs ?? []).map(
    (differs) => `${differs.part}:\n${beside(differs.wanted, differs.seen)}`,
  );
  const shown = [
    "The run did not send the wanted request.",
    `Wanted: ${typeof given === "string" ? given : text(given)}`,
    requestLines(run),
    ...(nearest
      ? [
          `${nearest.request.method} ${nearest.request.url} is the nearest. It differs in\n\n${parts.join("\n\n")}`,
        ]
      : []),
    ...(run.error ? [outcomeText(run)] : []),
  ];
  return {
    pass: compared.some(({ differs }) => differs.length === 0),
    fault: shown.join("\n\n"),
    faultOfNot: `The run sent this request.\n\n${requestLines(run)}`,
  };
};

const toHaveLogged: Matcher = (run, wanted: string | RegExp, { text }) => {
  const lines = run.logs.map((line) => `  ${line.level} ${line.text}`);
  const seen = lines.length === 0 ? "Seen: no line" : `Seen:\n${lines.join("\n")}`;
  return {
    pass: run.logs.some((line) => matchesText(line.text, wanted)),
    fault: `The script did not log the wanted line.\n\nWanted: ${text(wanted)}\n${seen}`,
    faultOfNot: `The script logged ${text(wanted)}.\n\n${seen}`,
  };
};

const toHaveProblem: Matcher = (run, wanted: Problem["code"] | undefined) => {
  const lines = run.problems.map(({ code, message, hint }) => `  ${code}: ${message}\n    → ${hint}`);
  const seen = lines.length === 0 ? "Seen: no problem" : `Seen:\n${lines.join("\n")}`;
  return {
    pass: run.problems.some(({ code }) => wanted === undefined || code === wanted),
    fault: `The run does not have the wanted problem.\n\nWanted: ${wanted ?? "any problem"}\n${seen}`,
    faultOfNot: `The run has ${wanted === undefined ? "a problem" : `the problem ${wanted}`}.\n\n${seen}`,
  };
};

const all = {
  toSucceed,
  toFailWith,
  toTrigger,
  toResultIn,
  toHaveRequested,
  toHaveLogged,
  toHaveProblem,
} satisfies { readonly [name in keyof Matching]: Matcher };

/** The result as `expect.extend` takes it. */
type ForVitest = (
  this: MatcherState,
  seen: unknown,
  wanted?: unknown,
) => { readonly pass: boolean; readonly message: () => string };

/** The matchers for `expect.extend`. */
export const matchers = Object.fromEntries(
  Object.entries(all).map(([name, matcher]) => [name, forVitest(name, matcher)]),
) as { readonly [name in keyof Matching]: ForVitest };

function forVitest(name: string, matcher: Matcher): ForVitest {
  return function (seen, wanted) {
    const { equals, utils, customTesters } = this;
    const show: Show = {
      equals: (one, other) => equals(one, other, [...customTesters, utils.iterableEquality]),
      text: (value) => utils.stringify(value, undefined, { min: true }),
      beside: (one, other) => utils.diff(one, other) ?? `Wanted: ${utils.stringify(one)}`,
    };
    const hint = utils.matcherHint(name, "run", "", { isNot: this.isNot });
    const { pass, fault, faultOfNot } = isRun(seen)
      ? matcher(seen, wanted as never, show)
      : noRun(seen, show);
    return { pass: pass ?? this.isNot, message: () => `${hint}\n\n${this.isNot ? faultOfNot : fault}` };
  };
}

function isRun(value: unknown): value is RunReport {
  const { outcome, requests, logs } = Object(value);
  return typeof outcome === "string" && Array.isArray(requests) && Array.isArray(logs);
}

function wrongUse(fault: string): MatchResult {
  return { pass: undefined, fault, faultOfNot: fault };
}

function notOf(matcher: string, runs: string, property: string): MatchResult {
  return wrongUse(`${matcher} is for the run of ${runs}: this run has no ${property}.`);
}

function noRun(seen: unknown, { text }: Show): MatchResult {
  const forgotten = seen instanceof Promise ? " Write `await` before the call." : "";
  return wrongUse(
    `This is not a run of the simulator, such as \`await sim.poll("new_ticket")\` gives.${forgotten}\n\nSeen: ${text(seen)}`,
  );
}

function hasSucceeded({ outcome }: RunReport): boolean {
  return outcome === "succeeded" || outcome === "refreshed";
}

function matchesText(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? text.includes(wanted) : wanted.test(text);
}

/** Describes the end of a run, with the error's place and the advice. */
function outcomeText(run: RunReport): string {
  const { outcome, error } = run;
  const lines = [
    `Outcome: ${outcome}`,
    ...(error ? [`Error:   ${error.name}: ${error.message}`] : []),
    ...(error?.stack ? [error.stack.replace(/^\s*/gm, "  ")] : []),
    ...(error?.hint ? [`  → ${error.hint}`] : []),
  ];
  return `${lines.join("\n")}\n\n${requestLines(run)}`;
}

/** Every request of a run: `POST https://api.example.com/tickets → 201`. */
function requestLines({ requests }: RunReport): string {
  if (requests.length === 0) return "Requests: none";
  const lines = requests.map(({ method, url, response, failure }) => {
    return `  ${method} ${url} → ${response?.status ?? failure ?? "no answer"}`;
  });
  return `Requests:\n${lines.join("\n")}`;
}
