import type { SchemaCase } from "../schema-cases.ts";
import { record, self } from "../schema-examples.ts";

const managed = {
  uid: "da_qf2hyt",
  dataset_id: "tram-stops",
  created_at: "2023-01-09T08:00:00+00:00",
  updated_at: "2023-02-09T08:00:00+00:00",
  is_published: true,
  is_restricted: false,
  metadata: { default: { title: { value: "Tram stops" } }, quality: { level: { value: "raw" } } },
};

const status = {
  status: "error",
  previous: "processing",
  next: null,
  since: "2023-02-09T08:00:00+00:00",
  is_published: true,
  message: "The source could not be read.",
  records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
  params: {},
};

const page = (result: object) => ({ total_count: 1, next: null, previous: null, results: [result] });

const feedback = {
  uid: "df_qf2hyt",
  record_id: "95969ddab924fc5db5e39c3fb2a7634f4d7dd51c",
  user: { username: "louise.data" },
  comment: "The stop has moved.",
  values: { name: { value: "Harbour", type: "text" } },
  is_archived: false,
  created_at: "2023-02-09T08:00:00+00:00",
};

const template = {
  name: "quality",
  title: "Data Quality",
  is_active: true,
  type: "extra",
  schema: [
    { name: "level", type: "enum", label: "Level", help_text: null, is_hidden: false, choices: ["raw"] },
  ],
};

const harvester = {
  uid: "ha_7r2k1m",
  type: "ckan",
  name: "Regional portal",
  status: "idle",
  last_started_at: null,
  last_success_at: null,
  has_error: false,
  resource_errors_count: 0,
};

const resource = {
  uid: "re_qf2hyt",
  type: "csvfile",
  title: "stops.csv",
  datasource: { type: "uploaded_file", file: { uid: "stops.csv" } },
  updated_at: "2023-02-09T08:00:00.000+00:00",
};

const group = { uid: "readers", title: "Readers", user_count: 2 };
const user = { username: "louise", email: "louise@example.com" };
const extractor = { type: "csvfile", label: "CSV File", parameters: [] };

const tokens = {
  access_token: "a",
  refresh_token: "r",
  token_type: "Bearer",
  expires_in: 3600,
  scope: "all",
};

