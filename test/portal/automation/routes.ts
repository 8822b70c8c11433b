import type { PortalDataset } from "../dataset.ts";
import { ApiError, forbidden } from "../errors.ts";
import type { Query } from "../parameters.ts";
import type { JsonAnswer } from "../routes.ts";
import {
  abortProcessing,
  createDataset,
  describeDataset,
  setMetadata,
  startProcessing,
  written,
} from "./datasets.ts";
import { type Harvester, type Management, partOf } from "./management.ts";
import { createResource, uploadFile } from "./resources.ts";
import { addToGroup, invite } from "./users.ts";

/** Source: automation-v1, the paths of the documentation's example portal. */
export const AUTOMATION_PATH = "/api/automation/v1.0";

/** The data that answers a request to the Automation API. */
export interface ManagedPortal {
  /** Those that are published. */
  datasets: PortalDataset[];
  management: Management;
  now: Date;
}

export interface AutomationCall extends ManagedPortal {
  url: URL;
  method: string;
  query: Query;
  /** The request's JSON; undefined where there was none. */
  body: unknown;
  /** The request's body as it was sent. */
  form: string;
}

interface Route {
  method: "GET" | "POST" | "PUT";
  path: RegExp;
  permission: string;
  answer: (call: AutomationCall, parts: string[]) => JsonAnswer;
}

const ROUTES: Route[] = [
  { method: "GET", path: /^\/datasets\/$/u, permission: "edit_dataset", answer: listDatasets },
  {
    method: "POST",
    path: /^\/datasets\/$/u,
    permission: "create_dataset",
    answer: (call) => createDataset(call),
  },
  { method: "GET", path: /^\/datasets\/([^/]+)\/$/u, permission: "edit_dataset", answer: showDataset },
  { method: "GET", path: /^\/datasets\/([^/]+)\/status\/$/u, permission: "edit_dataset", answer: showStatus },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/publish\/$/u,
    permission: "publish_dataset",
    answer: publish,
  },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/unpublish\/$/u,
    permission: "publish_dataset",
    answer: unpublish,
  },
  {
    method: "GET",
    path: /^\/datasets\/([^/]+)\/feedbacks\/$/u,
    permission: "edit_dataset",
    answer: listFeedbacks,
  },
  {
    method: "PUT",
    path: /^\/datasets\/([^/]+)\/metadata\/([^/]+)\/([^/]+)\/$/u,
    permission: "edit_dataset",
    answer: (call, [uid = "", template = "", name = ""]) =>
      setMetadata(call, { dataset: findDataset(call, uid), template, name }),
  },
  { method: "GET", path: /^\/metadata\/templates\/$/u, permission: "edit_dataset", answer: listTemplates },
  { method: "GET", path: /^\/harvesters\/$/u, permission: "edit_domain", answer: listHarvesters },
  {
    method: "GET",
    path: /^\/harvesters\/([^/]+)\/errors\/$/u,
    permission: "edit_domain",
    answer: listHarvesterErrors,
  },
  {
    method: "POST",
    path: /^\/harvesters\/([^/]+)\/start\/$/u,
    permission: "edit_domain",
    answer: startHarvester,
  },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/publish_metadata\/$/u,
    permission: "publish_dataset",
    answer: publish,
  },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/abort\/$/u,
    permission: "publish_dataset",
    answer: abort,
  },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/resources\/$/u,
    permission: "edit_dataset",
    answer: (call, [uid = ""]) => createResource(call, findDataset(call, uid)),
  },
  {
    method: "POST",
    path: /^\/datasets\/([^/]+)\/resources\/files\/$/u,
    permission: "edit_dataset",
    answer: (call, [uid = ""]) => uploadFile(call, findDataset(call, uid)),
  },
  { method: "GET", path: /^\/extractors\/$/u, permission: "edit_dataset", answer: listExtractors },
  { method: "GET", path: /^\/groups\/$/u, permission: "edit_domain", answer: listGroups },
  {
    method: "POST",
    path: /^\/groups\/([^/]+)\/users\/$/u,
    permission: "edit_domain",
    answer: (call, [uid = ""]) => addToGroup(call, findGroup(call, uid)),
  },
  { method: "POST", path: /^\/users\/invite\/$/u, permission: "edit_domain", answer: (call) => invite(call) },
];

// Source: automation-v1, the parameters limit and offset.
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

/** Answers a request to the Automation API, or throws an ApiError. */
export function routeAutomation(call: AutomationCall): JsonAnswer {
  const path = call.url.pathname.slice(AUTOMATION_PATH.length);
  const matching = ROUTES.filter((route) => route.path.test(path));
  const found = matching.find(({ method }) => method === call.method);
  if (matching.length > 0 && !found) {
    throw new ApiError(405, "method_not_allowed", `Method "${call.method}" not allowed.`);
  }
  if (!found) throw notFound();
  if (!call.management.permissions.includes(found.permission)) {
    throw forbidden(`You do not have the permission ${found.permission}.`);
  }
  return found.answer(call, (found.path.exec(path) ?? []).slice(1).map(decodeURIComponent));
}

// Source: automation-v1, the example of 404.
const notFound = () => new ApiError(404, "not_found", "Not found.");

function all({ datasets, management }: ManagedPortal): PortalDataset[] {
  return [...datasets, ...management.drafts];
}

