import { catalogTable } from "./catalog-table.ts";
import type { PortalDataset } from "./dataset.ts";
import { forbidden, notFound, unknownDataset } from "./errors.ts";
import { API_PATH, datasetLinks, pageLinks, recordLinks } from "./links.ts";
import { type ParameterName, type Parameters, type Query, readParameters } from "./parameters.ts";
import { runQuery, selection } from "./query.ts";
import { APP_METAS, recordTable } from "./record-table.ts";
import type { SchemaName } from "./schemas.ts";
import type { Row, Values } from "./table.ts";

export interface Answer {
  status: number;
  /** The schema that the body must have. */
  schema: SchemaName;
  body: object;
}

/** A request that reached a route. */
export interface Call {
  url: URL;
  datasets: PortalDataset[];
  parameters: Parameters;
  now: Date;
  /** The dataset_id of the path, where it has one. */
  dataset_id: string;
}

interface Route {
  path: RegExp;
  parameters: readonly ParameterName[];
  answer: (call: Call) => Answer;
}

// Source: explore-v2.1, the parameters of getDataset, getDatasets and getRecords.
const OF_ONE = ["select", "lang", "timezone", "include_links", "include_app_metas"] as const;
const OF_MANY = [...OF_ONE, "where", "order_by", "limit", "offset", "refine", "exclude", "group_by"] as const;

const ROUTES: Route[] = [
  { path: /^\/catalog\/datasets$/u, parameters: OF_MANY, answer: listDatasets },
  { path: /^\/catalog\/datasets\/([^/]+)$/u, parameters: OF_ONE, answer: showDataset },
  { path: /^\/catalog\/datasets\/([^/]+)\/records$/u, parameters: OF_MANY, answer: listRecords },
];

/** Answers a request, or throws an ApiError. */
export function route(request: { url: URL; query: Query; datasets: PortalDataset[]; now: Date }): Answer {
  const { url, query, datasets, now } = request;
  const path = url.pathname.startsWith(API_PATH) ? url.pathname.slice(API_PATH.length) : "";
  for (const { path: pattern, parameters, answer } of ROUTES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const dataset_id = decode(match[1] ?? "");
    return answer({ url, datasets, now, dataset_id, parameters: readParameters(query, parameters) });
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

function listRecords({ url, datasets, parameters, now, dataset_id }: Call): Answer {
  const dataset = findDataset(datasets, dataset_id);
  if (!dataset.data_visible) throw forbidden(`The records of ${dataset_id} are not visible`);
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

// Assumed: include_app_metas adds nothing to a dataset, because the schema dataset-v2.1 has no app metas.
function withDatasetLinks(of: { url: URL; parameters: Parameters; row: Row }, answer: Values): Values {
  if (!of.parameters.include_links) return answer;
  return { _links: datasetLinks(of.url, of.row.values.dataset_id), ...answer };
}

const appMetas = (row: Row): Values => Object.fromEntries(APP_METAS.map((name) => [name, row.shown[name]]));

function findDataset(datasets: PortalDataset[], dataset_id: string): PortalDataset {
  const dataset = datasets.find((candidate) => candidate.dataset_id === dataset_id);
  if (dataset === undefined) throw unknownDataset(dataset_id);
  return dataset;
}
