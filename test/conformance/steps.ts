import type { Platform } from "../platform/platform.ts";
import { keys, type Scenario, type Step } from "./scenario.ts";

/** The address for the hooks of a scenario's Zap. */
const target_url = "https://hooks.zapier.com/hooks/standard/1/";

/** Does a scenario's step. Returns the names that its run gives, without what every run has. */
export async function perform(platform: Platform, scenario: Scenario): Promise<object> {
  const { step = { kind: "poll" } } = scenario;
  const run = (await steps[step.kind](platform, scenario, step as never)) as Ran;
  const { error, created } = run;
  if (error) return { error: { name: error.name, message: error.message }, ...(created && { created }) };
  return Object.fromEntries(outcomes[step.kind].map((name) => [name, run[name]]));
}

interface Ran {
  readonly error?: { readonly name: string; readonly message: string };
  readonly created?: boolean;
  readonly [name: string]: unknown;
}

type Steps = {
  readonly [kind in Step["kind"]]: (
    platform: Platform,
    scenario: Scenario,
    step: Extract<Step, { kind: kind }>,
  ) => Promise<object>;
};

const steps: Steps = {
  poll: (platform, { trigger_fields, meta }) => platform.poll(keys.trigger, { trigger_fields, meta }),
  async hook(platform, { trigger_fields }, { hook }) {
    return (await platform.turnOn(keys.trigger, { trigger_fields })).hook(hook);
  },
  async subscription(platform, { trigger_fields }) {
    const zap = await platform.turnOn(keys.trigger, { trigger_fields, target_url });
    if (zap.turnedOn.error) return zap.turnedOn;
    return { subscribe_data: zap.subscribe_data, ...(await zap.turnOff()) };
  },
  write: (platform, _, { action_fields, custom_fields }) =>
    platform.write(keys.action, { action_fields, custom_fields }),
  search: (platform, _, { search_fields, create }) =>
    platform.search(keys.search, { search_fields, ...(create && { create: { action_fields: create } }) }),
  custom_fields: (platform, _, { of, fields, result }) =>
    platform.customFields(whose[of], { fields, result }),
  async hydration(platform) {
    const polled = await platform.poll(keys.trigger);
    return polled.error ? polled : platform.hydrate((polled.items[0] as { pointer: string }).pointer);
  },
  label: (platform) => platform.testAccount(),
};

const whose = {
  trigger: { trigger: keys.trigger },
  action: { action: keys.action },
  search: { search: keys.search },
} as const;

const outcomes: { readonly [kind in Step["kind"]]: readonly string[] } = {
  poll: ["items"],
  hook: ["items"],
  subscription: ["subscribe_data"],
  write: ["result"],
  search: ["items", "result", "created"],
  custom_fields: ["fields"],
  hydration: ["result"],
  label: ["label"],
};
