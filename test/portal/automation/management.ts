import type { PortalDataset } from "../dataset.ts";

/** The process of a dataset. Source: automation-v1, "Retrieve dataset status". */
export type StatusName =
  | "idle"
  | "error"
  | "limit_reached"
  | "queued"
  | "aborting_processing"
  | "processing"
  | "deleting"
  | "saving_version";

export interface DatasetStatus {
  status: StatusName;
  previous: StatusName | null;
  next: StatusName | null;
  since: string;
  message: string | null;
  records_errors: { record_id: string; field_uid: string; message: string }[];
  params: object;
}

/** Source: automation-v1, "Dataset feedback". */
export interface Feedback {
  uid: string;
  record_id: string;
  /** Null for a comment of somebody whose account is gone (assumed). */
  user: { username: string } | null;
  comment: string;
  values: { [field: string]: { value: string | number; type: string } };
  is_archived: boolean;
  created_at: string;
}

/** Source: automation-v1, "List the harvesters"; the errors: "List errors". */
export interface Harvester {
  uid: string;
  type: string;
  name: string;
  status: "idle" | "queued" | "aborting" | "processing" | "deleting" | "new";
  last_started_at: string | null;
  last_success_at: string | null;
  errors: { harvester: string | null; resources: { [remote_dataset: string]: string } };
}

/** Source: automation-v1, "List all metadata templates". */
export interface Template {
  name: string;
  title: string;
  is_active: boolean;
  type: "basic" | "extra" | "interop" | "admin";
  schema: TemplateField[];
}

export interface TemplateField {
  name: string;
  type: string;
  label: string;
  help_text: string | null;
  is_hidden: boolean;
  choices: string[] | null;
}

export interface User {
  username: string;
  email: string;
  first_name?: string;
  last_name?: string;
  permissions: string[];
  groups: { uid: string }[];
}

/** Source: automation-v1, "User group schema". */
export interface UserGroup {
  uid: string;
  title: string;
  /** Usernames. */
  users: string[];
}

/** Source: automation-v1, "Extractor". */
export interface Extractor {
  type: string;
  label: string;
  parameters: object[];
}

/** A source of a dataset's data. Source: automation-v1, "Resource schema". */
export interface Resource {
  uid: string;
  type: string;
  title: string;
  datasource: object;
  updated_at: string;
}

/** A file that was uploaded for a resource. Source: automation-v1, "Upload resource file". */
export interface UploadedFile {
  uid: string;
  filename: string;
  content: string;
}

/** The properties of a dataset that only its managers see. */
export interface ManagedPart {
  created_at: string;
  updated_at: string;
  is_restricted: boolean;
  status: DatasetStatus;
  feedbacks: Feedback[];
  /** The metadata of templates other than `default`. */
  metadata: { [template: string]: { [name: string]: unknown } };
  /** Set where the dataset is linked to a remote one: the values of its `default` metadata there. */
  remote?: { [name: string]: unknown };
  resources: Resource[];
  files: UploadedFile[];
}

/** The parts of a portal besides the datasets that visitors see. */
export interface Management {
  /** Datasets that are not published. */
  drafts: PortalDataset[];
  /** By dataset_uid. */
  parts: Map<string, ManagedPart>;
  harvesters: Harvester[];
  templates: Template[];
  users: User[];
  groups: UserGroup[];
  extractors: Extractor[];
  /** The keys with which records are pushed, by `DATASET/RESOURCE`. */
  push_keys: { [resource: string]: string };
  /** The permissions of the API key's owner. */
  permissions: string[];
}

// Source: automation-v1, schema Permission, as far as a route here asks for one.
const PERMISSIONS = ["create_dataset", "edit_dataset", "publish_dataset", "manage_dataset", "edit_domain"];

const FOUNDED = "2023-01-09T08:00:00+00:00";

/** The management of the portal of an invented city. */
export function cityManagement(): Management {
  return {
    drafts: [],
    parts: new Map(),
    harvesters: [
      {
        uid: "ha_7r2k1m",
        type: "ckan",
        name: "Portail régional",
        status: "idle",
        last_started_at: "2024-03-15T02:00:00+00:00",
        last_success_at: "2024-03-15T02:03:41+00:00",
        errors: { harvester: null, resources: {} },
      },
    ],
    templates: [
      {
        name: "default",
        title: "Standard",
        is_active: true,
        type: "basic",
        schema: [
          field({ name: "title", type: "text", label: "Title" }),
          field({
            name: "description",
            type: "html",
            label: "Description",
            help_text: "What the data is about.",
          }),
          field({ name: "keyword", type: "list", label: "Keywords" }),
          field({ name: "publisher", type: "text", label: "Publisher" }),
          field({ name: "modified", type: "datetime", label: "Modified" }),
        ],
      },
      {
        name: "quality",
        title: "Data Quality",
        is_active: true,
        type: "extra",
        schema: [
          field({ name: "level", type: "enum", label: "Level", choices: ["raw", "checked", "certified"] }),
          field({ name: "score", type: "int", label: "Score" }),
          field({ name: "checked_by", type: "text", label: "Checked by", is_hidden: true }),
        ],
      },
      { name: "old", title: "Retired", is_active: false, type: "extra", schema: [] },
    ],
    users: [],
    groups: [
      { uid: "gr_1", title: "Data Team", users: [] },
      { uid: "readers", title: "Readers", users: [] },
    ],
    extractors: [
      { type: "csvfile", label: "CSV File", parameters: [] },
      { type: "jsonfile", label: "JSON File", parameters: [] },
    ],
    push_keys: { "qualite-de-lair-temps-reel/mesures": "push-key" },
    permissions: [...PERMISSIONS],
  };
}

function field(own: Pick<TemplateField, "name" | "type" | "label"> & Partial<TemplateField>): TemplateField {
  return { help_text: null, is_hidden: false, choices: null, ...own };
}

/** The managed part of a dataset; one that nothing was done to is idle since the portal was founded. */
export function partOf({ parts }: Management, { dataset_uid }: PortalDataset): ManagedPart {
  const known = parts.get(dataset_uid);
  if (known) return known;
  const part: ManagedPart = {
    created_at: FOUNDED,
    updated_at: FOUNDED,
    is_restricted: false,
    status: statusSince("idle", FOUNDED),
    feedbacks: [],
    metadata: {},
    resources: [],
    files: [],
  };
  parts.set(dataset_uid, part);
  return part;
}

export function statusSince(
  status: StatusName,
  since: string,
  own: Partial<DatasetStatus> = {},
): DatasetStatus {
  return { previous: null, next: null, message: null, records_errors: [], params: {}, ...own, status, since };
}
