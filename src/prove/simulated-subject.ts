import { callTimeLimit } from "../simulator/limits.ts";
import { ScriptProcess } from "../simulator/process/script-process.ts";
import type { Answer, CallOutcome, ThrownError, WireRequest } from "../simulator/protocol.ts";
import { writtenBundle } from "../simulator/run/bundle-text.ts";
import {
  membersMethod,
  type ProbedMembers,
  type ProbedState,
  probedScript,
  probeOf,
  seenMethod,
} from "./probed-script.ts";
import { type Example, leakedOf, now, type Observed, type Subject } from "./subject.ts";

/** A script on the simulator. */
export class SimulatedSubject implements Subject {
  readonly #process: ScriptProcess;
  readonly #time_limit: number;
  /** The counters that were passed in all calls. */
  readonly passed = new Set<number>();

  constructor(source: string, time_limit = callTimeLimit) {
    this.#time_limit = time_limit;
    this.#process = new ScriptProcess({
      ...{ source: probedScript(source), filename: "zap.js", runtime: "converted" },
      time_limit,
    });
  }

  async members(): Promise<{ readonly members: ProbedMembers } | { readonly failure: string }> {
    const outcome = await this.#call(membersMethod, "{}", { goesOn: false });
    if ("late" in outcome)
      return { failure: `loading it did not end within ${this.#time_limit / 1000} seconds` };
    if ("thrown" in outcome) return { failure: `${outcome.thrown.name}: ${outcome.thrown.message}` };
    return { members: JSON.parse(outcome.returned.json ?? "{}") };
  }

  async observe(method: string, { bundle, answers }: Example, { goesOn = false } = {}): Promise<Observed> {
    const requests: object[] = [];
    const logs: string[] = [];
    const answered = (request: WireRequest): Promise<Answer> => {
      const { status, headers, content } = answers[requests.length % Math.max(answers.length, 1)] ?? empty;
      requests.push(comparable(request));
      return Promise.resolve({ response: { status, headers, bytes: Buffer.from(content) } });
    };
    const { text } = writtenBundle(bundle, new Set());
    const outcome = await this.#call(probeOf(method), text, {
      ...{ goesOn, request: answered },
      log: (level, line) => logs.push(`${level}: ${line}`),
    });
    const isGone = "late" in outcome || outcome.fatal === true;
    const left = isGone ? undefined : await this.#seen();
    for (const id of left?.passed ?? []) this.passed.add(id);
    const { result, bundle: after, leaked = [] } = left ?? {};
    return {
      ...(result !== undefined && { result }),
      ...("thrown" in outcome && { error: withoutStack(outcome.thrown) }),
      ...("late" in outcome && { late: true }),
      ...{ requests, logs, leaked: leakedOf(leaked) },
      ...(after !== undefined && { bundle: after }),
    };
  }

  close(): Promise<void> {
    return this.#process.close();
  }

  async #seen(): Promise<ProbedState | undefined> {
    const outcome = await this.#call(seenMethod, "{}", { goesOn: true });
    return "returned" in outcome ? JSON.parse(outcome.returned.json ?? "{}") : undefined;
  }

  #call(method: string, bundle: string, { goesOn, request, log }: CallHandlers): Promise<CallOutcome> {
    const text = bundle === "{}" ? writtenBundle({}, new Set()).text : bundle;
    const none = async () => ({ failure: { message: "Nothing is asked here." } });
    return this.#process.call(
      { method, bundle: text, now, goesOn },
      {
        request: request ?? none,
        log: log ?? (() => {}),
        notSimulated: (message) => log?.("error", message),
      },
    );
  }
}

interface CallHandlers {
  readonly goesOn: boolean;
  readonly request?: (request: WireRequest) => Promise<Answer>;
  readonly log?: (level: string, text: string) => void;
}

const empty = { status: 200, headers: {}, content: "" };

function comparable({ method, url, headers, body }: WireRequest): object {
  return {
    method,
    url,
    headers,
    body: body instanceof Uint8Array ? Buffer.from(body).toString("latin1") : body,
  };
}

function withoutStack({ name, message, primitive, original }: ThrownError): Observed["error"] & object {
  return {
    ...{ name, message },
    ...(primitive !== undefined && { primitive }),
    ...(original !== undefined && { original }),
  };
}
