import { partOf, statusSince } from "../../portal/index.ts";
import type { Perform } from "./record.ts";

const air = "qualite-de-lair-temps-reel";
const AIR = "da_a1rq7x";

/** What fills the dropdowns, and the account's test: each is polled as it is. */
const hidden = ["themes", "publishers", "languages", "datasets", "managed_datasets", "portal"];
const polledAsTheyAre: { [name: string]: Perform } = Object.fromEntries(
  hidden.map((trigger) => [`a poll of ${trigger}`, ({ simulator }) => simulator.poll(trigger)]),
);

const poll =
  (trigger: string, trigger_fields: object): Perform =>
  ({ simulator }) =>
    simulator.poll(trigger, { trigger_fields: { ...trigger_fields } });

const write =
  (action: string, action_fields: object): Perform =>
  ({ simulator }) =>
    simulator.write(action, { action_fields: { ...action_fields } });

/** A subscription to the hooks of a pipeline, as the platform handles it. */
const subscription = {
  auth_fields: { domain: "data.example.com", authorization: "Apikey secret-key" },
  event: "dataset",
  target_url: "https://hooks.example.com/1/abc",
  trigger_fields: {
    subscriptions_url: "https://pipeline.example.com/subscriptions/",
    dataset: "city-budget",
  },
  zap: { id: 1 },
};
const sent = {
  method: "POST",
  url: "https://pipeline.example.com/subscriptions",
  headers: { "Content-Type": "application/json" },
  params: {},
  data: "{}",
};

export const runs: { readonly [name: string]: Perform } = {
  "a poll of datasets, and the session before it": ({ simulator }) => simulator.poll("new_dataset"),
  "a poll of datasets with fields filled in": ({ simulator }) =>
    simulator.poll("new_dataset", {
      trigger_fields: {
        search: '"pollution" \\',
        language: "fr",
        publisher: "Nobody & Sons",
      },
    }),
  "samples of datasets": ({ simulator }) => simulator.poll("new_dataset", { meta: { frontend: true } }),
  "a poll of datasets with a key that is not right any more": async ({ simulator, portal }) => {
    await simulator.poll("new_dataset");
    portal.revokeKey();
    return simulator.poll("new_dataset");
  },
  "a poll of datasets while the portal has a problem": async ({ simulator, portal }) => {
    await simulator.poll("new_dataset");
    portal.break("502");
    return simulator.poll("new_dataset");
  },
  "a poll of records": ({ simulator }) =>
    simulator.poll("new_record", { trigger_fields: { dataset: air, order_by: "measured_at" } }),
  "a poll of records that fields identify": ({ simulator }) =>
    simulator.poll("new_record", {
      trigger_fields: {
        dataset: air,
        order_by: "measured_at",
        id_fields: ["station", " no2 "],
        filter: "no2 > 100",
      },
    }),
  "a poll of records with a filter that is wrong": ({ simulator }) =>
    simulator.poll("new_record", {
      trigger_fields: { dataset: "city-budget", order_by: "year", filter: "amout > 3" },
    }),
  "a poll of records of a dataset that is gone": ({ simulator }) =>
    simulator.poll("new_record", { trigger_fields: { dataset: "gone", order_by: "year" } }),
  "a poll of records when the quota is used up": async ({ simulator, portal }) => {
    await simulator.poll("new_dataset");
    portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
    return simulator.poll("new_record", { trigger_fields: { dataset: air, order_by: "measured_at" } });
  },
  ...polledAsTheyAre,
  "a poll of a dataset's fields": poll("fields", { dataset: "city-budget" }),
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
  "a poll of statuses": ({ simulator, portal }) => {
    const dataset = portal.datasets.find(({ dataset_uid }) => dataset_uid === AIR);
    if (dataset)
      partOf(portal.management, dataset).status = statusSince("error", "2024-03-15T11:00:00+00:00");
    return simulator.poll("dataset_status", { trigger_fields: { datasets: [AIR] } });
  },
  "a poll of harvesters that failed": ({ simulator, portal }) => {
    for (const harvester of portal.management.harvesters) {
      harvester.errors = { harvester: "No answer.", resources: { roads: "No title." } };
    }
    return simulator.poll("harvester_error");
  },
  "a poll of feedback": ({ simulator, portal }) => {
    const dataset = portal.datasets.find(({ dataset_uid }) => dataset_uid === AIR);
    if (dataset) {
      partOf(portal.management, dataset).feedbacks.push({
        uid: "df_1",
        record_id: "0a",
        user: { username: "louise.data" },
        comment: "The station has moved.",
        values: { station: { value: "Port", type: "text" } },
        is_archived: false,
        created_at: "2024-03-15T11:00:00+00:00",
      });
    }
    return simulator.poll("new_feedback", { trigger_fields: { dataset: AIR } });
  },
  "samples of hooks": ({ simulator }) =>
    simulator.poll("dataset_event", {
      trigger_fields: { subscriptions_url: subscription.trigger_fields.subscriptions_url },
      meta: { frontend: true },
    }),
  "a hook with two events": ({ simulator }) =>
    simulator.call("dataset_event_catch_hook", {
      auth_fields: subscription.auth_fields,
      trigger_fields: subscription.trigger_fields,
      request: { method: "POST", headers: {}, querystring: "", content: "[]" },
      cleaned_request: [
        { event: "published", dataset_id: "city-budget", at: "2024-03-15T12:00:00Z" },
        { event: "published", dataset_id: "trees", at: "2024-03-15T12:00:00Z" },
      ],
      zap: { id: 1 },
    }),
  "a subscription": ({ simulator }) => simulator.call("pre_subscribe", { ...subscription, request: sent }),
  "the answer to a subscription": ({ simulator }) =>
    simulator.call("post_subscribe", {
      ...subscription,
      request: sent,
      response: { status_code: 201, headers: {}, content: '{"id": 81}' },
    }),
  "the end of a subscription": ({ simulator }) =>
    simulator.call("pre_unsubscribe", { ...subscription, request: sent, subscribe_data: { id: "81" } }),
  "the labels of a record's fields": ({ simulator }) =>
    simulator.customFields({ trigger: "new_record" }, { fields: { dataset: "permis-de-construire" } }),
  "the labels of a change's fields": ({ simulator }) =>
    simulator.customFields({ trigger: "field_value_changed" }, { fields: { dataset: "city-budget" } }),
  "publishing a dataset": write("publish_dataset", { dataset: AIR }),
  "unpublishing a dataset": write("unpublish_dataset", { dataset: AIR }),
  "creating a dataset": write("create_dataset", { title: "Tram Stops", keywords: ["tram"] }),
  "changing metadata": async ({ simulator }) => {
    const { fields } = await simulator.customFields({ action: "update_dataset_metadata" });
    return simulator.write("update_dataset_metadata", {
      action_fields: { dataset: AIR, quality__level: "raw" },
      custom_fields: fields,
    });
  },
  "the metadata of a portal": ({ simulator }) =>
    simulator.customFields({ action: "update_dataset_metadata" }),
  "inviting a user": write("invite_user", { email: "louise@example.com", permissions: ["edit_dataset"] }),
  "finding a dataset": ({ simulator }) =>
    simulator.search("find_dataset", { search_fields: { name: "City budget" } }),
  "finding a record": ({ simulator }) =>
    simulator.search("find_record", { search_fields: { dataset: air, field: "no2", value: "44" } }),
  "a connection's label": ({ simulator }) =>
    simulator.call("get_connection_label", {
      auth_fields: { domain: "data.example.com", authorization: "Apikey secret-key" },
      test_result: { id: "da_bu6g3t" },
      zap: { id: 0 },
    }),
};
