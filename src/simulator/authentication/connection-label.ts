import type { Auth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { bareRequest } from "../request/prepared-request.ts";
import { flatten } from "../request/variables.ts";
import { executed } from "../run/execution.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { shownValue } from "../shown-value.ts";
import { accountBundle } from "../steps/bundle.ts";

const method = "get_connection_label";

/**
 * Names the account: by the method or, without it, by the template of the metadata.
 *
 * @param test_result - what the test trigger has returned
 */
export async function connectionLabel(
  auth: Auth,
  test_result: FieldValues,
  on: ActiveRun,
): Promise<string | undefined> {
  const { run, account } = on;
  if (!run.has(method)) {
    const template = "connection_label" in auth ? auth.connection_label : undefined;
    return template && renderLabel(template, { ...account.stored, ...test_result });
  }
  const { value } = await executed(on, ({ execution, reason }) =>
    execution.call(method, { ...accountBundle(bareRequest, account.stored, reason), test_result }),
  );
  if (value === undefined || value === null || typeof value === "string") return value ?? undefined;
  const message = `${method} returned ${shownValue(value)}, and must return a text.`;
  throw new RunFailed({ name: "TypeError", message, method });
}

/**
 * `{{owner__name}}` goes into what the test trigger has returned. Assumed: that `{{owner.name}}` does so, too, that what the
 * user typed is there besides, and that a variable without a value is empty.
 */
function renderLabel(template: string, values: FieldValues): string {
  const flat = flatten(values);
  return template.replace(/\{\{(.+?)\}\}/g, (_, name: string) =>
    String(flat.get(name.trim().replaceAll("__", ".")) ?? flat.get(name.trim()) ?? ""),
  );
}
