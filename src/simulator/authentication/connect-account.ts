import type { Auth } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { type FieldValues, readFieldValues } from "../fields/field-values.ts";
import type { Account } from "./account.ts";
import { SessionAccount } from "./session-account.ts";

/** The account of what the user typed, by the type of the app's authentication. Wrong values throw a Failure. */
export function connectAccount(auth: Auth, typed: FieldValues): Account {
  if (auth.type !== "session")
    throw new Failure(`Failed to simulate: the authentication type "${auth.type}" is not simulated yet.`);
  const form = { fields: auth.fields, kind: "auth field", task: "simulate" };
  return new SessionAccount(auth, readFieldValues(typed, form));
}
