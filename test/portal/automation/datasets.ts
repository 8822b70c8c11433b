import { metas } from "../data/metas.ts";
import type { PortalDataset } from "../dataset.ts";
import { ApiError } from "../errors.ts";
import type { JsonAnswer } from "../routes.ts";
import { partOf, statusSince } from "./management.ts";
import type { AutomationCall, ManagedPortal } from "./routes.ts";

/** The metadata that the catalog shows, which the template `default` has, too. */
const SHARED = ["title", "description", "keyword", "publisher", "modified", "language", "timezone"] as const;

/** A dataset as those who manage it see it. Source: automation-v1, "Dataset schema". */
export function describeDataset({ datasets, management }: ManagedPortal, dataset: PortalDataset): object {
  const { created_at, updated_at, is_restricted, metadata, remote } = partOf(management, dataset);
  const shared = SHARED.map((name) => {
    const value = dataset.metas.default[name];
    // Source: automation-v1, DatasetMetadataValue: present only if the dataset is linked to a remote one.
    const beside = remote && { remote_value: remote[name], override_remote_value: value !== remote[name] };
    return [name, { value, ...beside }];
  });
  const others = Object.entries(metadata).map(([template, values]) => [
    template,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  ]);
  return {
    uid: dataset.dataset_uid,
    dataset_id: dataset.dataset_id,
    created_at,
    updated_at,
    is_published: datasets.includes(dataset),
    is_restricted,
    metadata: { default: Object.fromEntries(shared), ...Object.fromEntries(others) },
  };
}

interface NewDataset {
  dataset_id?: string;
  is_restricted?: boolean;
  metadata?: { default?: { [name in (typeof SHARED)[number]]?: { value: unknown } } };
}

/** Assumed: an identifier that is taken is an invalid input. */
export function createDataset(call: AutomationCall): JsonAnswer {
  const { dataset_id, is_restricted = false, metadata } = (call.body ?? {}) as NewDataset;
  const given = metadata?.default ?? {};
  const title = given.title?.value;
  if (typeof title !== "string" || title === "") throw invalid({ title: ["This field is required"] });
  const id = dataset_id ?? title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
  const { datasets, management, now } = call;
  if ([...datasets, ...management.drafts].some((other) => other.dataset_id === id)) {
    throw invalid({ dataset_id: ["This identifier is already used"] });
  }
  const own = Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]));
  const description = { theme: null, keyword: null, description: null, modified: null, data_processed: null };
  const dataset: PortalDataset = {
    dataset_id: id,
    dataset_uid: `da_${management.parts.size + management.drafts.length + 1}new`,
    attachments: [],
    has_records: false,
    data_visible: true,
    fields: [],
    metas: metas({ ...description, ...own, title }),
    features: [],
    records: [],
  };
  management.drafts.push(dataset);
  const created_at = written(now);
  Object.assign(partOf(management, dataset), {
    created_at,
    updated_at: created_at,
    is_restricted,
    status: statusSince("idle", created_at),
  });
  return { status: 201, schema: "managed-dataset", body: describeDataset(call, dataset) };
}

/** Sets one metadata of a dataset. */
export function setMetadata(
  call: AutomationCall,
  { dataset, template, name }: { dataset: PortalDataset; template: string; name: string },
): JsonAnswer {
  const { value, override_remote_value } = (call.body ?? {}) as {
    value?: unknown;
    override_remote_value?: boolean;
  };
  const known = call.management.templates.find((candidate) => candidate.name === template);
  const field = known?.schema.find((candidate) => candidate.name === name);
  if (!field) throw new ApiError(404, "not_found", "Not found.");
  if (value === undefined) throw invalid({ value: ["This field is required"] });
  if (field.choices && !field.choices.includes(String(value))) {
    throw invalid({ value: [`Must be one of ${field.choices.join(", ")}`] });
  }
  const part = partOf(call.management, dataset);
  part.updated_at = written(call.now);
  // Source: automation-v1, DatasetMetadataValue: unless it is overridden, the remote value stays.
  if (part.remote && !override_remote_value) {
    return { status: 200, schema: "metadata-value", body: { value: part.remote[name] ?? null } };
  }
  if (template === "default") Object.assign(dataset.metas.default, { [name]: value });
  else part.metadata[template] = { ...part.metadata[template], [name]: value };
  return { status: 200, schema: "metadata-value", body: { value } };
}

/** A process goes on after the answer. Source: automation-v1, the examples of 400. */
export function startProcessing({ management, now }: AutomationCall, dataset: PortalDataset): void {
  const part = partOf(management, dataset);
  const { status } = part.status;
  const ready = ["idle", "error", "limit_reached"];
  if (!ready.includes(status)) {
    const message = `Invalid precondition, dataset status is '${status}' but must be one of '${ready.join(", ")}'`;
    throw new ApiError(400, "invalid_dataset_status", message);
  }
  part.status = statusSince("processing", written(now), { previous: status });
}

/** Source: automation-v1, "Abort dataset publishing". */
export function abortProcessing({ management, now }: AutomationCall, dataset: PortalDataset): void {
  const part = partOf(management, dataset);
  const { status } = part.status;
  if (status !== "processing") {
    const message = `Invalid precondition, dataset status is '${status}' but must be one of 'processing'`;
    throw new ApiError(400, "invalid_dataset_status", message);
  }
  part.status = statusSince("aborting_processing", written(now), { previous: status });
}

/** 2024-03-15T12:00:00.000+00:00 */
export function written(instant: Date): string {
  return instant.toISOString().replace("Z", "+00:00");
}

// Source: automation-v1, the example of "Validation Error".
export function invalid(detail: object): ApiError {
  return new ApiError(400, "validation_error", "Invalid input", detail);
}
