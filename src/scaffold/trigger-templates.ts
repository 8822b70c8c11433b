import { begun, item, type NewStep, otherThing, type StepTest, type Template, thing } from "./step.ts";
import type { TemplateName } from "./template-names.ts";

const postPoll = `${item}

/** The platform tells items apart by their \`id\`. */
export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  return z.JSON.parse<Item[]>(bundle.response.content);
}`;

const polls = (step: NewStep, options = ""): StepTest => ({
  name: `${step.key} triggers once for each ${step.words.noun.toLowerCase()}`,
  answers: { [`GET ${step.url}`]: [thing, otherThing] },
  lines: [
    `const run = await sim.poll(${JSON.stringify(step.key)}${options});`,
    `expect(run).toTrigger(${list});`,
    `expect(run).toHaveRequested(${JSON.stringify(`GET ${step.url}`)});`,
    "expect(run).not.toHaveProblem();",
  ],
});

const list = `[
    { id: 7, title: "Printer on fire" },
    { id: 6, title: "No toner" },
  ]`;

const polling: Template = (step) => ({
  parts: {
    types: ["PostPoll", "Results", "Trigger", "TriggerMethods"],
    definition: { ...begun(step), url: step.url, fields: [], sample: thing },
    body: postPoll,
    methods: ["post_poll"],
  },
  tests: [polls(step)],
});

const hook: Template = (step) => ({
  parts: {
    types: ["CatchHook", "PostPoll", "Results", "Trigger", "TriggerMethods"],
    definition: {
      ...begun(step),
      type: "rest_hook",
      event: step.key,
      url: step.url,
      fields: [],
      sample: thing,
    },
    body: `${postPoll.replace("/** The platform", "/** The editor polls for samples. The platform")}

/** The API sends one item in each hook. */
export function catch_hook(bundle: CatchHook<typeof trigger>): Results {
  return [z.JSON.parse<Item>(bundle.request.content)];
}`,
    methods: ["post_poll", "catch_hook"],
  },
  tests: [sampled(step), step.hasOwnHooks ? caught(step) : subscribed(step)],
});

/** The editor polls a trigger with hooks, too. */
const sampled = (step: NewStep): StepTest => ({
  ...polls(step, ", { meta: { frontend: true } }"),
  name: `${step.key} gives the editor its samples`,
});

/** From turn on to turn off, with the methods of `hooksText`. */
const subscribed = ({ key, api }: NewStep): StepTest => ({
  name: `${key} triggers by a hook, from turn on to turn off`,
  answers: { [`POST ${api}/hooks`]: { id: 81 }, [`DELETE ${api}/hooks/81`]: {} },
  lines: [
    `const zap = await sim.turnOn(${JSON.stringify(key)});`,
    "expect(zap.turnedOn).toHaveRequested({",
    '  method: "POST",',
    `  body: { url: zap.target_url, event: ${JSON.stringify(key)} },`,
    "});",
    'expect(await zap.hook({ body: { id: 7, title: "Printer on fire" } })).toTrigger([',
    '  { id: 7, title: "Printer on fire" },',
    "]);",
    `expect(await zap.turnOff()).toHaveRequested(${JSON.stringify(`DELETE ${api}/hooks/81`)});`,
  ],
});

const caught = ({ key }: NewStep): StepTest => ({
  name: `${key} triggers by a hook`,
  answers: {},
  lines: [
    `const content = JSON.stringify({ id: 7, title: "Printer on fire" });`,
    `const run = await sim.call("${key}_catch_hook", { request: { content } });`,
    'expect(run).toResultIn([{ id: 7, title: "Printer on fire" }]);',
  ],
});

const customFields: Template = (step) => {
  const made = polling(step);
  const fields = `${step.api}/fields`;
  return {
    parts: {
      types: ["CustomFields", "PostCustomTriggerFields", ...made.parts.types],
      definition: { ...made.parts.definition, custom_fields_url: fields },
      body: `${made.parts.body}

interface ApiField {
  name: string;
  title: string;
}

/** Labels for the keys of the items, as the account has named them. */
export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  return z.JSON.parse<ApiField[]>(bundle.response.content).map(({ name, title }) => ({
    type: "unicode",
    key: name,
    label: title,
  }));
}`,
      methods: ["post_poll", "post_custom_trigger_fields"],
    },
    tests: [
      ...made.tests,
      {
        name: `${step.key} labels the account's own keys`,
        answers: { [`GET ${fields}`]: [{ name: "size", title: "Size of the Fire" }] },
        lines: [
          `const run = await sim.customFields({ trigger: ${JSON.stringify(step.key)} });`,
          'expect(run.fields).toMatchObject([{ key: "size", label: "Size of the Fire" }]);',
        ],
      },
    ],
  };
};

/** By the names that `zapc add trigger --template` takes. */
export const triggerTemplates: { readonly [name in TemplateName<"trigger">]: Template } = {
  polling,
  hook,
  custom_fields: customFields,
};

/** hooks.ts: how a Zap subscribes, for all triggers with hooks. */
export const hooksText = `import type { HookMethods, PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";

/** The API sends its hooks to \`url\`. */
export function pre_subscribe(bundle: PreSubscribe): RequestResult {
  const { request, target_url, event } = bundle;
  request.data = z.JSON.stringify({ url: target_url, event });
  return request;
}

/** To unsubscribe, the id is enough. */
export function post_subscribe(bundle: PostSubscribe): { id: number } {
  const { id } = z.JSON.parse<{ id: number }>(bundle.response.content);
  return { id };
}

export function pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  return { method: "DELETE", url: \`\${bundle.request.url}/\${bundle.subscribe_data.id}\`, data: null };
}

({ pre_subscribe, post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
`;
