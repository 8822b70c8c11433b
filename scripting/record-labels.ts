/** The labels of fields in the editor: "Postal code" for `code_postal`. */
import type { CustomFields, RequestResult } from "zapc";
import type { Account, Answer, Portal } from "./call.ts";
import { type Dataset, dataset, datasetCall } from "./explore.ts";
import { addressOf, dataOf, pollingPortal } from "./portal.ts";
import { isVariable, labelsOf } from "./record-fields.ts";

// Source: docs/platform.md, "Limits".
const MOST_LABELS = 1000;

/** No request without a key: the platform would send an empty `Authorization` header. */
export function requestForLabels(auth_fields: Account, chosen: string | undefined): RequestResult {
  if (!isKnown(chosen) || !auth_fields.authorization) throw new StopRequestException("There are no labels.");
  return { url: addressOf(auth_fields, datasetCall(chosen, "")) };
}

export function labelsIn(answer: Answer, auth_fields: Account, prefixes: string[]): CustomFields {
  const portal = pollingPortal({ auth_fields });
  const { fields } = dataOf<Dataset>(portal, { path: "", about: "this dataset" }, answer);
  const labels = prefixes.reduce<CustomFields>((found, prefix) => found.concat(labelsOf(fields, prefix)), []);
  return labels.slice(0, MOST_LABELS);
}

/** The labels of a record's values, as soon as a dataset is chosen. */
export function recordLabels(portal: Portal, chosen: string | undefined): CustomFields {
  return isKnown(chosen) ? labelsOf(dataset(portal, chosen).fields, "record__") : [];
}

function isKnown(chosen: string | undefined): chosen is string {
  return chosen !== undefined && chosen.trim() !== "" && !isVariable(chosen);
}
