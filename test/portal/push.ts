import type { Management } from "./automation/management.ts";
import type { PortalDataset, RecordValues } from "./dataset.ts";
import { ApiError } from "./errors.ts";
import type { JsonAnswer } from "./routes.ts";

// Source: docs/platform.md, "Portals of Opendatasoft". Assumed, as in public help pages: the answer, and the errors.
export const PUSH_PATH = /^\/api\/push\/1\.0\/([^/]+)\/([^/]+)\/push\/$/u;

interface Push {
  url: URL;
  method: string;
  datasets: PortalDataset[];
  management: Management;
  body: string;
}

/** Takes a record for a real-time resource, which has a key of its own. */
export function push({ url, method, datasets, management, body }: Push): JsonAnswer {
  const [, dataset_id = "", resource = ""] = PUSH_PATH.exec(url.pathname) ?? [];
  if (method !== "POST") throw new ApiError(405, "method_not_allowed", `Method "${method}" not allowed.`);
  const key = management.push_keys[`${dataset_id}/${resource}`];
  if (key === undefined || url.searchParams.get("pushkey") !== key) {
    throw new ApiError(403, "PermissionDenied", "The push key is not valid.");
  }
  const dataset = datasets.find((candidate) => candidate.dataset_id === dataset_id);
  const record = JSON.parse(body) as RecordValues;
  const stray = Object.keys(record).find((name) => !dataset?.fields.some((field) => field.name === name));
  if (stray !== undefined) throw new ApiError(400, "validation_error", `There is no field ${stray}.`);
  dataset?.records.push(record);
  return { status: 200, schema: "push-answer", body: { status: "OK" } };
}
