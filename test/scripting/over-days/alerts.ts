import { partOf, statusSince } from "../../portal/index.ts";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";

const AIR = "qualite-de-lair-temps-reel";
const PERMITS = "permis-de-construire";
const AIR_UID = "da_a1rq7x";
const PERMITS_UID = "da_p3rm1t";

/** The events on a portal, each kind at a time. */
export const news = {
  /** The draft is published. */
  dataset(held: Held, time: string): void {
    held.portal.datasets.push(...held.portal.management.drafts.splice(0));
    publish(held, "city-budget", time);
  },
  change(held: Held, time: string): void {
    held.dataset(AIR).metas.default.modified = time;
    publish(held, AIR, time);
  },
  record(held: Held, time: string): void {
    const filed_on = time.slice(0, 10);
    held
      .dataset(PERMITS)
      .records.push({ permit_number: "PC 099 24 00077", status: "En instruction", filed_on });
  },
  value(held: Held): void {
    Object.assign(held.dataset(PERMITS).records[0] ?? {}, { status: "Accordé" });
  },
  reading(held: Held, time: string): void {
    held.dataset(AIR).records.push({ station: "Gare", measured_at: time, no2: 12 });
  },
  field(held: Held): void {
    const [first] = held.dataset(PERMITS).fields;
    if (first) held.dataset(PERMITS).fields.push({ ...first, name: "architect", annotations: {} });
  },
  attachment(held: Held, time: string): void {
    const plan = {
      id: "plan_pdf",
      title: "plan.pdf",
      mimetype: "application/pdf",
      url: "odsfile://plan.pdf",
    };
    held.dataset(PERMITS).attachments.push(plan);
    publish(held, PERMITS, time);
  },
  standstill(held: Held, time: string): void {
    held.dataset(AIR).metas.default.data_processed = time;
  },
  status(held: Held, time: string): void {
    partOf(held.portal.management, held.dataset(AIR)).status = statusSince("error", time, {
      previous: "processing",
      message: "The source could not be read.",
      records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
    });
  },
  harvest(held: Held, time: string): void {
    for (const harvester of held.portal.management.harvesters) {
      Object.assign(harvester, {
        last_started_at: time,
        errors: { harvester: "No answer.", resources: { roads: "No title." } },
      });
    }
  },
  feedback(held: Held, time: string): void {
    partOf(held.portal.management, held.dataset(AIR)).feedbacks.push({
      uid: "df_1",
      record_id: "0a",
      user: { username: "louise.data" },
      comment: "The station has moved.",
      values: { station: { value: "Port", type: "text" } },
      is_archived: false,
      created_at: time,
    });
  },
};

/** The portal before `news.dataset`: one dataset is a draft. */
export function withDraft({ portal, dataset }: Held): void {
  const { datasets, management } = portal;
  management.drafts.push(...datasets.splice(datasets.indexOf(dataset("city-budget")), 1));
}

/** Publishes a dataset with all of its data, as a portal does. */
export function publish(held: Held, dataset_id: string, time: string): void {
  Object.assign(held.dataset(dataset_id).metas.default, { metadata_processed: time, data_processed: time });
}

const schemaWithArchitect = `${PERMITS_UID}:9f37142cb3e597397f8c0d5a45382ee7`;

/** Each polling trigger that people use, with the news that it is for and the alert that these give at a time. */
export const alerts: readonly {
  name: string;
  trigger: string;
  trigger_fields: object;
  happens: keyof typeof news;
  /** By when it happened, and when a poll found it. */
  gives: (time: string, found_at: string) => string;
  /** The alerts an hour after all is published anew. */
  republished?: (time: string) => string;
}[] = [
  {
    name: "new_dataset",
    trigger: "new_dataset",
    trigger_fields: {},
    happens: "dataset",
    gives: () => "da_bu6g3t",
  },
  {
    name: "new_dataset by change",
    trigger: "new_dataset",
    trigger_fields: { event: "changed", search: "pollution" },
    happens: "change",
    gives: (time) => `${AIR_UID}@${time}`,
  },
  {
    name: "new_record",
    trigger: "new_record",
    trigger_fields: { dataset: PERMITS, order_by: "filed_on" },
    happens: "record",
    gives: () => '["PC 099 24 00077"]',
  },
  {
    name: "new_record with a storage secret",
    trigger: "new_record",
    trigger_fields: { dataset: PERMITS, order_by: "filed_on", storage_secret },
    happens: "record",
    gives: () => '["PC 099 24 00077"]',
  },
  {
    name: "updated_dataset",
    trigger: "updated_dataset",
    trigger_fields: { search: "pollution" },
    happens: "change",
    gives: (time) => `${AIR_UID}@${time}`,
  },
  {
    name: "new_attachment",
    trigger: "new_attachment",
    trigger_fields: {},
    happens: "attachment",
    gives: () => `${PERMITS_UID}:plan_pdf`,
  },
  {
    name: "schema_changed",
    trigger: "schema_changed",
    trigger_fields: { dataset: PERMITS },
    happens: "field",
    gives: () => schemaWithArchitect,
  },
  {
    name: "schema_changed with a storage secret",
    trigger: "schema_changed",
    trigger_fields: { dataset: PERMITS, storage_secret },
    happens: "field",
    gives: (_, found_at) => `${schemaWithArchitect}:${found_at}`,
  },
  {
    name: "threshold_reached",
    trigger: "threshold_reached",
    trigger_fields: { dataset: PERMITS, aggregation: "count", threshold: 4 },
    happens: "record",
    gives: (_, found_at) => `"all" above 4:${found_at.slice(0, 10)}`,
  },
  {
    name: "threshold_reached with a storage secret",
    trigger: "threshold_reached",
    trigger_fields: { dataset: PERMITS, aggregation: "count", threshold: 4, storage_secret },
    happens: "record",
    gives: (_, found_at) => `"all" above 4:${found_at}`,
  },
  {
    name: "no_data_from_source",
    trigger: "no_data_from_source",
    trigger_fields: {
      ...{ dataset: AIR, date: "measured_at", source: "station", minutes: 20 },
      facets: ["station:Gare"],
    },
    happens: "reading",
    gives: (time) => `"Gare":${time}`,
  },
  {
    name: "dataset_not_updated",
    trigger: "dataset_not_updated",
    trigger_fields: { minutes: 20, dataset: AIR },
    happens: "standstill",
    gives: (time) => `${AIR_UID}:${time}`,
    // An update arms it again.
    republished: (time) => `${AIR_UID}:${time}`,
  },
  {
    name: "field_value_changed",
    trigger: "field_value_changed",
    trigger_fields: { dataset: PERMITS, watched: ["status"] },
    happens: "value",
    gives: () => '["PC 099 24 00012"]:["Accordé"]',
  },
  {
    name: "field_value_changed with a storage secret",
    trigger: "field_value_changed",
    trigger_fields: { dataset: PERMITS, watched: ["status"], storage_secret },
    happens: "value",
    gives: (_, found_at) => `["PC 099 24 00012"]:["Accordé"]:${found_at}`,
  },
  {
    name: "dataset_status",
    trigger: "dataset_status",
    trigger_fields: { datasets: [AIR_UID] },
    happens: "status",
    gives: (time) => `${AIR_UID}:error:${time}`,
  },
  {
    name: "harvester_error",
    trigger: "harvester_error",
    trigger_fields: {},
    happens: "harvest",
    gives: (time) => `ha_7r2k1m:${time}`,
  },
  {
    name: "new_feedback",
    trigger: "new_feedback",
    trigger_fields: { dataset: AIR_UID },
    happens: "feedback",
    gives: () => "df_1",
  },
];
