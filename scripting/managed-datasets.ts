/** Datasets as the Automation API has them, published or not. */
import { followedList, type ManagingCall, manage, managedList, manageIfThere } from "./automation.ts";
import type { Portal } from "./call.ts";
import { findDataset, identifierIn } from "./explore.ts";
import { notThere } from "./refusals.ts";

/** One metadata. A federated dataset has the value of its source beside the own one. */
interface MetadataValue {
  value?: unknown;
  remote_value?: unknown;
  override_remote_value?: boolean;
}

export interface ManagedDataset {
  /** Never changes, unlike `dataset_id`. */
  uid: string;
  dataset_id: string;
  is_published: boolean;
  is_restricted: boolean;
  /** By template and name. */
  metadata?: { [template: string]: { [name: string]: MetadataValue | undefined } | undefined };
}

/** The status of a dataset. */
export interface DatasetStatus {
  status: string;
  previous: string | null;
  /** When it began. */
  since: string;
  is_published: boolean | null;
  message: string | null;
  records_errors?: { record_id?: string; field_uid?: string; message?: string }[];
}

/** One metadata of a dataset, as it is to be. */
export interface NewMetadata {
  template: string;
  name: string;
  value: unknown;
  /** A sentence about the work done before. */
  done?: string | undefined;
}

const datasetList: ManagingCall = {
  path: "/datasets/",
  about: "the list of datasets",
  narrow: "Give the identifier of the dataset.",
  permission: "edit_dataset",
};

function callFor(uid: string, below: string): ManagingCall {
  return {
    path: `/datasets/${encodeURIComponent(uid)}/${below}`,
    about: `the dataset ${uid}`,
    narrow: "Choose fewer datasets.",
    permission: "edit_dataset",
  };
}

export function managedDatasets(portal: Portal, page?: { most: number; offset: number }): ManagedDataset[] {
  return managedList(portal, datasetList, page);
}

/** A dataset has two identifiers: `air-quality`, `da_5m8ykr`. */
export function managedDataset(portal: Portal, typed: string): ManagedDataset {
  const found = managedDatasetIfThere(portal, typed);
  if (found) return found;
  throw notThere(portal, { about: `the dataset "${typed.trim()}"`, find: findDataset });
}

export function managedDatasetIfThere(portal: Portal, typed: string): ManagedDataset | undefined {
  const identifier = identifierIn(typed);
  const byUid = () => manageIfThere<ManagedDataset>(portal, callFor(identifier, ""));
  const byName = () => datasetOfName(portal, identifier);
  return isUid(identifier) ? byUid() || byName() : byName() || byUid();
}

export function datasetOfName(portal: Portal, dataset_id: string): ManagedDataset | undefined {
  const found = managedList<ManagedDataset>(portal, { ...datasetList, query: { dataset_id } }, { most: 1 });
  return found.filter((each) => each.dataset_id === dataset_id)[0];
}

/** Source: automation-v1, Dataset schema, the example. A dataset_id can look the same. */
function isUid(identifier: string): boolean {
  return /^da_[a-z0-9]+$/.test(identifier);
}

export function datasetStatusIfThere(portal: Portal, uid: string): DatasetStatus | undefined {
  return manageIfThere(portal, callFor(uid, "status/"));
}

/** A task that the portal begins at once, and does after its answer. */
export type DatasetTask = "publish" | "unpublish" | "publish_metadata" | "abort";

export function beginTask(portal: Portal, uid: string, task: DatasetTask): void {
  manage(portal, { ...callFor(uid, `${task}/`), method: "POST", permission: "publish_dataset" });
}

export function createDataset(portal: Portal, body: object): Partial<ManagedDataset> {
  return manage(portal, {
    method: "POST",
    path: "/datasets/",
    body,
    about: "new datasets",
    permission: "create_dataset",
  });
}

/** A federated dataset keeps its own value from then on. */
export function setMetadata(
  portal: Portal,
  dataset: ManagedDataset,
  { template, name, value, done }: NewMetadata,
): void {
  manage(portal, {
    ...callFor(dataset.uid, `metadata/${encodeURIComponent(template)}/${encodeURIComponent(name)}/`),
    method: "PUT",
    body: isFederated(dataset) ? { value, override_remote_value: true } : { value },
    done,
    about: `the metadata ${template}.${name} of the dataset ${dataset.uid}`,
  });
}

/** Source: automation-v1, DatasetMetadataValue: linked datasets have these properties. */
function isFederated(dataset: ManagedDataset): boolean {
  return /"(override_remote_value|remote_value)":/.test(JSON.stringify(dataset.metadata) || "");
}

export interface Feedback {
  uid: string;
  record_id: string;
  user?: { username?: string } | null;
  comment: string;
  /** Values that the user suggests for fields of the record. */
  values?: { [field: string]: { value: unknown } | null } | null;
  created_at: string;
}

/** The newest first, as far as they are wanted. */
export function feedbacksUntil(
  portal: Portal,
  uid: string,
  isEnough: (last: Feedback) => boolean,
): Feedback[] {
  const narrow = "Archive old comments on the portal.";
  const call = { ...callFor(uid, "feedbacks/"), query: { sort: "-created_at" }, narrow };
  return followedList(portal, call, isEnough);
}

/** A dataset that was never published need not have a title. */
export function titleOf(dataset: Pick<ManagedDataset, "dataset_id" | "metadata">): string {
  const { title } = (dataset.metadata && dataset.metadata.default) || {};
  return title && title.value ? String(title.value) : dataset.dataset_id;
}
