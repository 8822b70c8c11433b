import { resultLimit } from "../limits.ts";
import type { CallOfScript, CallOutcome, ReturnedValue, ThrownError } from "../protocol.ts";
import { type EndListener, makeBundle, makeCaller, type ZapObject } from "./call-in-context.ts";
import { makeHeaders } from "./headers-in-context.ts";
import { inContext, realmFunction } from "./realm.ts";
import { makeResponse } from "./response-in-context.ts";
import type { PreparedScript, ScriptRealm } from "./script-realm.ts";
import { describeThrown } from "./thrown.ts";
import { makeValueWriter, valueMark } from "./values-in-context.ts";

type Caller = ReturnType<typeof makeCaller>;

/** A script that has run: its methods can be called. */
export interface Evaluation {
  readonly script: PreparedScript;
  readonly realm: ScriptRealm;
  readonly caller: Caller;
  readonly zap: ZapObject;
}

/** Runs the script. */
export function evaluate(
  script: PreparedScript,
  realm: ScriptRealm,
): Evaluation | { readonly thrown: ThrownError } {
  const { source, filename } = script;
  const { context, membrane, parameters, values } = realm;
  let load: unknown;
  try {
    load = realmFunction(context, `${source}\nreturn Zap;`, { filename, parameters });
  } catch (error) {
    // A SyntaxError of the realm, in which the script has not run yet.
    return { thrown: describeThrown(error, { script, realm }) };
  }
  // Before the script can change what it uses.
  const caller = callerIn(realm);
  const loaded = membrane.kit.invoke(load, undefined, values);
  if (loaded.isThrown) return { thrown: describeThrown(loaded.value, { script, realm }) };
  return { script, realm, caller, zap: loaded.value as ZapObject };
}

function callerIn({ context }: ScriptRealm): Caller {
  const response = inContext(context, makeResponse)(inContext(context, makeHeaders)());
  const writeValues = inContext(context, makeValueWriter)(valueMark);
  return inContext(context, makeCaller)(inContext(context, makeBundle)(response), writeValues);
}

export function callScriptMethod(
  evaluation: Evaluation,
  { method, bundle }: Pick<CallOfScript, "method" | "bundle">,
): Promise<CallOutcome> {
  const awaits = evaluation.script.runtime === "converted";
  // Source: runner, index.js, `runEventCombo`: requests are used as they are. Assumed: on the legacy runtime they become JSON.
  const keepsValues = awaits && /(?:^|_)pre_(?!hook$)/.test(method);
  const call = { method, bundle, awaits, keepsValues };
  return outcomeOf(evaluation, (caller, zap, report) => caller.call(zap, call, report));
}

/** The methods and how many parameters each takes. */
export function listMethods(evaluation: Evaluation): Promise<CallOutcome> {
  return outcomeOf(evaluation, (caller, zap, report) => caller.list(zap, report));
}

function outcomeOf(
  { script, realm, caller, zap }: Evaluation,
  work: (caller: Caller, zap: ZapObject, report: EndListener) => void,
): Promise<CallOutcome> {
  const { membrane } = realm;
  return new Promise((resolve) => {
    work(caller, zap, {
      returned: membrane.toScript((result: ReturnedValue) => resolve(withinLimit(result))),
      thrown: membrane.kit.sink((value) => resolve({ thrown: describeThrown(value, { script, realm }) })),
    });
  });
}

function withinLimit(returned: ReturnedValue): CallOutcome {
  const texts = [returned.json, returned.values, ...(returned.changed ?? [])];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), 0);
  if (bytes <= resultLimit) return { returned };
  const message = `The result has more than ${resultLimit} bytes, and the platform takes no more.`;
  return { thrown: { name: "PayloadLimitError", message } };
}
