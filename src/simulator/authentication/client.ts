import { Failure } from "../../model/failure.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { NotSimulated } from "../not-simulated.ts";
import { renderTemplate } from "./placement.ts";

/** The app's credentials at the API. With OAuth1 they are the consumer's key and secret. */
export interface Client {
  /** The app's identifier, which may hold `{{variables}}`. */
  readonly client_id?: string | undefined;
  /** The app's secret, which may hold `{{variables}}`. */
  readonly client_secret?: string | undefined;
}

/** Renders the app's identifier and secret. Throws a Failure when one is not given. */
export function renderClient(
  client: Client,
  values: FieldValues,
): { client_id: string; client_secret: string } {
  return {
    client_id: renderTemplate(requiredValue(client, "client_id"), values),
    client_secret: renderTemplate(requiredValue(client, "client_secret"), values),
  };
}

/**
 * `{{process.env.CLIENT_ID}}` and `{{process.env.CLIENT_SECRET}}`, as they are. The platform's other variables are unknown, and
 * scripts do not see those of this machine. Source: runner, index.js, for the two names.
 */
export function fromEnvironment(name: string, client: Client): string {
  if (name === "CLIENT_ID") return requiredValue(client, "client_id");
  if (name === "CLIENT_SECRET") return requiredValue(client, "client_secret");
  throw new NotSimulated(`{{process.env.${name}}}`);
}

function requiredValue(client: Client, name: keyof Client): string {
  const value = client[name];
  if (value !== undefined) return value;
  throw new Failure(`Failed to authenticate the app: the option ${name} is missing.`, {
    hint: "Give simulate the app's client_id and client_secret; zapc reads them from CLIENT_ID and CLIENT_SECRET.",
  });
}
