import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Metadata } from "../../src/model/definitions.ts";
import { partOf, statusSince } from "../portal/index.ts";
import { news } from "./over-days/alerts.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const { triggers, actions, searches }: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));

/** The fields with which each trigger gives an item. */
const fields: { readonly [trigger: string]: object } = {
  dataset_event: { subscriptions_url: "https://pipeline.example.com/subscriptions" },
  dataset_not_updated: { minutes: 15, dataset: "permis-de-construire" },
  dataset_status: { datasets: ["da_a1rq7x"] },
  field_value_changed: {
    ...{ dataset: "qualite-de-lair-temps-reel", id_fields: ["station"], watched: ["no2"] },
    ...{ keeps: "history", timestamp: "measured_at" },
  },
  fields: { dataset: "city-budget" },
  record_facets: { dataset: "qualite-de-lair-temps-reel" },
  new_dataset: { search: "permis" },
  new_feedback: { dataset: "da_a1rq7x" },
  new_record: { dataset: "city-budget", order_by: "year" },
  no_data_from_source: {
    ...{ dataset: "qualite-de-lair-temps-reel", date: "measured_at", source: "station" },
    minutes: 1,
  },
  schema_changed: { dataset: "city-budget" },
  threshold_reached: {
    ...{ dataset: "qualite-de-lair-temps-reel", aggregation: "max", field: "no2", group: "station" },
    threshold: 10,
  },
  updated_dataset: { search: "permis" },
};

/** A dataset about which its publisher has said all there is to say. */
const described = {
  theme: ["Logement"],
  license: "Open Licence v2.0",
  license_url: "https://example.com/open-licence",
  references: "https://example.com/permits",
  attributions: ["Town Hall"],
  territory: ["Rochebrune"],
  federated: true,
  source_domain: "region",
  source_domain_title: "Regional Portal",
  source_domain_address: "region.example.com",
  source_dataset: "permits",
  modified: "2024-03-15T09:00:00+00:00",
};

/** `{id: 7, tags: ["a"]}` -> `{id: "number", tags: ["string"]}`. The publisher's own keys are open. */
function shapeOf(value: unknown, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((entry) => shapeOf(entry, open));
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, open.includes(key) ? "open" : shapeOf(entry, open)]),
  );
}

const openKeys = ["record", "value", "old_value", "changed_at", "added", "removed", "retyped"];

test.each(triggers.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of its items",
  async ({ key, sample }) => {
    for (const happen of [news.status, news.harvest, news.feedback])
      happen(held, "2024-03-15T11:00:00+00:00");
    Object.assign(held.dataset("permis-de-construire").metas.default, described);
    const simulator = await held.platform();
    const { items, error } = await simulator.poll(key, {
      trigger_fields: { ...fields[key] },
      meta: { frontend: true },
    });
    expect(error).toBeUndefined();
    expect(shapeOf(items[0], openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);

/** The fields with which each action and search gives a result. */
const stepFields: { readonly [step: string]: object } = {
  abort_processing: { dataset: "da_a1rq7x" },
  add_resource: { dataset: "da_bu6g3t", title: "budget.csv", file_url: "https://example.com/budget.csv" },
  add_user_to_group: { group: "gr_1", username: "louise" },
  create_dataset: { title: "Tram Stops" },
  export_records: { dataset: "city-budget" },
  invite_user: { email: "jean@example.com" },
  publish_dataset: { dataset: "da_bu6g3t" },
  publish_metadata: { dataset: "da_bu6g3t" },
  push_record: {
    push_url:
      "https://data.example.com/api/push/1.0/qualite-de-lair-temps-reel/mesures/push/?pushkey=push-key",
    values: { station: "Gare" },
  },
  start_harvester: { harvester: "ha_7r2k1m" },
  unpublish_dataset: { dataset: "da_bu6g3t" },
  update_dataset_metadata: { dataset: "da_bu6g3t" },
  find_dataset: { name: "City budget" },
  find_record: { dataset: "city-budget", field: "year", value: "2022" },
};

function withUserAndProcessing({ portal, dataset }: typeof held): void {
  portal.management.users.push({
    ...{ username: "louise", email: "louise@example.com" },
    ...{ permissions: [], groups: [] },
  });
  const part = partOf(portal.management, dataset("qualite-de-lair-temps-reel"));
  part.status = statusSince("processing", "2024-03-15T11:00:00+00:00");
}

test.each(actions.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of its result",
  async ({ key, sample }) => {
    withUserAndProcessing(held);
    const simulator = await held.platform();
    const { result, error } = await simulator.write(key, { action_fields: { ...stepFields[key] } });
    expect(error).toBeUndefined();
    expect(shapeOf(result, openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);

test.each(searches.map(({ key, sample }) => ({ key, sample })))(
  "the sample of $key has the shape of what it finds",
  async ({ key, sample }) => {
    const simulator = await held.platform();
    const { result, error } = await simulator.search(key, { search_fields: { ...stepFields[key] } });
    expect(error).toBeUndefined();
    expect(shapeOf(result, openKeys)).toEqual(shapeOf(sample, openKeys));
  },
);
