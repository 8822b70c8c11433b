import type { PortalDataset } from "../dataset.ts";
import { ApiError } from "../errors.ts";
import type { JsonAnswer } from "../routes.ts";
import { invalid, written } from "./datasets.ts";
import { partOf, type Resource } from "./management.ts";
import type { AutomationCall } from "./routes.ts";

/** Source: automation-v1, "Create dataset resource". */
export function createResource(call: AutomationCall, dataset: PortalDataset): JsonAnswer {
  const { type, title, datasource } = (call.body ?? {}) as Partial<Resource>;
  const required = Object.entries({ type, title, datasource }).filter(([, value]) => !value);
  if (required.length > 0) {
    throw invalid(Object.fromEntries(required.map(([name]) => [name, ["This field is required"]])));
  }
  const part = partOf(call.management, dataset);
  const file = (datasource as { file?: { uid?: string } }).file?.uid;
  if (file !== undefined && !part.files.some(({ uid }) => uid === file)) {
    throw invalid({ datasource: { file: { uid: ["There is no such file"] } } });
  }
  const resource = {
    uid: `re_${part.resources.length + 1}`,
    type: type as string,
    title: title as string,
    datasource: datasource as object,
    updated_at: written(call.now),
  };
  part.resources.push(resource);
  return { status: 201, schema: "resource", body: resource };
}

/** Source: automation-v1, "Upload resource file": a multipart request with a part named file. */
export function uploadFile({ management, form }: AutomationCall, dataset: PortalDataset): JsonAnswer {
  const part = /name="file"; filename="([^"]+)"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/u.exec(form);
  if (!part)
    throw new ApiError(400, "validation_error", "Invalid input", { file: ["No file was submitted."] });
  const [, filename = "", content = ""] = part;
  const file = { uid: filename, filename, content };
  partOf(management, dataset).files.push(file);
  return { status: 200, schema: "dataset-file", body: { uid: file.uid, filename, mimetype: null } };
}
