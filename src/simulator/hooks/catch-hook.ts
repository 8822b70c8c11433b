import type { Json } from "../../model/bundles/shared.ts";
import type { Trigger } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import { withValidAccount } from "../authentication/account.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import { bareRequest } from "../request/prepared-request.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { accountBundle } from "../steps/bundle.ts";
import { type ManagedCall, manageIn, runFull } from "../steps/managed-call.ts";
import { type TriggerStep, triggerFields } from "../steps/trigger.ts";
import { cleanedRequest, type RawRequest } from "./received-hook.ts";

/** The items of a received hook. Source: runner, index.js, `runHook`. */
export async function catchHook(step: TriggerStep, hook: RawRequest, on: ActiveRun): Promise<Json[]> {
  const cleaned_request = cleanedRequest(hook);
  const received = { hook, cleaned_request };
  const results =
    on.run.runtime === "legacy"
      ? await caughtThenRead(step, received, on)
      : await readOrCaught(step, received, on);
  const items = results.filter(triggersSomething) as Json[];
  // Some of several resources may be read.
  if (items.length > 0) on.run.stopped = false;
  return items;
}

async function readOrCaught(step: TriggerStep, received: CaughtHook, on: ActiveRun): Promise<unknown[]> {
  const resources = resourcesOf(step.trigger, [received.cleaned_request].flat());
  return resources ? consume(step, resources, on) : caught(step, received, on);
}

/** Source: the archived documentation, "Notification REST Hooks": `catch_hook` may add the `resource_url`. */
async function caughtThenRead(step: TriggerStep, received: CaughtHook, on: ActiveRun): Promise<unknown[]> {
  const items = (await caught(step, received, on)).filter(triggersSomething);
  const resources = resourcesOf(step.trigger, items);
  return resources ? consume(step, resources, on) : items;
}

/** The addresses of the items of a notification; undefined when it is none. */
function resourcesOf({ type }: Trigger, items: readonly unknown[]): string[] | undefined {
  if (type !== "notification_hook") return undefined;
  const urls = items.map((item) => (item as { resource_url?: string } | null)?.resource_url);
  return urls.every(Boolean) ? (urls as string[]) : undefined;
}

/** Reads every item of a notification: all are asked for at once, and all again with new credentials. */
async function consume(
  { trigger, trigger_fields }: TriggerStep,
  resources: readonly string[],
  on: ActiveRun,
): Promise<unknown[]> {
  const calls = resources.map(
    (url): ManagedCall => ({
      methods: methodsAround("hook", "trigger", trigger.key),
      request: { url },
      data: { inputData: trigger_fields },
      bundle: ({ inputData }) => triggerFields(inputData),
      among_others: true,
    }),
  );
  const results = await withValidAccount(on, (on) => allOf(calls.map((call) => manageIn(call, on))));
  return results.flat();
}

/** Promise.all, but the first error waits for the others. */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  try {
    return await Promise.all(promises);
  } finally {
    await Promise.allSettled(promises);
  }
}

interface CaughtHook {
  readonly hook: RawRequest;
  readonly cleaned_request: Json;
}

async function caught(
  { trigger, trigger_fields }: TriggerStep,
  { hook, cleaned_request }: CaughtHook,
  on: ActiveRun,
): Promise<unknown[]> {
  const { full = "" } = methodsAround("catch_hook", "trigger", trigger.key);
  if (!on.run.has(full)) return [cleaned_request].flat();
  const own: FieldValues = { ...triggerFields(trigger_fields), request: hook, cleaned_request };
  const result = await withValidAccount(on, ({ execution, auth_fields, reason }) =>
    runFull(execution, full, { ...accountBundle(bareRequest, auth_fields, reason), ...own }),
  );
  return [result?.value].flat();
}

/** Source: docs/platform.md, "Hooks": `[]` or `{}` means no trigger. */
function triggersSomething(item: unknown): boolean {
  return isPlainObject(item) ? Object.keys(item).length > 0 : item !== undefined && item !== null;
}
