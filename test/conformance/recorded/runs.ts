import type { Ended, Platform } from "../../platform/platform.ts";
import { subscriptions_url, type World } from "../../platform/world.ts";
import { DATA_TIME, partOf, statusSince } from "../../portal/index.ts";
import { largeDataset, manyDatasets } from "../../portal/large-data.ts";
import { storage_secret } from "../../portal/storage.ts";

/** What is done on a platform, with its portal, whose one right key is the account's. Returns what it is about. */
export type Perform = (
  given: Pick<World, "portal" | "pipeline" | "connect"> & { readonly platform: Platform },
) => Promise<readonly Ended[]>;

const air = "qualite-de-lair-temps-reel";
const AIR = "da_a1rq7x";

/** Where the hooks of a Zap are to be sent. */
const target_url = "https://hooks.example.com/1/abc";

const poll =
  (trigger: string, trigger_fields: object = {}, meta: object = {}): Perform =>
  async ({ platform }) => [await platform.poll(trigger, { trigger_fields: { ...trigger_fields }, meta })];

const write =
  (action: string, action_fields: object): Perform =>
  async ({ platform }) => [await platform.write(action, { action_fields: { ...action_fields } })];

const search =
  (search: string, search_fields: object): Perform =>
  async ({ platform }) => [await platform.search(search, { search_fields: { ...search_fields } })];

/** A poll after the account was connected in good order, and something happened to the portal. */
const pollAfter =
  (trigger: string, trigger_fields: object, happen: (given: Pick<World, "portal">) => void): Perform =>
  async ({ platform, portal }) => {
    await platform.testAccount();
    happen({ portal });
    return [await platform.poll(trigger, { trigger_fields: { ...trigger_fields } })];
  };

/** What fills the dropdowns without asking for more. */
const dropdowns = [
  ...["themes", "publishers", "languages", "keywords", "catalog_facets", "datasets", "managed_datasets"],
  ...["harvesters", "groups", "extractors"],
];
const fillingDropdowns: { [name: string]: Perform } = Object.fromEntries(
  dropdowns.map((trigger) => [`filling a dropdown with ${trigger}`, poll(trigger, {}, { prefill: true })]),
);

