import { actionMethods } from "./methods/action.ts";
import { authMethods } from "./methods/auth.ts";
import { hookMethods } from "./methods/hook.ts";
import type { Method } from "./methods/method.ts";
import { searchMethods } from "./methods/search.ts";
import { triggerMethods } from "./methods/trigger.ts";

export type { Method, MethodKind, MethodPhase, StepKind } from "./methods/method.ts";

/** Every method that the platform can call by its name, in the order of its documentation. */
export const methods: readonly Method[] = [
  ...triggerMethods,
  ...hookMethods,
  ...actionMethods,
  ...searchMethods,
  ...authMethods,
];

/** A method that `z.dehydrate` names: any exported function of hydrators.ts. */
export function hydrator(name: string): Method {
  return {
    name,
    kind: "hydrator",
    phase: "full",
    bundle: "Hydrate",
    result: "Json",
    callback: true,
    documentation:
      "Gives the value that a pointer from `z.dehydrate` stands for, when a later step needs it.",
    without: "`z.dehydrate` has nothing to point to.",
  };
}

/**
 * A property of `Zap` beside the methods that the platform calls: a helper or data, which a script reaches as `Zap.name` or
 * `this.name`. Any export of members.ts, a function or not.
 */
export function member(name: string): Method {
  return {
    name,
    kind: "member",
    phase: "full",
    bundle: "Values",
    result: "Json",
    callback: true,
    documentation: "Is on `Zap`, where a script finds it. The platform never calls it.",
    without: "`Zap` does not have it.",
  };
}

/** The name under which a file exports the method: `full_search` is the `search` of searches/KEY.ts. */
export function exportedName({ name, exportedAs }: Method): string {
  return exportedAs ?? name;
}

/** The part of a promise's result that is lost on the converted runtime, which awaits all others. */
export type LostInPromise = "request" | "fields";

/**
 * Source: runner, index.js, `runEvent` and `parseFinalResult`: the result of a method is read before it is awaited, for the
 * data and the files of a request and for custom fields.
 */
export function lostInPromise({ phase, result }: Method): LostInPromise | undefined {
  if (phase === "pre") return "request";
  return result === "CustomFields" ? "fields" : undefined;
}

/** Describes the fate of a promise that a method returns, on both runtimes, as a sentence. */
export function promiseOf(method: Method, name = exportedName(method)): string {
  const lost = lostInPromise(method);
  if (lost === "request")
    return `Of a promise from \`${name}\` today's runtime loses \`data\` and \`files\`; the legacy one does not wait for it.`;
  const today = lost === "fields" ? "finds no fields in" : "waits for";
  return `Today's runtime ${today} a promise from \`${name}\`; the legacy one does not wait for it.`;
}

/** Methods of these kinds begin with the key of their trigger, action or search. */
const keyed: readonly Method["kind"][] = ["trigger", "action", "search"];

/** The method's name in `Zap`: `new_dataset_pre_poll`, `get_session_info`. */
export function nameInZap({ kind, name }: Method, key: string): string {
  return keyed.includes(kind) ? `${key}_${name}` : name;
}

/** The methods around one thing that the platform does, by their names in `Zap`. */
export interface MethodsAround {
  /** Changes the request before it is sent. */
  readonly pre?: string;
  /** Gets the answer. */
  readonly post?: string;
  /** Stands in for all of it. */
  readonly full?: string;
}

/**
 * The methods around `poll`, `write`, `subscribe`, …: of those, the ones that the platform calls.
 *
 * @param key - of the trigger, action or search
 */
export function methodsAround(what: string, kind: Method["kind"], key = ""): MethodsAround {
  const find = (name: string) => methods.find((method) => method.kind === kind && method.name === name);
  const [pre, post, full] = [find(`pre_${what}`), find(`post_${what}`), find(what)];
  if (!pre && !post && !full) throw new Error(`Failed to find methods: the table has none around ${what}.`);
  return {
    ...(pre && { pre: nameInZap(pre, key) }),
    ...(post && { post: nameInZap(post, key) }),
    ...(full && { full: nameInZap(full, key) }),
  };
}

/** The keys of the triggers, actions and searches that an integration declares. */
export interface DeclaredKeys {
  readonly trigger: readonly string[];
  readonly action: readonly string[];
  readonly search: readonly string[];
  /** The names of its hydrators. */
  readonly hydrator: readonly string[];
}

/** The method that the platform would call by a name in `Zap`; nothing where it would call none. */
export function methodCalled(name: string, declared: DeclaredKeys): Method | undefined {
  if (declared.hydrator.includes(name)) return hydrator(name);
  return methods.find((method) => {
    const { kind } = method;
    const keys = kind === "trigger" || kind === "action" || kind === "search" ? declared[kind] : [""];
    return keys.some((key) => nameInZap(method, key) === name);
  });
}
