import type { Metadata, Step, StepList } from "../../model/definitions.ts";
import { type Change, isSameJson, type PropertyRow, propertyChanges, shown } from "./change.ts";
import { fieldChanges } from "./field-changes.ts";
import { sampleChanges } from "./sample-changes.ts";

/** The lists of steps, and the platform's ids for a step that is gone. */
const lists = {
  triggers: { kind: "trigger", removed: "ZDE503" },
  actions: { kind: "action", removed: "ZDE505" },
  searches: { kind: "search", removed: "ZDE506" },
} as const;

const rows: readonly PropertyRow[] = [
  ...["label", "noun", "help_text", "directions"].map((name) => ({
    name,
    kind: "text" as const,
    id: "step-text",
  })),
  ...["url", "custom_fields_url", "custom_result_fields_url", "resource_url"].map((name) => ({
    name,
    kind: "changed" as const,
    id: "step-request",
  })),
  { name: "important", kind: "text", id: "step-text", absent: false },
  { name: "paging", kind: "changed", id: "step-request", absent: false },
  { name: "search_or_create_label", kind: "text", id: "step-text" },
  {
    name: "event",
    kind: "unknown",
    id: "hook-event",
    hint: "Zaps that are on stay subscribed to the old event until they are turned off and on: keep it, or make sure that the API sends both.",
  },
];

/** A step of both versions. */
export interface KeptStep {
  readonly list: StepList;
  readonly key: string;
  readonly entity: string;
  /** `the trigger "new_ticket"` */
  readonly of: string;
  readonly before: Step;
  readonly after: Step;
}

/** The steps that both versions have. */
export function keptSteps(before: Metadata, after: Metadata): KeptStep[] {
  return (Object.keys(lists) as StepList[]).flatMap((list) =>
    before[list].flatMap((step: Step) => {
      const now = after[list].find(({ key }) => key === step.key);
      if (!now) return [];
      const of = `the ${lists[list].kind} "${step.key}"`;
      return [{ list, key: step.key, entity: `${list}/${step.key}`, of, before: step, after: now }];
    }),
  );
}

/** The changes of the triggers, the actions and the searches. */
export function stepChanges(before: Metadata, after: Metadata): Change[] {
  return [
    ...(Object.keys(lists) as StepList[]).flatMap((list) => [
      ...removedSteps(list, before, after),
      ...addedSteps(list, before, after),
    ]),
    ...keptSteps(before, after).flatMap(keptStep),
  ];
}

function removedSteps(list: StepList, before: Metadata, after: Metadata): Change[] {
  const { kind, removed } = lists[list];
  const added = after[list].filter(({ key }) => !before[list].some((it) => it.key === key));
  return before[list]
    .filter(({ key }) => !after[list].some((it) => it.key === key))
    .map(({ key, label }) => {
      const now = added.find((it) => it.label === label);
      const renamed = now ? `, and "${now.key}" has its label` : "";
      return {
        kind: "break" as const,
        id: removed,
        today: "C001",
        entity: `${list}/${key}`,
        message: `The ${kind} "${key}" was removed${renamed}: Zaps with it stop.`,
        hint: now
          ? `Keep the key "${key}": users see only the label.`
          : "Hide it instead, with `hidden: true`, and add (Legacy) to its label.",
        before: key,
        ...(now && { after: now.key }),
      };
    });
}

function addedSteps(list: StepList, before: Metadata, after: Metadata): Change[] {
  const { kind } = lists[list];
  return after[list]
    .filter(({ key }) => !before[list].some((it) => it.key === key))
    .map(({ key, label }) => ({
      kind: "new" as const,
      id: "step-added",
      entity: `${list}/${key}`,
      message: `There is ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind} "${key}": ${label}.`,
      after: key,
    }));
}

function keptStep(step: KeptStep): Change[] {
  const { before, after, entity, of } = step;
  return [
    ...dataSource(step),
    ...visibility(step),
    ...creation(step),
    ...propertyChanges(rows, [before, after], { entity, of }),
    ...fieldChanges(before.fields, after.fields, { entity, of }),
    ...sampleChanges(before.sample, after.sample, { entity, of }),
  ];
}

function typeOf(step: Step): string | undefined {
  return "type" in step ? step.type : undefined;
}

function searchOf(step: Step): string | undefined {
  return "search_or_create" in step ? step.search_or_create : undefined;
}

function dataSource({ before, after, entity, of }: KeptStep): Change[] {
  const [was, is] = [typeOf(before), typeOf(after)];
  if (was === is) return [];
  return [
    {
      kind: "break",
      id: "ZDE504",
      entity,
      message: `The data source of ${of} was ${was}, and is ${is} now: Zaps that are on go on by the old one.`,
      hint: "Hide it, and add a trigger with another key.",
      before: was,
      after: is,
    },
  ];
}

function visibility({ before, after, entity, of }: KeptStep): Change[] {
  const [was, is] = [before.hidden ?? false, after.hidden ?? false];
  if (was === is) return [];
  const message = is
    ? `Users cannot choose ${of} any more. Zaps with it go on.`
    : `Users can choose ${of} now.`;
  return [{ kind: is ? "changed" : "new", id: "step-hidden", ...(is && { today: "C001" }), entity, message }];
}

function creation({ before, after, entity, of }: KeptStep): Change[] {
  const [was, is] = [searchOf(before), searchOf(after)];
  if (isSameJson(was, is)) return [];
  if (was === undefined)
    return [
      {
        kind: "new",
        id: "search-or-create",
        entity,
        message: `When ${of} finds nothing, it can create with ${shown(is)}.`,
      },
    ];
  return [
    {
      kind: "break",
      id: "search-or-create",
      entity,
      message: `When ${of} finds nothing, it ${is === undefined ? "no longer creates" : `creates with ${shown(is)}, no longer`} with ${shown(was)}: Zaps have filled in the fields of that action.`,
      hint: "Keep the action of `search_or_create`.",
      before: was,
      ...(is !== undefined && { after: is }),
    },
  ];
}
