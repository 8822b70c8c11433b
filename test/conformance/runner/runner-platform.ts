import type {
  AuthorizeOptions,
  CustomFieldsOptions,
  PollOptions,
  Redirect,
  RunOptions,
  SearchOptions,
  StepRef,
  TurnOnOptions,
  WriteOptions,
} from "zapc/simulator";
import { inputFields } from "../../../src/export/fields.ts";
import type { Json } from "../../../src/model/bundles/shared.ts";
import type { Field, Metadata, Search } from "../../../src/model/definitions.ts";
import type { ActionStep } from "../../../src/simulator/steps/action.ts";
import { readPointer } from "../../../src/simulator/steps/hydrate.ts";
import {
  actionStep,
  customFieldsOf,
  filledSoFar,
  type StepReadOptions,
  searchStep,
  triggerStep,
} from "../../../src/simulator/steps/read-step.ts";
import type { Ended, Platform } from "../../platform/platform.ts";
import { type Execute, RunnerAccount } from "./account.ts";
import type { FileStore } from "./file-store.ts";
import { failed, RunnerError } from "./run-error.ts";
import { runnerMeta } from "./runner-meta.ts";
import type { Answer, Call } from "./runner-process.ts";
import { RunnerZap } from "./runner-zap.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly auth_fields: { readonly [key: string]: unknown };
  readonly now?: string;
  readonly call: (call: Call) => Promise<Answer>;
  readonly store: FileStore;
}

type Items = readonly Json[];
type Item = { readonly [key: string]: Json };

