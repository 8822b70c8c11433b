import type { Meta, ZapInfo } from "../../model/bundles/shared.ts";
import type { App } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { catchHook } from "../hooks/catch-hook.ts";
import { type Hook, headerOf, rawRequest } from "../hooks/received-hook.ts";
import { type Subscription, subscribeCall, unsubscribeCall } from "../hooks/subscription.ts";
import { hookLimit } from "../limits.ts";
import { checkOptions } from "../options.ts";
import { itemProblems } from "../problems/item-problems.ts";
import type { HookRun, Run, RunReport } from "../run/run.ts";
import type { ActiveRun, Reason } from "../run/run-context.ts";
import type { EditOptions } from "../run/run-options.ts";
import { nothing, type RunQueue } from "../run/run-queue.ts";
import type { DedupedItem, DedupeStage, Edit, Stage } from "../run/stage.ts";
import type { HookItem, PolledItem } from "../run/typed-results.ts";
import { metaOf } from "../steps/bundle.ts";
import { type ManagedCall, manage } from "../steps/managed-call.ts";
import { shaped, shapeList } from "../steps/shape.ts";
import { pollCall, type TriggerStep } from "../steps/trigger.ts";
import { SeenItems } from "./seen-items.ts";

interface ZapParts {
  readonly app: App;
  readonly runs: RunQueue;
  readonly step: TriggerStep;
  readonly meta: Meta;
  readonly zap: ZapInfo;
  readonly target_url: string;
}

// Source: the archived documentation, "Step 2: Sending Hooks".
const gone = 410;
const tooLarge = 413;

const noReport: RunReport = { outcome: "succeeded", problems: [], requests: [], logs: [] };
const noItems = { ...noReport, items: [], samples: [] };
const refused = (status: number): HookRun => ({ ...noItems, reply: { status, headers: {} } });

/** A Zap with a trigger of the integration, turned on by `sim.turnOn`. */
export class Zap<Of = unknown> {
  readonly #parts: ZapParts;
  readonly #seen = new SeenItems();
  #turnedOn: RunReport | undefined;
  #live = false;
  #subscribe_data: unknown;

  constructor(parts: ZapParts) {
    this.#parts = parts;
  }

  /** The address that its hooks are to be sent to. */
  get target_url(): string {
    return this.#parts.target_url;
  }

  /** Tells whether it is on. */
  get live(): boolean {
    return this.#live;
  }

