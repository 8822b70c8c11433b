import type { Json } from "../../model/bundles/shared.ts";
import type { Auth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { RecordedRequest, RunError, RunReport } from "../run/run.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { type ManagedCall, manage } from "../steps/managed-call.ts";
import { shaped, shapeObject } from "../steps/shape.ts";
import { connectionLabel } from "./connection-label.ts";
import { statedMessage } from "./stated-error.ts";

/** The result of the test of the account. */
export interface AccountTest extends RunReport {
  /** True if the platform takes the account. */
  readonly valid: boolean;
  /** The values that the platform has stored of the account by now. */
  readonly auth_fields: FieldValues;
  /** The result of the test trigger: of a list the first item. */
  readonly test_result?: { readonly [key: string]: Json };
  /** The name of the account, besides the app's title. */
  readonly label?: string;
  /** The message that the user sees, when the account is not valid. */
  readonly message?: string;
}

type TestResult = Pick<AccountTest, "test_result" | "label">;

/** Asks the test trigger, and names the account after its answer. */
export async function testAccount(auth: Auth, call: ManagedCall, on: ActiveRun): Promise<TestResult> {
  const test_result = shaped(await manage(call, on), shapeObject, on);
  // Source: the archived documentation, "Test Triggers": it must return something, or answer with a 204.
  if (Object.keys(test_result).length === 0 && on.run.requests.at(-1)?.response?.status !== 204) {
    // Assumed: the name and the text.
    throw new RunFailed({
      name: "AccountTestError",
      message: "The test trigger returned nothing, so the platform takes the credentials for wrong.",
      hint: "Choose a test trigger that always returns something, or whose API answers with a 204.",
    });
  }
  const label = await connectionLabel(auth, test_result, on);
  return { test_result, ...(label !== undefined && { label }) };
}

/** The message that the user sees of an error: the API's where it refused a request of the platform's own. */
export function shownMessage({ name, method, message }: RunError, requests: RecordedRequest[]): string {
  const { url, response } = requests.findLast(({ by }) => by === "platform") ?? {};
  const isRefusal = method === undefined && name !== "AccountTestError" && (response?.status ?? 0) >= 400;
  return isRefusal && url && response ? statedMessage(url, response) : message;
}