/** Those of the Automation API, of OAuth2, and of what the catalog has besides datasets and records. */
export const MANAGEMENT_SCHEMA_CASES: SchemaCase[] = [
  {
    schema: "records-export",
    example: [record],
    anti_examples: [
      { title: "a page", value: { total_count: 1, results: [record] }, path: "", keyword: "type" },
    ],
  },
  {
    schema: "facets-answer",
    example: {
      _links: [self],
      facets: [
        { name: "theme", facets: [{ count: 2, state: "displayed", name: "Transport", value: "Transport" }] },
      ],
    },
    anti_examples: [
      {
        title: "a value that nothing has",
        value: {
          _links: [],
          facets: [{ name: "theme", facets: [{ count: 0, state: "displayed", name: "x", value: "x" }] }],
        },
        path: "/facets/0/facets/0/count",
        keyword: "minimum",
      },
    ],
  },
  {
    schema: "attachments-answer",
    example: {
      _links: [],
      attachments: [
        {
          href: "https://example.org/a",
          metas: { "mime-type": "application/pdf", title: "a.pdf", id: "a_pdf" },
        },
      ],
    },
    anti_examples: [
      { title: "no list", value: { _links: [], attachments: {} }, path: "/attachments", keyword: "type" },
    ],
  },
  {
    schema: "managed-dataset",
    example: managed,
    anti_examples: [
      {
        title: "metadata without their envelope",
        value: { ...managed, metadata: { default: { title: "Tram stops" } } },
        path: "/metadata/default/title",
        keyword: "type",
      },
      {
        title: "no template default",
        value: { ...managed, metadata: {} },
        path: "/metadata",
        keyword: "required",
      },
    ],
  },
  {
    schema: "managed-datasets-answer",
    example: page(managed),
    anti_examples: [
      {
        title: "no count",
        value: { next: null, previous: null, results: [] },
        path: "",
        keyword: "required",
      },
    ],
  },
  {
    schema: "dataset-status",
    example: status,
    anti_examples: [
      {
        title: "a status that is not listed",
        value: { ...status, status: "failed" },
        path: "/status",
        keyword: "enum",
      },
    ],
  },
  {
    schema: "feedbacks-answer",
    example: page(feedback),
    anti_examples: [
      {
        title: "a user as text",
        value: page({ ...feedback, user: "louise.data" }),
        path: "/results/0/user",
        keyword: "type",
      },
    ],
  },
  {
    schema: "templates-answer",
    example: page(template),
    anti_examples: [
      {
        title: "a type that is not listed",
        value: page({ ...template, type: "own" }),
        path: "/results/0/type",
        keyword: "enum",
      },
    ],
  },
  {
    schema: "metadata-value",
    example: { value: ["tram", "stop"] },
    anti_examples: [
      { title: "the bare value", value: "Tram stops", path: "", keyword: "type" },
      {
        title: "an override that is a text",
        value: { value: "Tram stops", remote_value: "Stops", override_remote_value: "yes" },
        path: "/override_remote_value",
        keyword: "type",
      },
    ],
  },
  {
    schema: "harvesters-answer",
    example: page(harvester),
    anti_examples: [
      {
        title: "a negative number of errors",
        value: page({ ...harvester, resource_errors_count: -1 }),
        path: "/results/0/resource_errors_count",
        keyword: "minimum",
      },
    ],
  },
  {
    schema: "harvester-errors",
    example: { harvester: "A fatal error.", resources: { remote: "Could not harvest the dataset." } },
    anti_examples: [
      { title: "a list", value: { harvester: null, resources: [] }, path: "/resources", keyword: "type" },
    ],
  },
  {
    schema: "invitations",
    example: {
      "0": { status_code: "success", data: { username: "louise", email: "louise@example.com" } },
      "1": { status_code: "error", error: { message: "no" } },
    },
    anti_examples: [
      {
        title: "a user by name",
        value: { louise: { status_code: "error" } },
        path: "",
        keyword: "additionalProperties",
      },
    ],
  },
  {
    schema: "groups-answer",
    example: { results: [{ line: "A", riders: 29278 }] },
    anti_examples: [
      {
        title: "a count of all groups",
        value: { total_count: 1, results: [] },
        path: "",
        keyword: "additionalProperties",
      },
    ],
  },
  {
    schema: "catalog-export",
    example: [{ dataset_id: "tram-stops" }],
    anti_examples: [{ title: "a page", value: { results: [] }, path: "", keyword: "type" }],
  },
  {
    schema: "harvester",
    example: harvester,
    anti_examples: [
      {
        title: "a status that is not listed",
        value: { ...harvester, status: "failed" },
        path: "/status",
        keyword: "enum",
      },
    ],
  },
  {
    schema: "user-groups-answer",
    example: page(group),
    anti_examples: [
      {
        title: "the users of a group",
        value: page({ ...group, users: ["louise"] }),
        path: "/results/0",
        keyword: "additionalProperties",
      },
    ],
  },
  {
    schema: "user",
    example: user,
    anti_examples: [{ title: "no email", value: { username: "louise" }, path: "", keyword: "required" }],
  },
  {
    schema: "extractors-answer",
    example: [extractor],
    anti_examples: [{ title: "a page", value: page(extractor), path: "", keyword: "type" }],
  },
  {
    schema: "resource",
    example: resource,
    anti_examples: [
      {
        title: "a datasource as text",
        value: { ...resource, datasource: "https://example.org/stops.csv" },
        path: "/datasource",
        keyword: "type",
      },
    ],
  },
  {
    schema: "dataset-file",
    example: { uid: "stops.csv", filename: "stops.csv", mimetype: "text/csv" },
    anti_examples: [
      { title: "no identifier", value: { filename: "stops.csv" }, path: "", keyword: "required" },
    ],
  },
  {
    schema: "push-answer",
    example: { status: "OK" },
    anti_examples: [{ title: "a refusal", value: { status: "KO" }, path: "/status", keyword: "const" }],
  },
  {
    schema: "detail",
    example: { detail: "ok" },
    anti_examples: [{ title: "nothing", value: {}, path: "", keyword: "required" }],
  },
  {
    schema: "tokens",
    example: tokens,
    anti_examples: [
      {
        title: "another kind of token",
        value: { ...tokens, token_type: "mac" },
        path: "/token_type",
        keyword: "const",
      },
    ],
  },
];
