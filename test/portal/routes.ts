import { catalogTable } from "./catalog-table.ts";
import type { PortalDataset } from "./dataset.ts";
import { forbidden, notFound, unknownDataset } from "./errors.ts";
import { countFacets } from "./facets.ts";
import { API_PATH, datasetLinks, pageLinks, recordLinks } from "./links.ts";
import { aggregated, isAggregation } from "./odsql/aggregate.ts";
import { type ParameterName, type Parameters, type Query, readParameters } from "./parameters.ts";
import { filter, runQuery, selection } from "./query.ts";
import { APP_METAS, recordTable } from "./record-table.ts";
import type { SchemaName } from "./schemas.ts";
import type { Row, Table, Values } from "./table.ts";

/** JSON, whose shape is checked. */
export interface JsonAnswer {
  status: number;
  /** The schema that the body must have. */
  schema: SchemaName;
  body: object;
}

/** A file. */
export interface FileAnswer {
  status: 200;
  type: string;
  content: string;
}

export type Answer = JsonAnswer | FileAnswer;

/** A request that reached a route. */
export interface Call {
  url: URL;
  datasets: PortalDataset[];
  parameters: Parameters;
  now: Date;
  /** The dataset_id of the path, where it has one. */
  dataset_id: string;
  /** The rest of the path: a record's id, a format, an attachment's id. */
  part: string;
}

interface Route {
  path: RegExp;
  parameters: readonly ParameterName[];
  answer: (call: Call) => Answer;
}

// Source: explore-v2.1, the parameters of getDataset, getDatasets and getRecords.
const OF_ONE = ["select", "lang", "timezone", "include_links", "include_app_metas"] as const;
const OF_MANY = [...OF_ONE, "where", "order_by", "limit", "offset", "refine", "exclude", "group_by"] as const;

const OF_CATALOG_EXPORTS = [
  ...["select", "where", "order_by", "limit_export", "offset", "refine", "exclude"],
  ...["lang", "timezone", "group_by"],
] as readonly ParameterName[];
const OF_FACETS = ["facet", "where", "refine", "exclude", "lang", "timezone"] as const;
const OF_EXPORTS = [
  ...["select", "where", "order_by", "limit_export", "refine", "exclude"],
  ...["lang", "timezone", "use_labels", "group_by"],
] as readonly ParameterName[];

const ROUTES: Route[] = [
  { path: /^\/catalog\/datasets$/u, parameters: OF_MANY, answer: listDatasets },
  { path: /^\/catalog\/datasets\/([^/]+)$/u, parameters: OF_ONE, answer: showDataset },
  { path: /^\/catalog\/datasets\/([^/]+)\/records$/u, parameters: OF_MANY, answer: listRecords },
  { path: /^\/catalog\/datasets\/([^/]+)\/records\/([^/]+)$/u, parameters: OF_ONE, answer: showRecord },
  {
    path: /^\/catalog\/datasets\/([^/]+)\/exports\/([^/]+)$/u,
    parameters: OF_EXPORTS,
    answer: exportRecords,
  },
  { path: /^\/catalog\/datasets\/([^/]+)\/facets$/u, parameters: OF_FACETS, answer: listRecordFacets },
  { path: /^\/catalog\/datasets\/([^/]+)\/attachments$/u, parameters: [], answer: listAttachments },
  { path: /^\/catalog\/datasets\/([^/]+)\/attachments\/([^/]+)$/u, parameters: [], answer: showAttachment },
  { path: /^\/catalog\/facets$/u, parameters: OF_FACETS, answer: listCatalogFacets },
  // Its one segment, the format, is taken for a dataset_id.
  { path: /^\/catalog\/exports\/([^/]+)$/u, parameters: OF_CATALOG_EXPORTS, answer: exportCatalog },
];

/** Answers a request, or throws an ApiError. */
export function route(request: { url: URL; query: Query; datasets: PortalDataset[]; now: Date }): Answer {
  const { url, query, datasets, now } = request;
  const path = url.pathname.startsWith(API_PATH) ? url.pathname.slice(API_PATH.length) : "";
  for (const { path: pattern, parameters, answer } of ROUTES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const [dataset_id, part] = [decode(match[1] ?? ""), decode(match[2] ?? "")];
    return answer({ url, datasets, now, dataset_id, part, parameters: readParameters(query, parameters) });
  }
  throw notFound(url.pathname);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw notFound(segment);
  }
}

function listDatasets({ url, datasets, parameters, now }: Call): Answer {
  const page = runQuery(catalogTable(datasets, parameters.timezone), parameters, now);
  const results = page.results.map(({ row, answer }) => withDatasetLinks({ url, parameters, row }, answer));
  const links = parameters.include_links ? { _links: pageLinks(url, page, parameters) } : {};
  const schema = parameters.select === undefined ? "datasets-answer" : "selected-datasets-answer";
  return { status: 200, schema, body: { total_count: page.total_count, ...links, results } };
}

function showDataset({ url, datasets, parameters, dataset_id }: Call): Answer {
  const table = catalogTable([findDataset(datasets, dataset_id)], parameters.timezone);
  const row = table.rows[0] as Row;
  const answer = selection(table, parameters)(row);
  const schema = parameters.select === undefined ? "dataset" : "selected-dataset";
  return { status: 200, schema, body: withDatasetLinks({ url, parameters, row }, answer) };
}

