import type { App, FieldValues, Trigger } from "./fields.ts";
import type { Register } from "./index.ts";

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value of the query string; an array becomes a repeated parameter, null and undefined are dropped. */
export type Param = string | number | boolean | null | undefined | (string | number | boolean)[];

/** The request that the platform has prepared. */
export interface PreparedRequest<Data = string | null> {
  /** The address, with its variables rendered. */
  url: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Basic and Digest authentication: user name and password. */
  auth?: [username: string, password: string];
  /** Header names as the platform spells them, with the authentication's headers where it is placed there. */
  headers: { [name: string]: string };
  /** What becomes the query string, apart from what the URL already has. */
  params: { [name: string]: Param };
  /** The body. Null on a prepared GET. */
  data: Data;
}

/** What the API answered. */
export interface Response {
  status_code: number;
  /** Looked up without regard to case. */
  headers: { [name: string]: string };
  /** The body as text, never parsed. */
  content: string;
}

/** About the Zap that runs. Source: platform-facts, "bundle.meta and bundle.zap". */
export interface ZapInfo {
  id: number;
  name?: string;
  /** Whether the Zap is turned on. */
  live?: boolean;
  /** The Zap's address in the editor. */
  link?: string;
  user?: {
    /** An IANA name such as `Europe/Paris`. */
    timezone: string;
  };
}

/** Why the platform asks. */
export interface Meta {
  /** The editor is asking, for at most three samples. */
  frontend?: boolean;
  /** A dynamic dropdown is being filled. */
  prefill?: boolean;
  filter?: unknown;
  hydrate?: boolean;
  /** How many items are wanted; -1 is no limit. */
  limit?: number;
  /** An account is being tested. */
  test_poll?: boolean;
  /** The opposite of `test_poll`. */
  standard_poll?: boolean;
  /** A Zap is being turned on: what is found is only remembered. */
  first_poll?: boolean;
  /** The page of a dynamic dropdown with paging, from 0. */
  page?: number;
}

type RegisteredApp = Register extends { app: infer A extends App } ? A : App;
type RegisteredSession = Register extends { session: infer S } ? S : unknown;
type TypedFields = FieldValues<RegisteredApp["auth"]["fields"]>;
type AuthFields = Omit<TypedFields, keyof RegisteredSession> & RegisteredSession;

interface Common {
  /** What the user filled in when connecting the account, with what `get_session_info` returned mixed in. */
  auth_fields: AuthFields;
  zap: ZapInfo;
}

interface TriggerCommon<T extends Trigger> extends Common {
  /** What the user filled in when adding the trigger, each value coerced to its field's type. */
  trigger_fields: FieldValues<T["fields"]>;
  meta: Meta;
}

/** What `pre_poll` gets: the request to the trigger's URL, before it is sent. */
export interface PrePoll<T extends Trigger> extends TriggerCommon<T> {
  request: PreparedRequest<null>;
  /** The trigger's URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_poll` gets: the answer from the trigger's URL. A 4xx or 5xx is raised after the method. */
export interface PostPoll<T extends Trigger> extends TriggerCommon<T> {
  request: PreparedRequest;
  response: Response;
}

/** What `poll` gets: the prepared request, which it sends itself. No 4xx or 5xx is raised for it. */
export interface Poll<T extends Trigger> extends TriggerCommon<T> {
  request: PreparedRequest<null>;
  url_raw: string;
}

/** What `get_session_info` gets. */
export interface GetSessionInfo {
  request: Pick<PreparedRequest<unknown>, "url" | "headers" | "params" | "data">;
  /** What the user filled in; when a session is renewed, also what this method returned before. */
  auth_fields: TypedFields;
  zap: ZapInfo;
}

/** What `get_connection_label` gets. */
export interface GetConnectionLabel extends Common {
  /** The first item that the test trigger returned. */
  test_result: { [key: string]: Json };
}
