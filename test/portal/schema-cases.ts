import { MANAGEMENT_SCHEMA_CASES } from "./automation/schema-cases.ts";
import { dataset, default_metas, field, record, self, without_modified } from "./schema-examples.ts";
import type { SchemaName } from "./schemas.ts";

export interface SchemaCase {
  schema: SchemaName;
  /** Written by hand in the shape of the API's own examples. */
  example: object;
  anti_examples: AntiExample[];
}

interface AntiExample {
  title: string;
  value: unknown;
  /** The place of the one mismatch, as a JSON pointer, and the schema's message. */
  path: string;
  keyword: string;
}

export const SCHEMA_CASES: SchemaCase[] = [
  {
    schema: "dataset",
    example: { ...dataset, _links: [self] },
    anti_examples: [
      {
        title: "metas.default without modified, which may be null but is always there",
        value: { ...dataset, metas: { default: without_modified } },
        path: "/metas/default",
        keyword: "required",
      },
      {
        title: "the date of v1",
        value: { ...dataset, metas: { default: { ...default_metas, modified: "2022-05-03 09:10:11" } } },
        path: "/metas/default/modified",
        keyword: "pattern",
      },
      {
        title: "annotations as the list of v1",
        value: { ...dataset, fields: [{ ...field, annotations: [{ name: "facet" }] }] },
        path: "/fields/0/annotations",
        keyword: "type",
      },
      {
        title: "records inside",
        value: { ...dataset, records: [record] },
        path: "",
        keyword: "additionalProperties",
      },
    ],
  },
  {
    schema: "datasets-answer",
    example: { total_count: 19, results: [dataset] },
    anti_examples: [
      {
        title: "the nhits of v1",
        value: { nhits: 1, total_count: 1, results: [] },
        path: "",
        keyword: "additionalProperties",
      },
      { title: "no results", value: { total_count: 1 }, path: "", keyword: "required" },
      {
        title: "a dataset in the wrapper of v2.0",
        value: { total_count: 1, results: [{ ...dataset, dataset }] },
        path: "/results/0",
        keyword: "additionalProperties",
      },
    ],
  },
  {
    schema: "selected-dataset",
    example: { dataset_id: "tram-stops", title: "Tram stops" },
    anti_examples: [{ title: "a list", value: ["tram-stops"], path: "", keyword: "type" }],
  },
  {
    schema: "selected-datasets-answer",
    example: { total_count: 19, results: [{ name: "tram-stops" }] },
    anti_examples: [
      {
        title: "a negative count",
        value: { total_count: -1, results: [] },
        path: "/total_count",
        keyword: "minimum",
      },
    ],
  },
  {
    schema: "record",
    example: {
      ...record,
      _id: "0a".repeat(20),
      _timestamp: "2022-05-02T08:00:00+00:00",
      _size: 90,
      _links: [self],
    },
    anti_examples: [
      { title: "an id that is a number", value: { ...record, _id: 7 }, path: "/_id", keyword: "type" },
      {
        title: "a link without its relation",
        value: { ...record, _links: [{ href: self.href }] },
        path: "/_links/0",
        keyword: "required",
      },
      {
        title: "a relation that is not listed",
        value: { ...record, _links: [{ ...self, rel: "datasets" }] },
        path: "/_links/0/rel",
        keyword: "enum",
      },
    ],
  },
  {
    schema: "records-answer",
    example: { total_count: 137611, results: [record, { ...record, stop_name: "L'Île" }] },
    anti_examples: [
      {
        title: "a record in a list",
        value: { total_count: 1, results: [[record]] },
        path: "/results/0",
        keyword: "type",
      },
      {
        title: "more records than a page has",
        value: { total_count: 101, results: Array.from({ length: 101 }, () => record) },
        path: "/results",
        keyword: "maxItems",
      },
    ],
  },
  {
    schema: "error",
    example: {
      message: "ODSQL query is malformed: invalid_function() Clause(s) containing the error(s): select.",
      error_code: "ODSQLError",
    },
    anti_examples: [
      { title: "no message", value: { error_code: "ODSQLError" }, path: "", keyword: "required" },
      {
        title: "an empty message",
        value: { message: "", error_code: "x" },
        path: "/message",
        keyword: "minLength",
      },
    ],
  },
  {
    schema: "quota-error",
    example: {
      errorcode: 10002,
      reset_time: "2021-01-26T00:00:00Z",
      limit_time_unit: "day",
      call_limit: 10000,
      error: "Too many requests on the domain. Please contact the domain administrator.",
    },
    anti_examples: [
      {
        title: "a time to reset that is a number",
        value: {
          errorcode: 10002,
          reset_time: 60,
          limit_time_unit: "day",
          call_limit: 10000,
          error: "Too many",
        },
        path: "/reset_time",
        keyword: "type",
      },
    ],
  },
  ...MANAGEMENT_SCHEMA_CASES,
];
