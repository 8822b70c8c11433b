import type { Metadata } from "../../model/definitions.ts";
import { appChanges } from "./app-changes.ts";
import { type Change, type ChangeKind, isSameJson } from "./change.ts";
import { formOf, keyChanges, keysIn } from "./sample-changes.ts";
import { type MethodChange, methodChanges } from "./script-changes.ts";
import { type KeptStep, keptSteps, stepChanges } from "./step-changes.ts";

/** One version of an integration. */
export interface Version {
  /** The side as the user gave it: `dist`, `v1.2.0`. */
  readonly name: string;
  readonly metadata: Metadata;
  /** Absent where there is only the metadata. */
  readonly script?: string;
}

/** Compares the results of a step from the same recording, by both versions. */
export type Compare = (step: KeptStep) => Promise<ComparedItems | undefined>;

/** The items of both versions, or why they cannot be compared. */
export type ComparedItems =
  | { readonly before: readonly unknown[]; readonly after: readonly unknown[] }
  | { readonly why: string };

/** The differences between two versions. */
export interface DiffReport {
  /** True if nothing breaks live Zaps. */
  readonly ok: boolean;
  readonly old: string;
  readonly new: string;
  /** The gravest first. */
  readonly changes: readonly Change[];
  /** The methods of the script that differ; undefined where the scripts were not compared. */
  readonly methods?: readonly MethodChange[];
  /** The parts that were not compared, and why. */
  readonly unchecked: readonly string[];
}

export const kindOrder: readonly ChangeKind[] = ["break", "unknown", "changed", "new", "text"];

/** Compares two versions: the changes that break live Zaps, are unknown, work in another way, are new, or change only texts. */
export async function diff(
  before: Version,
  after: Version,
  compare: Compare = async () => undefined,
): Promise<DiffReport> {
  const { methods, why } = scriptsOf(before, after);
  const steps = keptSteps(before.metadata, after.metadata);
  const results = (await Promise.all(steps.map((step) => resultChanges(step, methods, compare)))).flat();
  const changes = [
    ...appChanges(before.metadata.app, after.metadata.app),
    ...stepChanges(before.metadata, after.metadata),
    ...results,
  ].sort((one, other) => kindOrder.indexOf(one.kind) - kindOrder.indexOf(other.kind));
  return {
    ok: !changes.some(({ kind }) => kind === "break"),
    old: before.name,
    new: after.name,
    changes: changes.filter((change, index) => changes.findIndex((it) => isSameJson(it, change)) === index),
    ...(methods && { methods }),
    unchecked: why === undefined ? [] : [why],
  };
}

function scriptsOf(before: Version, after: Version): { methods?: MethodChange[]; why?: string } {
  const hash = before.metadata.script;
  if (hash !== undefined && hash === after.metadata.script) return { methods: [] };
  const without = [before, after].filter(({ script }) => script === undefined).map(({ name }) => name);
  if (without.length > 0)
    return { why: `The scripts were not compared: ${without.join(" and ")} has no zap.js.` };
  const methods = methodChanges(before.script as string, after.script as string);
  if (methods) return { methods };
  return before.script === after.script
    ? { methods: [] }
    : { why: "The scripts differ, and their methods cannot be told apart." };
}

/** Tells whether the items of a step keep their ids and keys: by a recording, else by the samples, else unknown. */
async function resultChanges(
  step: KeptStep,
  methods: readonly MethodChange[] | undefined,
  compare: Compare,
): Promise<Change[]> {
  const { before, after, entity, of, key } = step;
  const isPolled = "type" in after && after.type === "polling";
  const compared = await compare(step);
  if (compared && "before" in compared) return recordedChanges(step, compared);
  const [was, is] = [before.sample?.id, after.sample?.id];
  if (isPolled && was !== undefined && is !== undefined && formOf(was) !== formOf(is))
    return [
      {
        kind: "break",
        id: "dedupe-id",
        entity,
        message: `The \`id\` in the sample of ${of} has another form: items that Zaps have seen trigger once more.`,
        hint: "Keep the ids of items.",
        before: was,
        after: is,
      },
    ];
  const touched =
    methods?.filter(({ method }) => resultMethods.some((it) => method === `${key}_${it}`)) ?? [];
  const isAsked = before.url !== after.url;
  if (!compared && touched.length === 0 && !isAsked && methods) return [];
  const why = compared?.why ?? whyUnknown(touched, { isAsked, isCompared: methods !== undefined });
  return [
    {
      kind: "unknown",
      id: isPolled ? "dedupe-id" : "sample-key",
      entity,
      message: `It is unknown whether ${isPolled ? `the items of ${of} keep their ids and keys` : `the result of ${of} keeps its keys`}: ${why}.`,
      hint: compared
        ? "Record it again, with the old version."
        : "Compare what both versions return from a recording: `--recordings DIR`.",
    },
  ];
}

/** The methods that make or ask for what a step returns. */
const resultMethods = [
  ...["pre_poll", "post_poll", "poll", "catch_hook", "pre_hook", "post_hook"],
  ...["pre_write", "post_write", "write", "pre_search", "post_search", "search"],
  ...["pre_read_resource", "post_read_resource", "read_resource"],
];

function whyUnknown(
  touched: readonly MethodChange[],
  { isAsked, isCompared }: { isAsked: boolean; isCompared: boolean },
): string {
  if (!isCompared) return "the scripts were not compared";
  const names = touched.map(({ method }) => method).join(", ");
  return [
    touched.length > 0 && `${names} ${touched.length === 1 ? "differs" : "differ"}`,
    isAsked && "its `url` is another",
  ]
    .filter(Boolean)
    .join(", and ");
}

function recordedChanges(
  { entity, of, after }: KeptStep,
  { before: was, after: is }: { readonly before: readonly unknown[]; readonly after: readonly unknown[] },
): Change[] {
  const ids = (items: readonly unknown[]) => items.map((item) => String(Object(item).id));
  const isPolled = "type" in after && after.type === "polling";
  const others = ids(is).filter((id) => !ids(was).includes(id));
  const dedupe: Change[] =
    isPolled && others.length > 0
      ? [
          {
            kind: "break",
            id: "dedupe-id",
            entity,
            message: `From the same recording, ${of} gives items with other ids: items that Zaps have seen trigger once more.`,
            hint: "Keep the ids of items.",
            before: ids(was),
            after: ids(is),
          },
        ]
      : [];
  const all = (items: readonly unknown[]) => new Map(items.flatMap((item) => [...keysIn(item)]));
  return [...dedupe, ...keyChanges(all(was), all(is), { entity, of: `what ${of} gives from the recording` })];
}