  /** The report of turning it on. It is not on when that failed. */
  get turnedOn(): RunReport {
    if (!this.#turnedOn) throw new Failure(`Failed to ${this.#task("ask")}: it was never turned on.`);
    return this.#turnedOn;
  }

  /** The result of `post_subscribe` or, without that method, the API's answer to the subscription. */
  get subscribe_data(): unknown {
    return this.#subscribe_data;
  }

  /**
   * Polls once, as the platform does every few minutes. `items` are those whose `id` has not been seen before; `problems` are
   * those of all that were polled.
   */
  poll<Polled = Of>(options?: EditOptions): Promise<Run<PolledItem<Polled>>>;
  async poll(options: EditOptions = {}): Promise<Run> {
    const task = this.#task("poll");
    checkOptions(task, options, "edited");
    this.#mustBeLive(task);
    if (this.#parts.step.trigger.type !== "polling")
      throw new Failure(`Failed to ${task}: its trigger waits for hooks.`, {
        hint: 'Send it one: await zap.hook({ body: { id: 1 } }) or, in a scenario, { "type": "hook", "body": { "id": 1 } }.',
      });
    const run = await this.#polled(task, {}, options.edits);
    this.#turnOffAfter(run);
    const { fresh: items, marked } = this.#seen.add(run.items);
    if (run.error || !run.stages) return { ...run, items };
    return { ...run, items, stages: [...run.stages, dedupeStage(marked, run.stages)] };
  }

  /** A request that reaches the Zap's address. Hooks are not deduplicated. */
  hook<Hooked = Of>(hook: Hook, options?: EditOptions): Promise<HookRun<HookItem<Hooked>>>;
  async hook(hook: Hook, { edits }: EditOptions = {}): Promise<HookRun> {
    const task = this.#task("send a hook to");
    checkOptions(task, hook, "hook");
    checkOptions(task, { edits }, "edited");
    const request = rawRequest(hook);
    const { trigger } = this.#parts.step;
    if (trigger.type === "polling")
      throw new Failure(`Failed to ${task}: its trigger is polled.`, {
        hint: 'Poll it: await zap.poll() or, in a scenario, { "type": "poll" }.',
      });
    // Source: the archived documentation, "Using the Webhooks": while the Zap is off, a static webhook is kept as a sample.
    const isSample = headerOf(request, "X-Hook-Test") === "true" || !this.#live;
    if (!this.#live && trigger.type !== "static_hook") return refused(gone);
    if (Buffer.byteLength(request.content) > hookLimit) return refused(tooLarge);
    const secret = headerOf(request, "X-Hook-Secret");
    // Source: the archived documentation, "REST Hooks": the intent to subscribe is confirmed. Assumed: and no more is done.
    if (secret !== undefined)
      return { ...noItems, reply: { status: 200, headers: { "X-Hook-Secret": secret } } };
    if (request.method === "DELETE" && trigger.type !== "static_hook") return this.#unsubscribedByTheApp();
    const run = await this.#parts.runs.run(task, {
      reason: this.#reason(),
      edits,
      work: (on) => catchHook(this.#parts.step, request, on),
      outputOf: (items = []) => (isSample ? { items: [], samples: items } : { items, samples: [] }),
    });
    this.#turnOffAfter(run);
    return { ...run, reply: { status: 200, headers: {} } };
  }

  /** Turns the Zap off: a REST hook unsubscribes. It is off, also where that fails. */
  async turnOff({ edits }: EditOptions = {}): Promise<RunReport> {
    const task = this.#task("turn off");
    checkOptions(task, { edits }, "edited");
    this.#mustBeLive(task);
    this.#live = false;
    const subscription = this.#subscription();
    if (!subscription) return noReport;
    return this.#parts.runs.run(task, {
      reason: this.#reason(),
      edits,
      work: (on) => manageIfAddressed(unsubscribeCall(subscription, this.#subscribe_data), on),
      outputOf: nothing,
    });
  }

  /** Turns the Zap on: a polling trigger is polled once, and its items only remembered; a REST hook subscribes. */
  async turnOn({ edits }: EditOptions = {}): Promise<void> {
    const task = this.#task("turn on");
    const { trigger } = this.#parts.step;
    if (trigger.type === "polling") {
      const { items, ...report } = await this.#polled(task, { first_poll: true }, edits);
      this.#seen.add(items);
      this.#turnedOn = report;
    } else {
      this.#turnedOn = await this.#subscribe(task, edits);
    }
    // Assumed: a Zap whose first poll or whose subscription fails is not turned on.
    this.#live = !this.#turnedOn.error;
  }

  async #polled(task: string, meta: Meta, edits?: readonly Edit[]): Promise<Run> {
    const call = pollCall(this.#parts.step);
    return this.#parts.runs.run(task, {
      reason: this.#reason(meta),
      edits,
      work: async (on) => shaped(await manage(call, on), shapeList, on),
      outputOf: (items = []) => ({ items }),
      check: ({ items }) => itemProblems(items, { byId: true }),
    });
  }

  async #subscribe(task: string, edits: EditOptions["edits"]): Promise<RunReport> {
    const subscription = this.#subscription();
    if (!subscription) return noReport;
    return this.#parts.runs.run(task, {
      reason: this.#reason(),
      edits,
      work: async (on) => {
        this.#subscribe_data = await manageIfAddressed(subscribeCall(subscription), on);
      },
      outputOf: nothing,
    });
  }

  #subscription(): Subscription | undefined {
    const { app, target_url, step, meta } = this.#parts;
    const { trigger, trigger_fields } = step;
    if (trigger.type === "polling" || trigger.type === "static_hook") return undefined;
    return { app, trigger, trigger_fields, target_url, in_editor: meta.frontend === true };
  }

  /** Source: the archived documentation, "Optional: Reverse Unsubscribe". */
  #unsubscribedByTheApp(): HookRun {
    this.#live = false;
    return { ...noItems, reply: { status: 200, headers: {} } };
  }

  #turnOffAfter({ outcome }: RunReport): void {
    if (outcome === "turned_off") this.#live = false;
  }

  #mustBeLive(task: string): void {
    if (this.#live) return;
    const { error } = this.#turnedOn ?? {};
    const why = error ? `it could not be turned on: ${error.name}: ${error.message}` : "it is off.";
    throw new Failure(`Failed to ${task}: ${why}`);
  }

  #reason(meta: Meta = {}): Reason {
    return { meta: metaOf({ ...this.#parts.meta, ...meta }), zap: this.#parts.zap };
  }

  #task(what: string): string {
    return `${what} the Zap of ${this.#parts.step.trigger.key}`;
  }
}

/** Assumed: it takes no time worth telling. */
function dedupeStage(items: readonly DedupedItem[], before: readonly Stage[]): DedupeStage {
  const { at = 0, took = 0 } = before.at(-1) ?? {};
  return { kind: "dedupe", at: at + took, took: 0, items };
}

/** Assumed: without an address there is no request, unless a `pre_` method may give one. */
async function manageIfAddressed(call: ManagedCall, on: ActiveRun): Promise<unknown> {
  const { pre } = call.methods;
  return call.request.url === "" && !(pre && on.run.has(pre)) ? undefined : manage(call, on);
}
