/** The Automation API v1.0, with which a portal is managed. */
import { type Account, ask, type Call, type Permission } from "./portal.ts";

/** What a list endpoint answers: one page. */
interface List<T> {
  results: T[];
  /** The address of the next page, if there is one. */
  next: string | null;
}

/** The value of one metadata. */
interface Value {
  value: unknown;
}

/** A dataset, published or not. */
export interface ManagedDataset {
  /** Never changes, unlike `dataset_id`. */
  uid: string;
  dataset_id: string;
  is_published: boolean;
  is_restricted: boolean;
  created_at: string;
  updated_at: string;
  metadata: { default?: { title?: Value } };
}

/** What a dataset is doing. */
export interface DatasetStatus {
  status: string;
  previous: string | null;
  /** When it began. */
  since: string;
  is_published: boolean;
  message: string | null;
  records_errors: { record_id?: string; field_uid?: string; message?: string }[];
}

export interface Harvester {
  uid: string;
  name: string;
  type: string;
  status: string;
  has_error: boolean;
  resource_errors_count: number;
  last_started_at: string | null;
  last_success_at: string | null;
}

/** Why a harvester has failed: as a whole, or with some of the remote datasets. */
export interface HarvesterErrors {
  harvester: string | null;
  resources: { [remote_dataset: string]: string };
}

export interface Feedback {
  uid: string;
  record_id: string;
  user: { username?: string };
  comment: string;
  /** What the user suggests for some of the record's fields. */
  values?: { [field: string]: { value: unknown } };
  created_at: string;
}

export interface MetadataTemplate {
  name: string;
  title: string;
  is_active: boolean;
  schema: TemplateField[];
}

export interface TemplateField {
  name: string;
  type?: string;
  label?: string;
  help_text?: string | null;
  is_hidden?: boolean;
  choices?: string[] | null;
}

/** How many entries of a list are asked for at a time: the API would give 1,000, but an answer may have no more than 5 MB. */
const PAGE_SIZE = 500;

type PermittedCall = Call & { permission: Permission };

function call<T>(account: Account, { path, ...rest }: PermittedCall): T {
  return ask(account, { ...rest, path: `/api/automation/v1.0${path}` });
}

/** All pages of a list, as far as they are wanted: `isEnough` is asked after each page with its last entry. */
function listed<T>(
  account: Account,
  { isEnough, ...first }: PermittedCall & { isEnough?: (last: T) => boolean },
): T[] {
  const found: T[] = [];
  let page = call<List<T>>(account, first);
  for (;;) {
    found.push(...page.results);
    const last = page.results[page.results.length - 1];
    if (!page.next || !last || (isEnough && isEnough(last))) return found;
    const { about, permission } = first;
    page = ask(account, { about, permission, path: behindDomain(page.next) });
  }
}

/** `https://data.example.com/api/…?offset=500` -> `/api/…?offset=500`: the key goes to the account's portal only. */
function behindDomain(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]+/, "");
}

function datasetPath(uid: string, behind = ""): string {
  return `/datasets/${encodeURIComponent(uid.trim())}/${behind}`;
}

const editableDatasets = {
  path: "/datasets/",
  about: "the list of datasets",
  permission: "edit_dataset",
} as const;

/** Some of the datasets that the owner of the API key may edit. */
export function managedDatasets(account: Account, page: { limit: number; offset: number }): ManagedDataset[] {
  return call<List<ManagedDataset>>(account, { ...editableDatasets, query: page }).results;
}

export function allManagedDatasets(account: Account): ManagedDataset[] {
  return listed(account, { ...editableDatasets, query: { limit: PAGE_SIZE } });
}

export function managedDataset(account: Account, uid: string): ManagedDataset {
  return call(account, { path: datasetPath(uid), about: `the dataset ${uid}`, permission: "edit_dataset" });
}

export function datasetStatus(account: Account, uid: string): DatasetStatus {
  return call(account, {
    path: datasetPath(uid, "status/"),
    about: `the dataset ${uid}`,
    permission: "edit_dataset",
  });
}

/** Publishes or unpublishes a dataset: the portal only begins with it. */
export function setPublished(account: Account, uid: string, wish: "publish" | "unpublish"): void {
  call(account, {
    method: "POST",
    path: datasetPath(uid, `${wish}/`),
    about: `the dataset ${uid}`,
    permission: "publish_dataset",
  });
}

export function createDataset(account: Account, body: object): ManagedDataset {
  return call(account, {
    method: "POST",
    path: "/datasets/",
    body,
    about: "new datasets",
    permission: "create_dataset",
  });
}

/** Sets one metadata of a dataset; the others stay as they are. */
export function setMetadata(
  account: Account,
  uid: string,
  {
    template,
    name,
    value,
    done,
  }: { template: string; name: string; value: unknown; done?: string | undefined },
): void {
  call(account, {
    method: "PUT",
    path: datasetPath(uid, `metadata/${encodeURIComponent(template)}/${encodeURIComponent(name)}/`),
    body: { value },
    done,
    about: `the metadata ${template}.${name} of the dataset ${uid}`,
    permission: "edit_dataset",
  });
}

export function metadataTemplates(account: Account): MetadataTemplate[] {
  return listed(account, {
    path: "/metadata/templates/",
    query: { limit: PAGE_SIZE },
    about: "the metadata templates",
    permission: "edit_dataset",
  });
}

/** The comments on a dataset's records, the newest first, as far as they are wanted. How long a page is, the portal decides. */
export function feedbacksUntil(
  account: Account,
  uid: string,
  isEnough: (last: Feedback) => boolean,
): Feedback[] {
  return listed(account, {
    path: datasetPath(uid, "feedbacks/"),
    query: { sort: "-created_at" },
    about: `the dataset ${uid}`,
    permission: "edit_dataset",
    isEnough,
  });
}

export function harvesters(account: Account): Harvester[] {
  return listed(account, {
    path: "/harvesters/",
    query: { limit: PAGE_SIZE },
    about: "the harvesters",
    permission: "edit_domain",
  });
}

export function harvesterErrors(account: Account, uid: string): HarvesterErrors {
  return call(account, {
    path: `/harvesters/${encodeURIComponent(uid)}/errors/`,
    about: `the harvester ${uid}`,
    permission: "edit_domain",
  });
}

/** What became of one invitation. */
export interface Invitation {
  status_code: "success" | "error";
  data?: { username: string; email: string };
  error?: unknown;
}

export function inviteUser(account: Account, user: object): Invitation {
  const answers = call<{ [index: string]: Invitation }>(account, {
    method: "POST",
    path: "/users/invite/",
    body: [user],
    about: "the users",
    permission: "edit_domain",
  });
  return answers["0"] || { status_code: "error", error: "the portal said nothing about it" };
}

/** What a dataset is called; one that was never published need not have a title. */
export function titleOf({ dataset_id, metadata }: ManagedDataset): string {
  const { title } = metadata.default || {};
  return title && title.value ? String(title.value) : dataset_id;
}
