import type { FieldValues } from "../fields/field-values.ts";
import { type ActiveExecution, executed } from "../run/execution.ts";
import type { Account, ActiveRun } from "../run/run-context.ts";

/** An account whose credentials stay what the user typed. By default no request shows them. */
export function lastingAccount(stored: FieldValues, account: Partial<Account>): Account {
  return {
    stored,
    auth_fields: stored,
    refusal: "InvalidSessionException",
    connect: async () => {},
    authenticate: (request) => request,
    sign: async (request) => request,
    checkAnswer: () => {},
    renew: async () => false,
    ...account,
  };
}

/** Does the work of one execution with valid credentials: it is repeated once when they have had to be renewed. */
export async function withValidAccount<T>(
  on: ActiveRun,
  work: (on: ActiveExecution) => Promise<T>,
): Promise<T> {
  await on.account.connect(on);
  try {
    return await executed(on, work);
  } catch (error) {
    if (!(await on.account.renew(error, on))) throw error;
    on.run.renewed = true;
    return await executed(on, work);
  }
}
