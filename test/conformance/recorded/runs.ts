import type { Perform } from "./record.ts";

const air = "qualite-de-lair-temps-reel";

/** What is recorded, by its name. Every method of dist/zap.js is called in one of them. */
export const runs: { readonly [name: string]: Perform } = {
  "a poll of datasets, and the session before it": ({ simulator }) => simulator.poll("new_dataset"),
  // ES5 leaves the order of an object's keys open; mujs goes by name: language, publisher, theme.
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
  "a connection's label": ({ simulator }) =>
    simulator.call("get_connection_label", {
      auth_fields: { domain: "data.example.com", authorization: "Apikey secret-key" },
      test_result: { id: "da_bu6g3t" },
      zap: { id: 0 },
    }),
};
