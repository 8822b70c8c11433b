/*
 * The parts of bundles, as the platform hands them over for a portal's API: an account with a session, the requests it
 * prepares and sends, and an answer.
 */
export const authFields = {
  domain: "data.example.com",
  api_key: "a1b2c3",
  authorization: "Apikey a1b2c3",
};

export const zap = {
  id: 4711,
  name: "Post new datasets",
  live: true,
  link: "https://zapier.com/app/editor/4711",
  user: { timezone: "Europe/Paris" },
};

/** The members of every bundle of a connected account. */
export const account = { auth_fields: authFields, zap };

export const meta = {
  frontend: false,
  prefill: false,
  hydrate: true,
  limit: -1,
  test_poll: false,
  standard_poll: true,
  first_poll: false,
  page: 0,
};

const headers = {
  Accept: "application/json",
  "Content-Type": "application/json; charset=utf-8",
  Authorization: "Apikey a1b2c3",
};

export const urlRaw = "https://{{domain}}/api/explore/v2.1/catalog/datasets";

/** A prepared GET. */
export const get = {
  url: "https://data.example.com/api/explore/v2.1/catalog/datasets",
  method: "GET",
  headers,
  params: {},
  data: null,
};

/** The same GET, after a `pre_` method. */
export const sentGet = {
  ...get,
  params: { limit: 100, order_by: "modified desc", refine: ["theme:Culture", "language:fr"] },
};

/** A GET for custom fields that the method sends where it likes. */
export const getAnywhere = { ...get, url: "" };

/** A prepared POST. */
export const post = {
  url: "https://data.example.com/api/automation/v1.0/datasets/",
  method: "POST",
  headers,
  params: {},
  data: '{"dataset_id":"air-quality","is_restricted":true}',
};

export const dataset = {
  id: "da_5m8ykr",
  dataset_id: "air-quality",
  title: "Air Quality",
  theme: ["Environment"],
  records_count: 1280,
  modified: null,
};

export const response = {
  status_code: 200,
  headers: { "content-type": "application/json; charset=utf-8", "x-ratelimit-remaining": "9998" },
  content: JSON.stringify({ total_count: 1, results: [dataset] }),
};

/** A file of a request. */
export const file = ["stations.csv", "https://zapier.com/engine/hydrate/1/2/", "text/csv"];

/** A custom field. */
export const customField = { type: "unicode", key: "station", label: "Station" };
