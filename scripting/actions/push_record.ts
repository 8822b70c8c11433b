import type { Action, ActionMethods, CustomActionFields, CustomFields, Write, WriteResult } from "zapc";
import { type Answer, jsonRequest } from "../call.ts";
import { filledIn } from "../grouped-values.ts";
import { actingPortal, parsed } from "../portal.ts";
import { datasetField } from "../record-fields.ts";
import { recordLabels } from "../record-labels.ts";
import { saidIn } from "../refusals.ts";

export const action = {
  label: "Push Record",
  noun: "Record",
  help_text: "Adds a record to a real-time dataset.",
  url: "https://{{domain}}/api/push/1.0/",
  fields: [
    {
      // zapc-ignore ZDE016 -- The key belongs to one resource of one dataset, not to the account, and pushes records only.
      key: "push_url",
      label: "Push URL",
      type: "password",
      required: true,
      help_text:
        "The address with its push key, as it is shown with the resource in the portal's back office: `https://data.example.com/api/push/1.0/…/push/?pushkey=…`.",
    },
    {
      ...datasetField,
      required: false,
      help_text:
        "Optional: choose the dataset to see its fields below. Only the push URL decides where the record goes.",
    },
    {
      key: "values",
      label: "Values",
      type: "dict",
      help_text: "Names of fields and their values, for fields that are not shown below.",
    },
  ],
  sample: { status: "OK", record: { station: "station-7", ozone: 61.5 } },
} as const satisfies Action;

// Assumed, from public help pages: it takes a record as a JSON object, and answers `{"status": "OK"}`.
const pushUrl = /^https:\/\/([^/?#@\s]+)\/api\/push\/[^?#\s]+\?(?:[^#\s]+&)?pushkey=[^&#\s]+$/;

/** The account's key is not sent: the address has a key of its own. */
export function write(bundle: Write<typeof action>): WriteResult {
  const fields = bundle.action_fields_full;
  const [url, host] = pushUrl.exec(fields.push_url.trim()) || [];
  if (!url || !host) {
    throw new ErrorException(
      "The push URL is not complete. Copy it with its push key from the resource in the portal's back office.",
    );
  }
  const record: { [field: string]: unknown } = { ...fields.values };
  for (const { name, value } of filledIn(fields)) record[name] = value;
  if (Object.keys(record).length === 0) throw new ErrorException("Fill in at least one field of the record.");
  return { status: pushed(url, host, record), record };
}

/** The address, which has a key in it, is in no message. */
function pushed(url: string, host: string, record: object): string {
  let answer: Answer;
  try {
    answer = z.request(jsonRequest(url, record, ""));
  } catch {
    throw new ErrorException(
      `${host} gave no answer. It may have taken the record all the same: look at the dataset before you repeat it.`,
    );
  }
  const said = parsed(answer.content);
  if (answer.status_code < 300) return Object(said).status || "OK";
  throw new ErrorException(`${host} did not take the record (status ${answer.status_code})${saidIn(said)}`);
}

export function custom_action_fields(bundle: CustomActionFields<typeof action>): CustomFields {
  const labels = recordLabels(actingPortal(bundle), bundle.action_fields.dataset);
  return labels.map((field) => ({ ...field, required: false }));
}

({ write, custom_action_fields }) satisfies ActionMethods<typeof action>;
