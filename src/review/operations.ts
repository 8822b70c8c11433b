import { keysIn } from "../metadata/diff/sample-changes.ts";
import type { Metadata, Step, StepList } from "../model/definitions.ts";
import { fieldForms } from "./fields.ts";
import { type Flow, flowsOf } from "./flows.ts";
import { type Form, type FormEntry, rowsOf, ticked } from "./form.ts";

/** A trigger, an action or a search, as it is reviewed. */
export interface ReviewedOperation {
  /** `triggers/new_ticket` */
  readonly entity: string;
  readonly key: string;
  readonly label: string;
  /** The labels beside its name: `Polling`, `Hidden`. */
  readonly marks: readonly string[];
  readonly options: Form;
  readonly fields: readonly Form[];
  /** To be entered as the sample result; undefined where there is none. */
  readonly sample: Form | undefined;
  /** The sample as users see it: `owner__name` and its value. */
  readonly sampled: readonly (readonly [label: string, value: string])[];
  readonly flows: readonly Flow[];
  /** The names in `Zap` of its methods. */
  readonly methods: readonly string[];
}

/** The properties of every kind of step. */
type StepProperties = { readonly [name in StepProperty]?: unknown } & Pick<Step, "key" | "label">;
type StepProperty = Step extends infer Each ? (Each extends Step ? keyof Each : never) : never;

const text = (name: StepProperty) => (step: StepProperties) => step[name] as string | undefined;
const box = (name: StepProperty) => (step: StepProperties) => ticked(step[name] as boolean | undefined);

const names: readonly FormEntry<StepProperties>[] = [
  { name: "Name", value: text("label") },
  { name: "Noun", value: text("noun") },
  { name: "Key", value: text("key") },
  { name: "Help Text", value: text("help_text") },
];
const boxes: readonly FormEntry<StepProperties>[] = [
  { name: "Hide", value: box("hidden"), isChoice: true },
  { name: "Important", value: box("important"), isChoice: true },
];

/** The types of triggers, as the builder calls them. Source: the archived documentation, "Triggers". */
const dataSources: { readonly [type in Metadata["triggers"][number]["type"]]: string } = {
  polling: "Polling",
  static_hook: "Static Webhook",
  rest_hook: "REST Hook",
  notification_hook: "Notification REST Hook",
};

// Source: the archived documentation, "Trigger Options", "Action Options", "Search Options".
const options: { readonly [list in StepList]: readonly FormEntry<StepProperties>[] } = {
  triggers: [
    ...names,
    ...boxes,
    { name: "Paging", value: box("paging"), isChoice: true },
    {
      name: "Data Source",
      value: ({ type }) => dataSources[type as keyof typeof dataSources],
      isChoice: true,
    },
    { name: "Polling URL", value: text("url") },
    { name: "Event Name", value: text("event") },
    { name: "Static Webhook Directions", value: text("directions") },
    { name: "Custom Trigger Result Fields URL", value: text("custom_fields_url") },
  ],
  actions: [
    ...names,
    { name: "Action Endpoint URL", value: text("url") },
    { name: "Custom Action Fields URL", value: text("custom_fields_url") },
    { name: "Custom Action Result Fields URL", value: text("custom_result_fields_url") },
    ...boxes,
  ],
  searches: [
    ...names,
    ...boxes,
    { name: "Search Endpoint", value: text("url") },
    { name: "Custom Search Fields URL", value: text("custom_fields_url") },
    { name: "Custom Search Result Fields URL", value: text("custom_result_fields_url") },
    { name: "Resource URL", value: text("resource_url") },
    { name: "Search or Create: Action", value: text("search_or_create"), isChoice: true },
    { name: "Search or Create: Label", value: text("search_or_create_label") },
  ],
};

export const lists: readonly StepList[] = ["triggers", "actions", "searches"];

/** Reads the operation that a step of a list is. */
export function operationOf(list: StepList, step: Step, isTestTrigger: boolean): ReviewedOperation {
  const { key, label, fields, sample, methods } = step;
  return {
    entity: `${list}/${key}`,
    key,
    label,
    marks: marksOf(step, isTestTrigger),
    options: { name: "options", title: "Options", rows: rowsOf(options[list], step) },
    fields: fieldForms(fields),
    sample: sample && {
      name: "sample",
      title: "Sample Result",
      rows: [{ name: "Sample Result", value: JSON.stringify(sample, null, 2) }],
    },
    sampled: sample ? [...keysIn(sample)].map(([name, value]) => [name, shownValue(value)] as const) : [],
    flows: flowsOf(list, step),
    methods: methods.map((method) => `${key}_${method}`),
  };
}

function marksOf(step: Step, isTestTrigger: boolean): string[] {
  const { hidden, important } = step;
  return [
    ...("type" in step ? [dataSources[step.type]] : []),
    ...(isTestTrigger ? ["Test trigger"] : []),
    ...(hidden ? ["Hidden"] : []),
    ...(important ? ["Important"] : []),
  ];
}

/** A list of plain values as users see it, with commas; other values that are not texts as JSON. */
function shownValue(value: unknown): string {
  if (typeof value === "string") return value;
  const isPlain = Array.isArray(value) && value.every((it) => typeof it !== "object");
  return isPlain ? value.join(",") : JSON.stringify(value);
}
