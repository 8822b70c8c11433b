import { session } from "./authentication.ts";
import { customField, dataset, get, meta, post, response } from "./pieces.ts";

/** The message for data with one fault. */
interface MessageExample {
  readonly schema: string;
  readonly data: unknown;
  /** The name of the data as a whole in messages. */
  readonly root?: string;
  readonly path: string;
  readonly message: string;
}

const poll = {
  auth_fields: {},
  zap: { id: 0 },
  trigger_fields: {},
  request: get,
  url_raw: "https://{{domain}}/",
  meta,
};
const { url_raw: _, ...pollWithoutUrl } = poll;
const { type: __, ...authWithoutType } = session;

const ofBundles: readonly MessageExample[] = [
  {
    schema: "pre-poll-bundle",
    data: pollWithoutUrl,
    path: "",
    message: 'The bundle has no "url_raw". The trigger\'s URL before its variables were rendered.',
  },
  {
    schema: "pre-poll-bundle",
    data: { ...poll, url_raw: 5 },
    path: "/url_raw",
    message: '"url_raw" of the bundle is 5, and must be a string.',
  },
  {
    schema: "pre-poll-bundle",
    data: { ...poll, response },
    path: "/response",
    message:
      'The bundle has an unknown property "response". There are: auth_fields, zap, trigger_fields, request, url_raw, meta.',
  },
  {
    schema: "pre-poll-bundle",
    data: { ...poll, request: { ...get, data: "{}" } },
    path: "/request/data",
    message: '"data" of /request is "{}", and must be null.',
  },
  {
    schema: "pre-poll-bundle",
    data: { ...poll, request: { ...get, method: "get" } },
    path: "/request/method",
    message: '"method" of /request is "get", and must be "GET", "POST", "PATCH", "PUT" or "DELETE".',
  },
  {
    schema: "pre-poll-bundle",
    data: { ...poll, request: { ...get, auth: ["jane", 5] } },
    path: "/request/auth/1",
    message: "/request/auth/1 is 5, and must be a string.",
  },
  {
    schema: "prepared-write",
    root: "the request",
    data: { ...post, files: { stations: ["stations.csv"] } },
    path: "/files/stations",
    message:
      '"stations" of /files has 1 item, and must have at least 3. A file to send: its name if it has one, the URL that streams it or its content, its MIME type if it is known.',
  },
  {
    schema: "meta",
    data: { "a/b": 1 },
    path: "/a~1b",
    message:
      'The meta has an unknown property "a/b". There are: frontend, prefill, filter, hydrate, limit, test_poll, standard_poll, first_poll, page.',
  },
];

const ofResults: readonly MessageExample[] = [
  {
    schema: "results",
    root: "the result of new_dataset_poll",
    data: undefined,
    path: "",
    message: "The result of new_dataset_poll is undefined, and must be an array.",
  },
  {
    schema: "results",
    data: [dataset, { title: "Noise" }],
    path: "/1",
    message:
      '/1 has no "id". The value that tells items apart. An item whose id was seen before triggers nothing.',
  },
  {
    schema: "hook-results",
    data: [dataset, "air-quality"],
    path: "/1",
    message: '/1 is "air-quality", and must be an object.',
  },
  {
    schema: "request-result",
    data: { params: { refine: { theme: "Culture" } } },
    path: "/params/refine",
    message:
      '"refine" of /params is {"theme":"Culture"}, which is not allowed. A value of the query string or of a form. An array becomes a repeated name. The platform leaves out null and absent values.',
  },
  {
    schema: "write-request-result",
    data: { ...post, heders: {} },
    path: "/heders",
    message:
      'The result has an unknown property "heders". There are: url, method, auth, headers, params, data, files.',
  },
  {
    schema: "write-request-result",
    data: { data: { title: "Air Quality" } },
    path: "",
    message:
      'The result is {"data":{"title":"Air Quality"}}, which is not allowed. The request of an action, whole or in part. An object as `data` is sent form-encoded, so it needs the content type of a form. JSON is returned as text.',
  },
  {
    schema: "form-headers",
    data: { "Content-Type": "application/json" },
    path: "/Content-Type",
    message:
      '"Content-Type" of the headers is "application/json", and must be "application/x-www-form-urlencoded".',
  },
  {
    schema: "custom-fields",
    root: "the result",
    data: Array(1001).fill(customField),
    path: "",
    message:
      "The result has 1001 items, and must have at most 1000. The fields, in the order in which they are shown.",
  },
  {
    schema: "session-info",
    data: { expires: Number.NaN },
    path: "/expires",
    message: '"expires" of the info is NaN, which is not allowed. A value that JSON can hold.',
  },
];

const ofDefinitions: readonly MessageExample[] = [
  {
    schema: "auth",
    data: { ...session, type: "magic" },
    path: "/type",
    message:
      '"type" of the auth is "magic", and must be "none", "basic", "digest", "api_key", "session", "oauth1", "oauth2" or "oauth2_refresh".',
  },
  {
    schema: "auth",
    data: authWithoutType,
    path: "",
    message:
      'The auth has no "type". Which of the alternatives it is: none, basic, digest, api_key, session, oauth1, oauth2, oauth2_refresh.',
  },
  {
    schema: "auth",
    data: { ...session, placement: "body" },
    path: "/placement",
    message: '"placement" of the auth is "body", and must be "header", "querystring" or "both".',
  },
  {
    schema: "field",
    data: { key: "theme", label: "", type: "unicode" },
    path: "/label",
    message: '"label" of the field is empty. The name that the user reads above the input.',
  },
  {
    schema: "field",
    data: { key: "theme", label: "Theme", type: "unicode", choices: {} },
    path: "/choices",
    message:
      '"choices" of the field is empty. The values of a static dropdown, each with the label that the user reads.',
  },
  {
    schema: "key",
    data: "new-dataset",
    path: "",
    message:
      'The key is "new-dataset", and must match ^[A-Za-z][A-Za-z0-9_]+$. A name in scripting and in `{{variables}}`: at least two characters, a letter first, then letters, digits or underscores.',
  },
];

/** The messages of `validate`, whole. */
export const messageExamples: readonly MessageExample[] = [...ofBundles, ...ofResults, ...ofDefinitions];
