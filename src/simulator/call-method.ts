import type { Json } from "../model/bundles/shared.ts";
import type { Metadata } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { type Method, methodCalled } from "../model/methods.ts";
import { suggestion } from "../model/nearest.ts";
import { schemaName, validate } from "../model/validate.ts";
import { checkBundleIsJson, checkKey } from "./arguments.ts";
import { itemProblems } from "./problems/item-problems.ts";
import type { Problem } from "./problems/problem.ts";
import type { Methods } from "./protocol.ts";
import { executed } from "./run/execution.ts";
import type { CallRun, RunError } from "./run/run.ts";
import type { RunQueue } from "./run/run-queue.ts";
import { runReason } from "./steps/bundle.ts";

interface MethodCallParts {
  readonly metadata: Metadata;
  readonly methods: Methods;
  readonly runs: RunQueue;
}

/** Calls one method with a bundle of the caller's, and checks both what it gets and what it returns by the model. */
export async function callMethod(
  name: string,
  bundle: object,
  { metadata, methods, runs }: MethodCallParts,
): Promise<CallRun> {
  const method = methodNamed(name, metadata, Object.keys(methods));
  checkBundle(name, method, bundle);
  const run = await runs.run(`call ${name}`, {
    reason: runReason({}),
    work: async (on) => (await executed(on, ({ execution }) => execution.call(name, bundle))).value,
    outputOf: (result) => ({ result }),
    check: ({ result }) => polledProblems(method, result),
  });
  const error = run.error ?? resultError(name, method, run.result);
  const result = typeof run.result === "symbol" ? undefined : (run.result as Json);
  const isForUsers = method.kind === "hydrator" || forUsers.includes(method.result);
  const problems = isForUsers ? run.problems : [];
  return { ...run, result, problems, ...(error && { outcome: "error", error }) };
}

/** The types of what users see, or later steps of their Zaps. Requests, tokens and sessions are made of credentials. */
const forUsers = [
  ...["Results", "HookResults", "WriteResult", "SearchResults", "Resource"],
  ...["CustomFields", "ConnectionLabel"],
];

/** The problems of items that the platform would poll. */
function polledProblems(method: Method, result: unknown): Problem[] {
  if (method.result !== "Results" || !Array.isArray(result)) return [];
  return itemProblems(result, { byId: true, list: "result" });
}

/** The method that the platform would call by this name. */
function methodNamed(name: string, metadata: Metadata, implemented: readonly string[]): Method {
  checkKey(name, { task: "call a method", example: 'sim.call("new_ticket_poll", bundle)' });
  const keysOf = (steps: readonly { key: string }[]) => steps.map(({ key }) => key);
  const method = methodCalled(name, {
    trigger: keysOf(metadata.triggers),
    action: keysOf(metadata.actions),
    search: keysOf(metadata.searches),
    hydrator: metadata.hydrators,
  });
  if (method && implemented.includes(name)) return method;
  const hint = suggestion(name, implemented) ?? "The script has no methods.";
  throw new Failure(`Failed to call ${name}: the platform would find no such method.`, { hint });
}

/** Throws a Failure when a bundle is not what the platform would hand to the method. */
function checkBundle(name: string, { bundle, kind }: Method, given: unknown): void {
  checkBundleIsJson(given, `call ${name}`);
  if (kind === "hydrator") return;
  const errors = validate(schemaName(`${bundle}Bundle`), given, "the bundle");
  if (errors.length === 0) return;
  throw new DataFailure(`Failed to call ${name}: the platform would not hand over this bundle.`, {
    hint: errors.map(({ message }) => message).join("\n    "),
  });
}

/** The fault of a method's result, by the model: the platform might take it, and lose it. */
function resultError(name: string, { result, kind }: Method, returned: unknown): RunError | undefined {
  const errors = kind === "hydrator" ? [] : validate(schemaName(result), returned ?? null, "the result");
  if (errors.length === 0) return undefined;
  return { name: "InvalidResult", message: errors.map(({ message }) => message).join(" "), method: name };
}
