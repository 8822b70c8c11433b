import type { PropertyValues } from "../metadata/diff/change.ts";
import type { Step, StepList } from "../model/definitions.ts";
import { type Method, type MethodKind, type MethodPhase, methods } from "../model/methods.ts";

/** The course of one thing that the platform does, from top to bottom. */
export interface Flow {
  readonly title: string;
  readonly steps: readonly FlowStep[];
}

/** One box of a flow. */
export interface FlowStep {
  readonly kind: "request" | "send" | "method" | "result";
  readonly title: string;
  readonly detail: string;
  /** True if the script has the method. */
  readonly isScripted?: boolean;
}

/** One thing that the platform does for a step. */
interface Process {
  readonly title: string;
  /** The methods around it: `poll`, `custom_trigger_fields`. */
  readonly around: string;
  /** The input of a flow that begins without a request, or the reason of its first one. */
  readonly begins: (step: Step) => string | undefined;
  readonly result: string;
}

const property = (name: string) => (step: Step) =>
  (step as unknown as PropertyValues)[name] as string | undefined;
/** The URL itself stands among the options. */
const url = (method: string, name: string) => (step: Step) =>
  property(name)(step) === undefined ? undefined : method;
const isHook = (step: Step) => "type" in step && step.type !== "polling";

const processes: { readonly [list in StepList]: readonly Process[] } = {
  triggers: [
    {
      title: "A hook comes in",
      around: "catch_hook",
      begins: (step) =>
        isHook(step) && property("type")(step) !== "notification_hook" ? "POST from the service" : undefined,
      result: "Items",
    },
    {
      title: "A notification comes in",
      around: "hook",
      begins: (step) =>
        property("type")(step) === "notification_hook" ? "GET {{resource_url}} of the hook" : undefined,
      result: "Items",
    },
    { title: "Poll", around: "poll", begins: url("GET", "url"), result: "Items" },
    {
      title: "Labels of the results",
      around: "custom_trigger_fields",
      begins: url("GET", "custom_fields_url"),
      result: "Labels",
    },
  ],
  actions: [
    { title: "Write", around: "write", begins: url("POST", "url"), result: "Result" },
    {
      title: "Further fields",
      around: "custom_action_fields",
      begins: url("GET", "custom_fields_url"),
      result: "Fields",
    },
    {
      title: "Labels of the result",
      around: "custom_action_result_fields",
      begins: url("GET", "custom_result_fields_url"),
      result: "Labels",
    },
  ],
  searches: [
    { title: "Search", around: "search", begins: url("GET", "url"), result: "First match" },
    {
      title: "Read the match",
      around: "read_resource",
      begins: url("GET", "resource_url"),
      result: "Result",
    },
    {
      title: "Further fields",
      around: "custom_search_fields",
      begins: url("GET", "custom_fields_url"),
      result: "Fields",
    },
    {
      title: "Labels of the result",
      around: "custom_search_result_fields",
      begins: url("GET", "custom_result_fields_url"),
      result: "Labels",
    },
  ],
};

const kinds: { readonly [list in StepList]: MethodKind } = {
  triggers: "trigger",
  actions: "action",
  searches: "search",
};

/** The flows that the platform runs for a step. */
export function flowsOf(list: StepList, step: Step): Flow[] {
  return processes[list].flatMap((process) => {
    const around = methodsAround(kinds[list], process.around);
    const full = around.find(({ phase }) => phase === "full");
    const begins = process.begins(step);
    const isScripted = full !== undefined && step.methods.includes(full.name);
    if (begins === undefined && !isScripted) return [];
    return [{ title: process.title, steps: stepsOf(step, process, { begins, around, full, isScripted }) }];
  });
}

/** The methods around something that the platform does, by their phases. */
function methodsAround(kind: MethodKind, around: string): Method[] {
  const of: { readonly [phase in MethodPhase]: string } = {
    pre: `pre_${around}`,
    post: `post_${around}`,
    full: around,
  };
  return methods.filter((method) => method.kind === kind && of[method.phase] === method.name);
}

interface FlowStart {
  readonly begins: string | undefined;
  readonly around: readonly Method[];
  readonly full: Method | undefined;
  readonly isScripted: boolean;
}

function stepsOf(step: Step, { around: what, result }: Process, it: FlowStart): FlowStep[] {
  const { begins, around, full, isScripted } = it;
  const end: FlowStep = { kind: "result", title: result, detail: "" };
  const request = { kind: "request", title: "Request", detail: begins ?? "" } as const;
  if (what === "catch_hook" && full) return [{ ...request, title: "Hook" }, methodStep(full, step), end];
  if (isScripted && full) return [methodStep(full, step), end];
  const [pre, post] = (["pre", "post"] as const).map((phase) => around.filter((it) => it.phase === phase));
  return [
    request,
    ...(pre ?? []).map((method) => methodStep(method, step)),
    { kind: "send", title: "Send", detail: "by the platform" },
    ...(post ?? []).map((method) => methodStep(method, step)),
    end,
  ];
}

function methodStep({ name, phase }: Method, { methods: own }: Step): FlowStep {
  const isScripted = own.includes(name);
  const detail = isScripted ? "scripted" : `not scripted: ${unscripted[phase]}`;
  return { kind: "method", title: name, detail, isScripted };
}

/** The platform's behaviour without a method, in short. Source: the table of methods, `without`. */
const unscripted: { readonly [phase in MethodPhase]: string } = {
  pre: "sent as it is",
  post: "parsed as JSON",
  full: "the parsed hook is the item",
};