function visibleDataset({ datasets, dataset_id }: Call): PortalDataset {
  const dataset = findDataset(datasets, dataset_id);
  if (!dataset.data_visible) throw forbidden(`The records of ${dataset_id} are not visible`);
  return dataset;
}

function listRecords(call: Call): Answer {
  const { url, parameters, now, dataset_id } = call;
  const dataset = visibleDataset(call);
  if (isAggregation(parameters)) return groupRecords(call);
  const page = runQuery(recordTable(dataset, parameters.timezone), parameters, now);
  const results = page.results.map(({ row, answer }) => ({
    ...(parameters.include_app_metas ? appMetas(row) : {}),
    ...(parameters.include_links ? { _links: recordLinks(url, dataset_id, row.shown._id) } : {}),
    ...answer,
  }));
  const links = parameters.include_links ? { _links: pageLinks(url, page, parameters) } : {};
  return {
    status: 200,
    schema: "records-answer",
    body: { total_count: page.total_count, ...links, results },
  };
}

/** Source: explore-v2.1, example group_by_country, which has no total_count. */
function groupRecords(call: Call): Answer {
  const { parameters, now } = call;
  const table = recordTable(visibleDataset(call), parameters.timezone);
  const results = aggregated(filter(table, parameters, now), table.columns, parameters);
  return { status: 200, schema: "groups-answer", body: { results } };
}

function showRecord(call: Call): Answer {
  const { url, parameters, dataset_id, part } = call;
  const table = recordTable(visibleDataset(call), parameters.timezone);
  const row = table.rows.find(({ shown }) => shown._id === part);
  if (row === undefined) throw notFound(url.pathname);
  const links = parameters.include_links ? { _links: recordLinks(url, dataset_id, part) } : {};
  return {
    status: 200,
    schema: "record",
    body: { ...appMetas(row), ...links, ...selection(table, parameters)(row) },
  };
}

/** Assumed: the list of what the catalog gives as results. */
function exportCatalog({ datasets, parameters, now, dataset_id: format, url }: Call): Answer {
  if (format !== "json") throw notFound(url.pathname);
  const { results } = runQuery(catalogTable(datasets, parameters.timezone), parameters, now);
  return { status: 200, schema: "catalog-export", body: results.map(({ answer }) => answer) };
}

function exportRecords(call: Call): Answer {
  const { parameters, now, part, url } = call;
  const { results } = runQuery(recordTable(visibleDataset(call), parameters.timezone), parameters, now);
  const rows = results.map(({ answer }) => answer);
  if (part === "json") return { status: 200, schema: "records-export", body: rows };
  if (part === "csv") return { status: 200, type: "text/csv; charset=utf-8", content: csv(rows) };
  throw notFound(url.pathname);
}

// Source: explore-v2.1, export in CSV: the delimiter is a semicolon. Assumed: values with one are quoted.
function csv(rows: Values[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) => {
    const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
    return /[;"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map((row) => names.map((name) => cell(row[name])))]
    .map((cells) => `${cells.join(";")}\r\n`)
    .join("");
}

function listRecordFacets(call: Call): Answer {
  return facetsAnswer(call, recordTable(visibleDataset(call), call.parameters.timezone));
}

function listCatalogFacets(call: Call): Answer {
  return facetsAnswer(call, catalogTable(call.datasets, call.parameters.timezone));
}

// Source: explore-v2.1, example catalog_facets, which has no links.
function facetsAnswer({ parameters, now }: Call, table: Table): Answer {
  const rows = filter(table, parameters, now).map(({ values }) => values);
  const facets = countFacets(rows, table.columns, parameters.facet);
  return {
    status: 200,
    schema: "facets-answer",
    body: { _links: [], facets },
  };
}

// Source: explore-v2.1, the example of the attachments of a dataset.
function listAttachments({ url, datasets, dataset_id }: Call): Answer {
  const attachments = findDataset(datasets, dataset_id).attachments.map(({ id, mimetype, title }) => ({
    href: `${url.origin}${url.pathname}/${encodeURIComponent(id)}`,
    metas: { "mime-type": mimetype, title, id },
  }));
  return { status: 200, schema: "attachments-answer", body: { _links: [], attachments } };
}

/** Assumed: the file itself. The stand-in keeps no files: its text names the one that was asked for. */
function showAttachment({ url, datasets, dataset_id, part }: Call): Answer {
  const attachment = findDataset(datasets, dataset_id).attachments.find(({ id }) => id === part);
  if (attachment === undefined) throw notFound(url.pathname);
  return { status: 200, type: attachment.mimetype, content: `The file ${attachment.title}.\n` };
}

// Assumed: include_app_metas adds nothing to a dataset, because the schema dataset-v2.1 has no app metas.
function withDatasetLinks(of: { url: URL; parameters: Parameters; row: Row }, answer: Values): Values {
  if (!of.parameters.include_links) return answer;
  return { _links: datasetLinks(of.url, of.row.values.dataset_id), ...answer };
}

const appMetas = ({ shown }: Row): Values => Object.fromEntries(APP_METAS.map((name) => [name, shown[name]]));

function findDataset(datasets: PortalDataset[], dataset_id: string): PortalDataset {
  const dataset = datasets.find((candidate) => candidate.dataset_id === dataset_id);
  if (dataset === undefined) throw unknownDataset(dataset_id);
  return dataset;
}
