import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import type { Portal } from "../call.ts";
import { datasetPage } from "../dataset-item.ts";
import { aggregate, type Dataset, dataset } from "../explore.ts";
import { MOST_EVENTS, remember, remembers, storageField } from "../memory.ts";
import { fieldName } from "../odsql.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { chosenRecords, datasetField, selectionFields } from "../record-fields.ts";
import { knownField, valuesAsText } from "../record-identity.ts";

export const trigger = {
  // zapc-ignore trigger-label -- it is about a value that was there before
  label: "Threshold Reached",
  noun: "Threshold",
  help_text: "Triggers when the average, the sum or another figure of a dataset's records crosses a value.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  fields: [
    datasetField,
    {
      key: "aggregation",
      label: "Figure",
      type: "unicode",
      required: true,
      default: "avg",
      choices: {
        avg: "Average",
        sum: "Sum",
        min: "Smallest value",
        max: "Largest value",
        count: "Number of records",
      },
      help_text: "The figure is calculated from the records that the filter, the facets and the area choose.",
    },
    {
      key: "field",
      label: "Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text: "The field with the numbers. Leave it empty for the number of records.",
    },
    {
      key: "group",
      label: "Group",
      type: "unicode",
      prefill: "fields.id.label",
      help_text: "A field such as the name of a station. Each station then has a figure of its own.",
    },
    {
      key: "direction",
      label: "Direction",
      type: "unicode",
      default: "above",
      choices: { above: "Rises above the threshold", below: "Falls below the threshold" },
      help_text: "The direction in which the figure must cross the threshold.",
    },
    { key: "threshold", label: "Threshold", type: "float", required: true, help_text: "The value to cross." },
    {
      ...storageField,
      help_text:
        "Optional: the secret of your own Storage by Zapier, in which the Zap remembers the side of each figure. Each crossing then triggers once. Without the secret, a figure beyond the threshold triggers once a day (in UTC).",
    },
    ...selectionFields,
  ],
  sample: {
    id: '"Harbour" above 200:2024-03-01T09:00:00.000Z',
    group: "Harbour",
    figure: 203.7,
    threshold: 200,
    crossed_at: "2024-03-01T09:00:00.000Z",
    dataset_id: "air-quality",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

type Bundle = Poll<typeof trigger>;

interface Figure {
  group: unknown;
  figure: number;
  isBeyond: boolean;
}

/** A figure that has crossed the threshold. */
interface Crossing extends Figure {
  crossed_at: string;
}

/** Tells of each group whether its figure is beyond the threshold. */
interface Sides {
  [group: string]: boolean;
}

export function poll(bundle: Bundle): Results {
  const { trigger_fields, meta } = bundle;
  const { direction, threshold } = trigger_fields;
  const portal = pollingPortal(bundle);
  const found = dataset(portal, trigger_fields.dataset);
  const crossings = crossingsOf(bundle, figuresOf(portal, found, trigger_fields));
  const items = crossings.map(({ group, figure, crossed_at }) => ({
    id: `${JSON.stringify(group)} ${direction} ${threshold}:${crossed_at}`,
    group,
    figure,
    threshold,
    crossed_at,
    dataset_id: found.dataset_id,
    url: datasetPage(portal.domain, found.dataset_id),
  }));
  return polled(items, meta);
}

/** A group without numbers has no figure. */
function figuresOf(portal: Portal, found: Dataset, trigger_fields: Bundle["trigger_fields"]): Figure[] {
  const { aggregation, direction, threshold } = trigger_fields;
  const isCount = aggregation === "count";
  const numbers = found.fields.filter((field) => isCount || /^(int|double)$/.test(field.type));
  const number = knownField(trigger_fields.field, numbers, isCount ? "field" : "number field");
  if (!number && !isCount) throw new ErrorException("Choose the field with the numbers.");
  const groups = aggregate(portal, found.dataset_id, {
    ...chosenRecords(trigger_fields, found),
    aggregation: `${aggregation}(${number ? fieldName(number) : "*"})`,
    by: knownField(trigger_fields.group, found.fields, "group"),
  });
  const figures: Figure[] = [];
  for (const { group, value } of groups) {
    if (typeof value !== "number") continue;
    const isBeyond = direction === "above" ? value > threshold : value < threshold;
    figures.push({ group, figure: value, isBeyond });
  }
  return figures;
}

/** The fields that decide whose sides are remembered. */
const inForm = ["dataset", "aggregation", "field", "group", "direction", "threshold"];

/** With a memory, a figure that comes back arms its alert again. Without one, each day does. */
function crossingsOf(bundle: Bundle, figures: Figure[]): Crossing[] {
  const { trigger_fields, meta } = bundle;
  const beyond = figures.filter((figure) => figure.isBeyond);
  const now = new Date().toISOString();
  const { storage_secret } = trigger_fields;
  if (!storage_secret || !remembers(meta)) {
    return beyond.map((figure) => ({ ...figure, crossed_at: now.slice(0, 10) }));
  }
  const sides: Sides = {};
  for (const figure of figures) sides[String(figure.group)] = figure.isBeyond;
  return remember<Sides, Crossing>(bundle, storage_secret, {
    form: valuesAsText(trigger_fields, inForm),
    begin: () => sides,
    compare: (before) => {
      const crossed = beyond.filter((figure) => !before[String(figure.group)]);
      const events = crossed.slice(0, MOST_EVENTS).map((figure) => ({ ...figure, crossed_at: now }));
      // The others are left to the next poll.
      for (const { group } of crossed.slice(MOST_EVENTS)) sides[String(group)] = false;
      return { state: { ...before, ...sides }, events };
    },
  }).events;
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
