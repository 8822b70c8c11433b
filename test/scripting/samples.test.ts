import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Metadata } from "../../src/model/definitions.ts";
import { news } from "./over-days/alerts.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const { triggers, actions, searches }: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));

/** With what each trigger gives an item. */
const fields: { readonly [trigger: string]: object } = {
  dataset_event: { subscriptions_url: "https://pipeline.example.com/subscriptions" },
  dataset_not_updated: { minutes: 15, dataset: "permis-de-construire" },
  dataset_status: { datasets: ["da_a1rq7x"] },
  field_value_changed: {
    ...{ dataset: "qualite-de-lair-temps-reel", id_fields: ["station"], watched: ["no2"] },
    ...{ keeps: "history", timestamp: "measured_at" },
  },
  fields: { dataset: "city-budget" },
  new_dataset: { search: "permis" },
  new_feedback: { dataset: "da_a1rq7x" },
  new_record: { dataset: "city-budget", order_by: "year" },
};

/** `{id: 7, tags: ["a"]}` -> `{id: "number", tags: ["string"]}`. What a dataset's publisher decides on is open. */
function shapeOf(value: unknown, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((entry) => shapeOf(entry, open));
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, open.includes(key) ? "open" : shapeOf(entry, open)]),
  );
}

const openKeys = ["record", "value", "old_value", "changed_at"];

test.each(triggers.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of its items",
  async ({ key, sample }) => {
    for (const happen of [news.status, news.harvest, news.feedback])
      happen(held, "2024-03-15T11:00:00+00:00");
    const simulator = await held.connect();
    const { items, error } = await simulator.poll(key, {
      trigger_fields: { ...fields[key] },
      meta: { frontend: true },
    });
    expect(error).toBeUndefined();
    expect(shapeOf(items[0], openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);

/** With what each action and search gives a result. */
const stepFields: { readonly [step: string]: object } = {
  create_dataset: { title: "Tram Stops" },
  invite_user: { email: "louise@example.com" },
  publish_dataset: { dataset: "da_bu6g3t" },
  unpublish_dataset: { dataset: "da_bu6g3t" },
  update_dataset_metadata: { dataset: "da_bu6g3t" },
  find_dataset: { name: "City budget" },
  find_record: { dataset: "city-budget" },
};

test.each(actions.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of its result",
  async ({ key, sample }) => {
    const simulator = await held.connect();
    const { result, error } = await simulator.write(key, { action_fields: { ...stepFields[key] } });
    expect(error).toBeUndefined();
    expect(shapeOf(result, openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);

test.each(searches.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of what it finds",
  async ({ key, sample }) => {
    const simulator = await held.connect();
    const { result, error } = await simulator.search(key, { search_fields: { ...stepFields[key] } });
    expect(error).toBeUndefined();
    expect(shapeOf(result, openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);
