import type { Simulator } from "zapc/simulator";
import { withLineItems } from "../../src/simulator/fields/line-items.ts";
import { cleanedRequest, rawRequest } from "../../src/simulator/hooks/received-hook.ts";
import type { RunnerScenario } from "./runner.ts";
import { keys, metadataOf, type Scenario, type Step } from "./scenario.ts";

/** Where the hooks of a scenario's Zap are to be sent. */
const target_url = "https://hooks.zapier.com/hooks/standard/1/";

/** What the simulator gives for a step: the names of its runs, without what every run has. */
export async function onSimulator(sim: Simulator, scenario: Scenario): Promise<object> {
  const { step = { kind: "poll" }, trigger_fields, meta } = scenario;
  switch (step.kind) {
    case "poll":
      return sim.poll(keys.trigger, { trigger_fields, meta });
    case "hook":
      return (await sim.turnOn(keys.trigger, { trigger_fields })).hook(step.hook);
    case "subscription":
      return subscription(sim, scenario);
    case "write":
      return sim.write(keys.action, { action_fields: step.action_fields });
    case "search":
      return sim.search(keys.search, { search_fields: step.search_fields });
    case "custom_fields":
      return sim.customFields(whose[step.of], { fields: step.fields, result: step.result });
    case "hydration": {
      const { items, error } = await sim.poll(keys.trigger);
      return error ? { error } : sim.hydrate((items[0] as { pointer: string }).pointer);
    }
    case "label":
      return sim.testAccount();
  }
}

const whose = {
  trigger: { trigger: keys.trigger },
  action: { action: keys.action },
  search: { search: keys.search },
} as const;

async function subscription(sim: Simulator, { trigger_fields }: Scenario): Promise<object> {
  const zap = await sim.turnOn(keys.trigger, { trigger_fields, target_url });
  if (zap.turnedOn.error) return { error: zap.turnedOn.error };
  const { subscribe_data } = zap;
  const { error } = await zap.turnOff();
  return error ? { error } : { subscribe_data };
}

/** The same for runner-steps.mjs, with what the platform around the runner does of it. */
export function runnerStep(scenario: Scenario): RunnerScenario["step"] {
  const { step = { kind: "poll" }, trigger_fields = {} } = scenario;
  return { ...step, ...given(step, scenario), trigger_fields };
}

function given(step: Step, scenario: Scenario): object {
  if (step.kind === "hook") {
    const raw = rawRequest(step.hook);
    return { rawRequest: raw, cleanedRequest: cleanedRequest(raw) };
  }
  if (step.kind === "subscription") return { targetUrl: target_url };
  if (step.kind === "write") {
    const { fields = [] } = metadataOf(scenario, "HOST").actions[0] ?? {};
    return { action_fields: withLineItems(step.action_fields ?? {}, fields) };
  }
  if (step.kind === "search")
    return {
      search_fields: step.search_fields ?? {},
      has_resource:
        scenario.search?.resource_url !== undefined || scenario.zap.includes("find_read_resource"),
    };
  if (step.kind === "custom_fields") return { fields: step.fields ?? {} };
  return {};
}

/** Of what a run gives, what belongs to its step. */
export function outcomeOf(step: Step | undefined, run: { readonly [name: string]: unknown }): object {
  const names = outcomes[step?.kind ?? "poll"];
  return Object.fromEntries(names.map((name) => [name, run[name]]));
}

const outcomes: { readonly [kind in Step["kind"]]: readonly string[] } = {
  poll: ["items"],
  hook: ["items"],
  subscription: ["subscribe_data"],
  write: ["result"],
  search: ["items", "result"],
  custom_fields: ["fields"],
  hydration: ["result"],
  label: ["label"],
};
