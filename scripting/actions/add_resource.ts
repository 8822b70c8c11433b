import type { Action, ActionMethods, PostWrite, PreWrite, WriteRequestResult, WriteResult } from "zapc";
import type { Call } from "../call.ts";
import { managedDatasetField } from "../managed-dataset-item.ts";
import { managedDataset } from "../managed-datasets.ts";
import { actingPortal, addressOf, ask, dataOf } from "../portal.ts";

export const action = {
  label: "Add Resource",
  noun: "Resource",
  help_text:
    "Adds a file, or the address of one, to the sources of a dataset. Publish the dataset to process it.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/resources/",
  fields: [
    managedDatasetField,
    { key: "title", label: "Title", type: "unicode", required: true, placeholder: "stations.csv" },
    {
      key: "file",
      label: "File",
      type: "file",
      help_text: "A file from an earlier step. Fill in either this or the file URL.",
    },
    {
      key: "file_url",
      label: "File URL",
      type: "unicode",
      placeholder: "https://example.com/stations.csv",
      help_text: "The address at which the portal finds the file each time it processes the dataset.",
    },
    {
      key: "format",
      label: "File Format",
      type: "unicode",
      required: true,
      default: "csvfile",
      prefill: "extractors.id.label",
      help_text: "How the portal reads the file.",
    },
  ],
  sample: {
    id: "re_qf2hyt",
    title: "stations.csv",
    format: "csvfile",
    updated_at: "2024-03-01T09:00:00+00:00",
    dataset_uid: "da_5m8ykr",
  },
} as const satisfies Action;

interface Resource {
  uid?: string;
  title?: string;
  type?: string;
  updated_at?: string;
}

/** Creates a resource for an address. A file is only uploaded here: its resource comes afterwards. */
export function pre_write(bundle: PreWrite<typeof action>): WriteRequestResult {
  const fields = bundle.action_fields_full;
  const address = (fields.file_url || "").trim();
  if (Boolean(fields.file) === Boolean(address)) {
    throw new ErrorException("Fill in either the file or the file URL.");
  }
  const { uid } = managedDataset(actingPortal(bundle), fields.dataset);
  if (address) {
    const resource = { type: fields.format, title: fields.title, datasource: sourceAt(address) };
    return { url: addressOf(bundle.auth_fields, resources(uid)), data: z.JSON.stringify(resource) };
  }
  const { headers, files } = bundle.request;
  return {
    url: addressOf(bundle.auth_fields, { path: `${resources(uid).path}files/` }),
    // As a form without values, the body has the file as its only part.
    headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
    data: {},
    files,
  };
}

export function post_write(bundle: PostWrite<typeof action>): WriteResult {
  const portal = actingPortal(bundle);
  const { title, format } = bundle.action_fields_full;
  const [, uid = "", uploads] = /\/datasets\/([^/]+)\/resources\/(files\/)?/.exec(bundle.request.url) || [];
  let resource = dataOf<Resource>(portal, resources(uid), bundle.response);
  if (uploads) {
    if (!resource.uid) {
      throw new ErrorException(
        `${portal.domain} took the file and broke off its answer, so that the resource is missing. Repeat this step.`,
      );
    }
    const datasource = { type: "uploaded_file", file: { uid: resource.uid } };
    resource = ask(portal, { ...resources(uid), body: { type: format, title, datasource } });
  }
  return { id: resource.uid, title, format, updated_at: resource.updated_at, dataset_uid: uid };
}

function resources(uid: string): Call {
  return {
    method: "POST",
    path: `/api/automation/v1.0/datasets/${encodeURIComponent(uid)}/resources/`,
    about: `the dataset ${uid}`,
    permission: "edit_dataset",
  };
}

function sourceAt(address: string): object {
  const [, server, path] = /^(https?:\/\/[^/?#\s]+)(\/\S*)$/i.exec(address) || [];
  if (!server) {
    throw new ErrorException(
      `"${address}" is not the address of a file. It looks like https://example.com/a.csv.`,
    );
  }
  return {
    type: "http",
    connection: { type: "http", url: server, auth: null },
    headers: [],
    relative_url: path,
  };
}

({ pre_write, post_write }) satisfies ActionMethods<typeof action>;