function findDataset(call: AutomationCall, uid: string): PortalDataset {
  const dataset = all(call).find(({ dataset_uid }) => dataset_uid === uid);
  if (!dataset) throw notFound();
  return dataset;
}

function page<T>({ url, query }: AutomationCall, results: T[]): object {
  const number = (name: string, preset: number) => Number(query.find(([key]) => key === name)?.[1] ?? preset);
  const [limit, offset] = [number("limit", DEFAULT_LIMIT), number("offset", 0)];
  if (!(limit >= 0 && limit <= MAX_LIMIT && offset >= 0)) {
    throw new ApiError(
      400,
      "bad_request",
      "Bad request: the server did not understand the request parameters.",
    );
  }
  const at = (start: number) => {
    const target = new URL(url);
    target.searchParams.set("offset", String(start));
    return target.href;
  };
  return {
    total_count: results.length,
    next: offset + limit < results.length ? at(offset + limit) : null,
    previous: offset > 0 ? at(Math.max(0, offset - limit)) : null,
    results: results.slice(offset, offset + limit),
  };
}

function listDatasets(call: AutomationCall): JsonAnswer {
  const wanted = call.query.find(([name]) => name === "dataset_id")?.[1];
  const found = all(call).filter(({ dataset_id }) => wanted === undefined || dataset_id === wanted);
  const body = page(
    call,
    found.map((dataset) => describeDataset(call, dataset)),
  );
  return { status: 200, schema: "managed-datasets-answer", body };
}

function showDataset(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  return { status: 200, schema: "managed-dataset", body: describeDataset(call, findDataset(call, uid)) };
}

function showStatus(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  const dataset = findDataset(call, uid);
  const body = { ...partOf(call.management, dataset).status, is_published: call.datasets.includes(dataset) };
  return { status: 200, schema: "dataset-status", body };
}

/** Assumed: the catalog has the dataset at once, and its records once they are processed. */
function publish(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  const { datasets, management, now } = call;
  const dataset = findDataset(call, uid);
  startProcessing(call, dataset);
  if (!datasets.includes(dataset)) datasets.push(dataset);
  management.drafts = management.drafts.filter((draft) => draft !== dataset);
  dataset.metas.default.metadata_processed = now.toISOString().replace("Z", "+00:00");
  return ok;
}

function unpublish(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  const { datasets, management } = call;
  const dataset = findDataset(call, uid);
  startProcessing(call, dataset);
  if (datasets.includes(dataset)) {
    datasets.splice(datasets.indexOf(dataset), 1);
    management.drafts.push(dataset);
  }
  return ok;
}

function abort(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  abortProcessing(call, findDataset(call, uid));
  return ok;
}

// Source: automation-v1, the example of "Publish dataset".
const ok: JsonAnswer = { status: 200, schema: "detail", body: { detail: "ok" } };

/** Assumed: its pages are as long as those of the other lists; the specification gives it `next`, but no `limit`. */
function listFeedbacks(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  const { feedbacks } = partOf(call.management, findDataset(call, uid));
  const newestFirst = feedbacks
    .filter(({ is_archived }) => !is_archived)
    .sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  return { status: 200, schema: "feedbacks-answer", body: page(call, newestFirst) };
}

function listTemplates(call: AutomationCall): JsonAnswer {
  return { status: 200, schema: "templates-answer", body: page(call, call.management.templates) };
}

function listHarvesters(call: AutomationCall): JsonAnswer {
  const described = call.management.harvesters.map(describeHarvester);
  return { status: 200, schema: "harvesters-answer", body: page(call, described) };
}

function describeHarvester({ errors, ...harvester }: Harvester): object {
  return {
    ...harvester,
    has_error: errors.harvester !== null,
    resource_errors_count: Object.keys(errors.resources).length,
  };
}

function findHarvester({ management }: AutomationCall, uid: string): Harvester {
  const harvester = management.harvesters.find((candidate) => candidate.uid === uid);
  if (!harvester) throw notFound();
  return harvester;
}

function listHarvesterErrors(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  return { status: 200, schema: "harvester-errors", body: findHarvester(call, uid).errors };
}

/** Source: automation-v1, "Start harvesting", and the example of its 400. */
function startHarvester(call: AutomationCall, [uid = ""]: string[]): JsonAnswer {
  const harvester = findHarvester(call, uid);
  const { status } = harvester;
  if (status !== "idle" && status !== "new") {
    const message = `Invalid transition from ${status} to queued`;
    throw new ApiError(400, "invalid_harvester_status", message);
  }
  Object.assign(harvester, { status: "queued", last_started_at: written(call.now) });
  return { status: 200, schema: "harvester", body: describeHarvester(harvester) };
}

function listExtractors({ management }: AutomationCall): JsonAnswer {
  return { status: 200, schema: "extractors-answer", body: management.extractors };
}

function listGroups(call: AutomationCall): JsonAnswer {
  const described = call.management.groups.map(({ users, ...group }) => ({
    ...group,
    user_count: users.length,
  }));
  return { status: 200, schema: "user-groups-answer", body: page(call, described) };
}

function findGroup({ management }: AutomationCall, uid: string) {
  const group = management.groups.find((candidate) => candidate.uid === uid);
  if (!group) throw notFound();
  return group;
}