/** The runner, and what the platform does around it. */
export class RunnerPlatform implements Platform {
  readonly #parts: Parts;
  readonly #account: RunnerAccount;
  #now: string | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#account = new RunnerAccount(parts.metadata.app.auth, parts.auth_fields);
    this.#now = parts.now;
  }

  at(time: string): void {
    this.#now = time;
  }

  async poll(trigger: string, options: PollOptions = {}) {
    const {
      trigger: { type },
      trigger_fields,
    } = triggerStep(trigger, options, this.#reading);
    const perform = `triggers.${trigger}.operation.${type === "polling" ? "perform" : "performList"}`;
    const { frontend, test_poll } = options.meta ?? {};
    const { result = [], ...ended } = await this.#run(options, async (execute) => {
      const found = await execute(perform, { inputData: trigger_fields });
      // A test of the account gives the item itself.
      return (test_poll ? [found] : found) as Items;
    });
    // Source: docs/platform.md, "Polling and deduplication": the editor shows three samples.
    return { ...ended, items: frontend ? result.slice(0, 3) : [...result] };
  }

  async turnOn(trigger: string, options: TurnOnOptions = {}) {
    const step = triggerStep(trigger, options, this.#reading);
    const zap = new RunnerZap({
      step,
      app: this.#parts.metadata.app,
      target_url: options.target_url ?? "https://hooks.zapier.com/hooks/standard/1/",
      poll: (meta) => this.poll(trigger, { ...options, meta: { ...options.meta, ...meta } }),
      run: (work) => this.#run(options, work),
    });
    await zap.turnOn();
    return zap;
  }

  async write(action: string, options: WriteOptions = {}) {
    const step = actionStep(action, options, this.#reading);
    return this.#run(options, (execute) => written(step, execute));
  }

  async search(key: string, options: SearchOptions = {}) {
    const { search, search_fields, create } = searchStep(key, options, this.#reading);
    let created = false;
    const { result, ...ended } = await this.#run(options, async (execute) => {
      const items = (await execute(`searches.${key}.operation.perform`, {
        inputData: search_fields,
      })) as Items;
      let [found] = items as readonly Item[];
      if (found === undefined && create) {
        found = await written(create, execute);
        created = true;
      }
      return { items, found: found && (await read(search, found, execute)) };
    });
    const { items = [], found } = result ?? {};
    const outcome = result && !found ? "stopped" : ended.outcome;
    return { ...ended, outcome, created, items: [...items], ...(found && { result: found }) };
  }

  async customFields(whose: StepRef, { fields = {}, result, ...options }: CustomFieldsOptions = {}) {
    const [kind = "", key] = Object.entries(whose)[0] ?? [];
    const places: { readonly [kind: string]: string } = {
      trigger: "triggers",
      action: "creates",
      search: "searches",
    };
    const which = kind === "trigger" || result ? "outputFields" : "inputFields";
    const declared =
      which === "inputFields"
        ? inputFields(customFieldsOf(whose, false, this.#reading).step.fields as readonly Field[])
        : [];
    const filled = filledSoFar(customFieldsOf(whose, result === true, this.#reading), fields, this.#reading);
    const { result: found = [], ...ended } = await this.#run(options, (execute) =>
      execute(`${places[kind]}.${key}.operation.${which}`, { inputData: filled }),
    );
    // The fields that are declared stand before those that the runner has found.
    return { ...ended, fields: (found as { key: string }[]).slice(declared.length) };
  }

  async hydrate(pointer: string, options: RunOptions = {}) {
    const { type, bundle: inputData } = readPointer(pointer);
    const hydrator = `hydrators.${type === "file" ? "legacyFileHydrator" : "legacyMethodHydrator"}`;
    const { result, ...ended } = await this.#run(options, (execute) => execute(hydrator, { inputData }));
    if (type === "method" || ended.error) return { ...ended, result };
    return { ...ended, file: this.#parts.store.file(String(result)) };
  }

  async authorizeUrl(start: AuthorizeOptions = {}) {
    const { result, ...ended } = await this.#run({}, (execute) =>
      this.#account.authorizeUrl({ ...start }, execute),
    );
    return { ...ended, ...(result !== undefined && { url: result }) };
  }

  async connect(redirect: Redirect = {}) {
    const { result: _, ...ended } = await this.#run({}, (execute) =>
      this.#account.exchange(redirect, execute),
    );
    return ended;
  }

  async testAccount() {
    const meta = { test_poll: true };
    const { app, methods } = this.#parts.metadata;
    const { result, ...ended } = await this.#run({ meta }, async (execute) => {
      const inputData = (await execute(`triggers.${app.test_trigger}.operation.perform`)) as object;
      if (!methods.includes("get_connection_label")) return undefined;
      return execute("authentication.connectionLabel", { inputData });
    });
    return { ...ended, valid: !ended.error, ...(typeof result === "string" && { label: result }) };
  }

  /** The runner's process goes on. */
  async close(): Promise<void> {}

  get #reading(): StepReadOptions {
    const now = this.#now === undefined ? new Date() : new Date(this.#now);
    return {
      metadata: this.#parts.metadata,
      task: "run",
      clock: { now, timezone: "UTC" },
      runtime: "converted",
    };
  }

  async #run<T>(
    options: RunOptions,
    work: (execute: Execute) => Promise<T>,
  ): Promise<Ended & { result?: T }> {
    const { metadata, call } = this.#parts;
    const account = this.#account;
    const now = this.#now === undefined ? undefined : Date.parse(this.#now);
    let outcome: Ended["outcome"] = "succeeded";
    const once: Execute = async (method, more) => {
      const bundle = { authData: account.fields, inputData: {}, meta: runnerMeta(options), ...more };
      const answer = await call({ method, bundle, now });
      if ("error" in answer) throw new RunnerError(answer.error);
      return answer.results;
    };
    const execute = account.repeating(once, () => {
      outcome = "refreshed";
    });
    try {
      await account.connectOnce(once);
      const result = await work(execute);
      return { outcome, result };
    } catch (error) {
      if (!(error instanceof RunnerError)) throw error;
      return failed(error, { auth: metadata.app.auth, fields: this.#parts.auth_fields });
    }
  }
}

async function written({ action, action_fields, raw }: ActionStep, execute: Execute): Promise<Item> {
  const given = { inputData: action_fields, inputDataRaw: raw };
  return (await execute(`creates.${action.key}.operation.perform`, given)) as Item;
}

/** The match, completed by its resource if there is one. */
async function read({ key, resource_url, methods }: Search, found: Item, execute: Execute): Promise<Item> {
  if (resource_url === undefined && !methods.includes("read_resource")) return found;
  return (await execute(`searches.${key}.operation.performGet`, { inputData: found })) as Item;
}
