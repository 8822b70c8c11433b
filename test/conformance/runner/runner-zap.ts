import type { Hook, Run } from "zapc/simulator";
import type { Meta } from "../../../src/model/bundles/shared.ts";
import type { App } from "../../../src/model/definitions.ts";
import { cleanedRequest, rawRequest } from "../../../src/simulator/hooks/received-hook.ts";
import type { TriggerStep } from "../../../src/simulator/steps/trigger.ts";
import { SeenItems } from "../../../src/simulator/zap/seen-items.ts";
import type { Ended, PlatformZap } from "../../platform/platform.ts";
import type { Execute } from "./account.ts";

type Items = Run["items"];

interface Parts {
  readonly step: TriggerStep;
  readonly app: App;
  readonly target_url: string;
  readonly poll: (meta: Meta) => Promise<Ended & Pick<Run, "items">>;
  readonly run: <T>(work: (execute: Execute) => Promise<T>) => Promise<Ended & { result?: T }>;
}

/** A Zap on the runner. The platform keeps what it has seen and what it has subscribed to. */
export class RunnerZap implements PlatformZap {
  readonly #parts: Parts;
  readonly #seen = new SeenItems();
  #turnedOn: Ended = { outcome: "succeeded" };
  #live = false;
  #subscribe_data: unknown;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get live(): boolean {
    return this.#live;
  }

  get turnedOn(): Ended {
    return this.#turnedOn;
  }

  get subscribe_data(): unknown {
    return this.#subscribe_data;
  }

  async turnOn(): Promise<void> {
    const { step, poll } = this.#parts;
    if (step.trigger.type === "polling") {
      const { items, ...ended } = await poll({ first_poll: true });
      this.#seen.add(items);
      this.#turnedOn = ended;
    } else {
      const { result, ...ended } = await this.#hooked("performSubscribe");
      this.#subscribe_data = result;
      this.#turnedOn = ended;
    }
    this.#live = !this.#turnedOn.error;
  }

  async poll() {
    this.#mustBeLive();
    const { items, ...ended } = await this.#parts.poll({});
    this.#turnOffAfter(ended);
    return { ...ended, items: this.#seen.add(items).fresh };
  }

  async hook(hook: Hook) {
    this.#mustBeLive();
    const { run, step } = this.#parts;
    const request = rawRequest(hook);
    const { result = [], ...ended } = await run((execute) =>
      execute(`triggers.${step.trigger.key}.operation.perform`, {
        inputData: step.trigger_fields,
        rawRequest: request,
        cleanedRequest: cleanedRequest(request),
      }),
    );
    this.#turnOffAfter(ended);
    return { ...ended, items: result as Items };
  }

  async turnOff(): Promise<Ended> {
    this.#mustBeLive();
    this.#live = false;
    if (this.#parts.step.trigger.type === "polling") return { outcome: "succeeded" };
    const { result: _, ...ended } = await this.#hooked("performUnsubscribe");
    return ended;
  }

  async #hooked(what: "performSubscribe" | "performUnsubscribe"): Promise<Ended & { result?: unknown }> {
    const { app, run, step, target_url } = this.#parts;
    const url = what === "performSubscribe" ? app.subscribe_url : app.unsubscribe_url;
    if (url === undefined || step.trigger.type === "static_hook") return { outcome: "succeeded" };
    return run((execute) =>
      execute(`triggers.${step.trigger.key}.operation.${what}`, {
        inputData: step.trigger_fields,
        targetUrl: target_url,
        subscribeData: this.#subscribe_data,
      }),
    );
  }

  #turnOffAfter({ outcome }: Ended): void {
    if (outcome === "turned_off") this.#live = false;
  }

  #mustBeLive(): void {
    if (!this.#live) throw new Error(`The Zap of ${this.#parts.step.trigger.key} is off.`);
  }
}
