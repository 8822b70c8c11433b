import type { Json, Param, PreparedRequest } from "./bundles.ts";

/** A request, whole or in part: what is left out is taken from the prepared request. */
export interface RequestResult extends Partial<Omit<PreparedRequest, "data">> {
  /**
   * The body. A string is sent as it is. An object is form-encoded, whatever the content type says: for JSON return
   * `z.JSON.stringify(…)`.
   */
  data?: string | null | { [name: string]: Param };
}

/** The items of a trigger, newest first, each with an `id` that no other item has. */
export type Results = { id: string | number; [key: string]: unknown }[];

/** What is mixed into `bundle.auth_fields` from then on. */
export interface SessionInfo {
  [key: string]: Json;
}

/** How the connected account is named in the editor. */
export type ConnectionLabel = string;