export const runs: { readonly [name: string]: Perform } = {
  "a poll of datasets, and the session before it": poll("new_dataset"),
  "a poll of datasets with fields filled in": poll("new_dataset", {
    search: '"pollution" \\',
    language: "fr",
    publisher: "Nobody & Sons",
  }),
  "samples of datasets": poll("new_dataset", {}, { frontend: true }),
  "a poll of datasets with a key that is not right any more": pollAfter("new_dataset", {}, ({ portal }) =>
    portal.revokeKey(),
  ),
  "a poll of datasets while the portal has a problem": pollAfter("new_dataset", {}, ({ portal }) =>
    portal.break("502"),
  ),
  "a poll of datasets while the portal shows a web page": pollAfter("new_dataset", {}, ({ portal }) =>
    portal.break("html"),
  ),
  "a poll of records": poll("new_record", { dataset: air, order_by: "measured_at" }),
  "a poll of records that fields identify": poll("new_record", {
    dataset: air,
    order_by: "measured_at",
    id_fields: ["station", " no2 "],
    filter: "no2 > 100",
  }),
  "a poll of records with a filter that is wrong": poll("new_record", {
    dataset: "city-budget",
    order_by: "year",
    filter: "amout > 3",
  }),
  "a poll of records of a dataset that is gone": poll("new_record", { dataset: "gone", order_by: "year" }),
  "a poll of records when the quota is used up": pollAfter(
    "new_record",
    { dataset: air, order_by: "measured_at" },
    ({ portal }) => portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" }),
  ),
  ...fillingDropdowns,
  "the next page of a dropdown": poll("datasets", {}, { prefill: true, page: 1 }),
  "filling a dropdown with fields": poll("fields", { dataset: "city-budget" }, { prefill: true }),
  "filling a dropdown with the facets of a dataset": poll(
    "record_facets",
    { dataset: air },
    { prefill: true },
  ),
  "filling a dropdown before its dataset is chosen": poll(
    "fields",
    { dataset: "{{1__dataset_id}}" },
    { prefill: true },
  ),
  "a poll of datasets by a visitor of the portal": async ({ connect }) => {
    const platform = await connect({ auth_fields: { domain: "data.example.com" }, now: DATA_TIME });
    return [await platform.poll("new_dataset")];
  },
  "a poll of updated datasets": poll("updated_dataset", {
    filter: "records_count > 4",
    facets: ["language: fr"],
  }),
  "a poll of attachments": poll("new_attachment", { dataset: "permis-de-construire" }),
  "a poll of a schema": poll("schema_changed", { dataset: "city-budget" }),
  "a poll of sources without data": poll("no_data_from_source", {
    ...{ dataset: air, date: "measured_at", source: "station", minutes: 10 },
  }),
  "a poll of a figure for each station": poll("threshold_reached", {
    ...{ dataset: air, aggregation: "max", field: "no2", group: "station", threshold: 100 },
  }),
  // Without a crossing: engines differ in the order of what is written of one.
  "two polls of a figure that a Zap remembers": async ({ platform, portal }) => {
    const fields = { dataset: "city-budget", aggregation: "count", threshold: 9, storage_secret };
    const zap = await platform.turnOn("threshold_reached", { trigger_fields: fields });
    const budget = portal.datasets.find(({ dataset_id }) => dataset_id === "city-budget");
    budget?.records.push({ year: 2023, chapter: "Roads", amount: 7 });
    return [zap.turnedOn, await zap.poll()];
  },
  "a poll of a Zap whose store has another secret": poll("threshold_reached", {
    ...{ dataset: "city-budget", aggregation: "count", threshold: 5 },
    storage_secret: "another",
  }),
  "a heavy value of a record": async ({ platform, portal }) => {
    const large = largeDataset({ records: 101, bytes: 45_000, fields: 1 });
    large.records.push({ number: 101, text_0: "It is as heavy as the others, as far as the poll knows." });
    portal.datasets.push(large);
    const { items } = await platform.poll("new_record", {
      trigger_fields: { dataset: "large", order_by: "number" },
    });
    const { record } = items[0] as unknown as { record: { text_0: string } };
    return [await platform.hydrate(record.text_0)];
  },
  "a long description of a dataset": async ({ platform, portal }) => {
    const [first, ...others] = [...manyDatasets(1, 2100), ...manyDatasets(70, 60_000)];
    if (first) portal.datasets.splice(0, 6, { ...first, dataset_uid: "da_first" }, ...others.slice(1));
    for (const { metas } of portal.datasets) metas.default.metadata_processed = DATA_TIME;
    const { items } = await platform.poll("new_dataset");
    const { description } = items[0] as unknown as { description: string };
    return [await platform.hydrate(description)];
  },
  "a poll of datasets by change": poll("new_dataset", { event: "changed" }),
  "a poll of records in an area": poll("new_record", {
    dataset: air,
    order_by: "measured_at",
    area: "45.7583, 4.8422, 100m",
    facets: ["station:Port de l'Île"],
  }),
  "a poll of datasets that are not updated": poll("dataset_not_updated", {
    minutes: 15,
    dataset: "city-budget",
  }),
  "a poll of changed values": poll("field_value_changed", {
    ...{ dataset: air, id_fields: ["station"], watched: ["alert", "no2"] },
    ...{ keeps: "history", timestamp: "measured_at" },
  }),
  "a poll of statuses": pollAfter("dataset_status", { datasets: [AIR] }, (given) => {
    managedAir(given).status = statusSince("error", "2024-03-15T11:00:00+00:00");
  }),
  "a poll of harvesters that failed": pollAfter("harvester_error", {}, ({ portal }) => {
    for (const harvester of portal.management.harvesters) {
      harvester.errors = { harvester: "No answer.", resources: { roads: "No title." } };
    }
  }),
  "a poll of feedback": pollAfter("new_feedback", { dataset: AIR }, (given) => {
    managedAir(given).feedbacks.push({
      uid: "df_1",
      record_id: "0a",
      user: { username: "louise.data" },
      comment: "The station has moved.",
      values: { station: { value: "Port", type: "text" } },
      is_archived: false,
      created_at: "2024-03-15T11:00:00+00:00",
    });
  }),
  "samples of hooks": poll("dataset_event", { subscriptions_url }, { frontend: true }),
  "a subscription, a hook with two events, and the end of the subscription": async ({ platform }) => {
    const zap = await platform.turnOn("dataset_event", {
      trigger_fields: { subscriptions_url: `${subscriptions_url}/`, dataset: "city-budget" },
      target_url,
    });
    const hooked = await zap.hook({
      body: [
        { event: "published", dataset_id: "city-budget", at: "2024-03-15T12:00:00Z" },
        { event: "published", dataset_id: "trees", at: "2024-03-15T12:00:00Z" },
      ],
    });
    return [zap.turnedOn, hooked, await zap.turnOff()];
  },
  "a subscription that is refused": async ({ platform, pipeline }) => {
    pipeline.answer = { status: 403, body: { message: "No more subscriptions" } };
    const options = { trigger_fields: { subscriptions_url }, target_url };
    return [(await platform.turnOn("dataset_event", options)).turnedOn];
  },
  "the labels of a record's fields": async ({ platform }) => [
    await platform.customFields({ trigger: "new_record" }, { fields: { dataset: "permis-de-construire" } }),
  ],
  "the labels of a change's fields": async ({ platform }) => [
    await platform.customFields({ trigger: "field_value_changed" }, { fields: { dataset: "city-budget" } }),
  ],
  "the labels of the fields of a dataset that is gone": async ({ platform }) => [
    await platform.customFields({ trigger: "new_record" }, { fields: { dataset: "gone" } }),
  ],
  "publishing metadata": write("publish_metadata", { dataset: "city-budget" }),
  "aborting what is not processed": write("abort_processing", { dataset: AIR }),
  "starting a harvester": write("start_harvester", { harvester: "ha_7r2k1m" }),
  "adding a user to a group": async ({ platform, portal }) => {
    portal.management.users.push({
      ...{ username: "louise", email: "louise@example.com", permissions: [], groups: [] },
    });
    const action_fields = { group: "gr_1", username: "louise" };
    return [await platform.write("add_user_to_group", { action_fields })];
  },
  "adding the address of a file": write("add_resource", {
    ...{ dataset: AIR, title: "a.csv", file_url: "https://example.com/a.csv" },
  }),
  "exporting records": write("export_records", {
    dataset: air,
    format: "csv",
    fields: ["no2"],
    filter: "no2 > 40",
  }),
  "pushing a record": write("push_record", {
    push_url: `https://data.example.com/api/push/1.0/${air}/mesures/push/?pushkey=push-key`,
    values: { station: "Gare" },
  }),
  "the fields of a record to push": async ({ platform }) => [
    await platform.customFields({ action: "push_record" }, { fields: { dataset: air } }),
  ],
  "the labels of a record that is found": async ({ platform }) => [
    await platform.customFields({ search: "find_record" }, { fields: { dataset: air }, result: true }),
  ],
  "publishing a dataset": write("publish_dataset", { dataset: AIR }),
  "unpublishing a dataset": write("unpublish_dataset", { dataset: AIR }),
  "creating a dataset": write("create_dataset", { title: "Tram Stops", keywords: ["tram"] }),
  "changing metadata": async ({ platform }) => {
    const { fields } = await platform.customFields({ action: "update_dataset_metadata" });
    return [
      await platform.write("update_dataset_metadata", {
        action_fields: { dataset: AIR, quality__level: "raw" },
        custom_fields: fields,
      }),
    ];
  },
  "the metadata of a portal": async ({ platform }) => [
    await platform.customFields({ action: "update_dataset_metadata" }),
  ],
  "inviting a user": write("invite_user", { email: "louise@example.com", permissions: ["edit_dataset"] }),
  "finding a dataset": search("find_dataset", { name: "City budget" }),
  "finding no dataset": search("find_dataset", { name: "budget" }),
  "finding no dataset, and creating it": async ({ platform }) => [
    await platform.search("find_dataset", {
      search_fields: { name: "Tram Stops" },
      create: { action_fields: { title: "Tram Stops" } },
    }),
  ],
  "finding a record": search("find_record", { dataset: air, field: "no2", value: "44" }),
  "the test of an account, and its label": async ({ platform }) => [await platform.testAccount()],
  "a file of a dataset": async ({ platform }) => {
    const { items } = await platform.poll("new_dataset", { trigger_fields: { search: "permis" } });
    return [await platform.hydrate((items[0] as unknown as { csv: string }).csv)];
  },
};

function managedAir({ portal }: Pick<World, "portal">) {
  const dataset = portal.datasets.find(({ dataset_uid }) => dataset_uid === AIR);
  if (!dataset) throw new Error("The portal has lost its dataset on the air.");
  return partOf(portal.management, dataset);
}
