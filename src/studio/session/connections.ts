import type { Auth } from "../../model/definitions.ts";
import { DataFailure, Failure } from "../../model/failure.ts";
import { tokenKeys } from "../../simulator/authentication/oauth.ts";
import type { FieldValues } from "../../simulator/fields/field-values.ts";
import type { ConnectionState } from "../api.ts";
import type { OwnFiles } from "./own-files.ts";

const file = "accounts.json";

/** An account. */
export interface Connection {
  readonly id: string;
  name: string;
  /** The values that the user typed. */
  auth_fields: { readonly [key: string]: string };
  /** With OAuth: the tokens that the API has given. */
  tokens: FieldValues;
  label?: string | undefined;
  status: ConnectionState["status"];
  message?: string | undefined;
  remembered: boolean;
}

type RememberedConnection = Pick<Connection, "id" | "name" | "auth_fields" | "tokens" | "label">;

/** The accounts of a session. They stay in memory, but for those that are remembered. */
export class Connections {
  readonly #files: OwnFiles;
  readonly #all = new Map<string, Connection>();
  #selected: string | undefined;
  #last = 0;

  constructor(files: OwnFiles) {
    this.#files = files;
    const kept = files.read(file) ?? [];
    if (!Array.isArray(kept) || !kept.every(isRemembered))
      throw new DataFailure(`Failed to read the accounts: ${file} is not as the studio writes it.`, {
        hint: "Remove it: the studio then begins without accounts.",
      });
    for (const account of kept) this.#all.set(account.id, { ...account, status: "new", remembered: true });
    this.#last = Math.max(0, ...kept.map(({ id }) => Number(id.slice(1))));
    this.#selected = kept[0]?.id;
  }

  get states(): ConnectionState[] {
    return [...this.#all.values()].map(({ id, name, label, status, message, remembered, auth_fields }) => ({
      ...{ id, name, status, remembered },
      ...(label !== undefined && { label }),
      ...(message !== undefined && { message }),
      filled: Object.keys(auth_fields).filter((key) => auth_fields[key] !== ""),
    }));
  }

  get selected(): Connection | undefined {
    return this.#selected === undefined ? undefined : this.#all.get(this.#selected);
  }

  /** @throws {Failure} where there is none. */
  get(id: string): Connection {
    const found = this.#all.get(id);
    if (!found) throw new Failure(`Failed to find an account: there is no ${id}.`);
    return found;
  }

  /** Adds an account, or changes one: a field that is left out keeps its value. */
  set(given: {
    id?: string;
    name: string;
    auth_fields: { [key: string]: string };
    remember: boolean;
  }): string {
    const before = given.id === undefined ? undefined : this.get(given.id);
    this.#last += before ? 0 : 1;
    const id = before?.id ?? `c${this.#last}`;
    this.#all.set(id, {
      ...{ id, name: given.name, remembered: given.remember, status: "new", tokens: {} },
      auth_fields: { ...before?.auth_fields, ...given.auth_fields },
    });
    this.#selected ??= id;
    this.#keep();
    return id;
  }

  /** Notes what has become of an account. */
  note(id: string, changes: Partial<Pick<Connection, "tokens" | "label" | "status" | "message">>): void {
    // It may be forgotten by now.
    const connection = this.#all.get(id);
    if (!connection) return;
    Object.assign(connection, changes);
    if (changes.tokens || changes.label !== undefined) this.#keep();
  }

  select(id: string): void {
    this.#selected = this.get(id).id;
  }

  forget(id: string): void {
    this.get(id);
    this.#all.delete(id);
    if (this.#selected === id) this.#selected = this.#all.keys().next().value;
    this.#keep();
  }

  /** Writes those that are remembered, and removes the others. */
  #keep(): void {
    const remembered = [...this.#all.values()].filter((it) => it.remembered);
    if (remembered.length === 0 && this.#files.read(file) === undefined) return;
    const kept = remembered.map(({ id, name, auth_fields, tokens, label }): RememberedConnection => {
      return { id, name, auth_fields, tokens, ...(label !== undefined && { label }) };
    });
    this.#files.write(file, kept);
  }
}

/** The values of an account, as the simulator is given them. */
export function accountValuesOf(connection: Connection | undefined): FieldValues {
  const { auth_fields = {}, tokens = {} } = connection ?? {};
  const typed = Object.entries(auth_fields).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(typed), ...tokens };
}

/** The tokens among the values that are stored of an account: with a session they are got anew. */
export function tokensAmong(auth: Auth, stored: FieldValues): FieldValues {
  const keys = tokenKeys(auth);
  return Object.fromEntries(Object.entries(stored).filter(([key]) => keys.includes(key)));
}

function isRemembered(value: unknown): value is RememberedConnection {
  const { id, name, auth_fields, tokens } = Object(value);
  const hasObjects = [auth_fields, tokens].every((it) => typeof it === "object" && it !== null);
  return /^c\d+$/.test(id) && typeof name === "string" && hasObjects;
}
