import type { Action, ActionMethods, CustomActionResultFields, CustomFields } from "zapc";

export const action = {
  label: "Run Report",
  noun: "Report",
  help_text: "Computes the figures of a report.",
  url: "https://{{domain}}/api/reports/{{report}}/runs",
  fields: [{ key: "report", label: "Report", type: "int", required: true, send_in_json: false }],
  sample: { id: 3, c_1: 12.5 },
} as const satisfies Action;

interface Column {
  key: string;
  title: string;
}

/** The result of a run depends on the report: the columns are asked for with it. */
export function custom_action_result_fields(bundle: CustomActionResultFields<typeof action>): CustomFields {
  const { domain, session } = bundle.auth_fields;
  const response = z.request({
    url: `https://${domain}/api/reports/${bundle.action_fields.report}/columns`,
    headers: { "X-Session": session },
  });
  const columns = z.JSON.parse<Column[]>(response.content);
  return columns.map(({ key, title }) => ({ type: "float", key, label: title }));
}

({ custom_action_result_fields }) satisfies ActionMethods<typeof action>;
