import type { RequestFiles } from "../../model/bundles/action.ts";
import type { Param } from "../../model/bundles/shared.ts";

/** A request of the platform while it takes shape. */
export interface DraftRequest {
  readonly url: string;
  /** Absent until the step or a `pre_` method names one. */
  readonly method?: string;
  readonly headers: { readonly [name: string]: string };
  readonly params: { readonly [name: string]: Param };
  /** Text, or what is to become JSON or a form. */
  readonly body: unknown;
  /** What a multipart body is made of, as `post_` methods are shown it. */
  readonly parts?: { readonly data: string; readonly files: RequestFiles };
  /** What OAuth1 signs with, or whatever a `pre_` method has returned under this name. */
  readonly auth?: unknown;
}

// Source: platform-facts, "A request from start to end", 1.
const preparedHeaders = {
  Accept: "application/json",
  "Content-Type": "application/json; charset=utf-8",
} as const;

/** The request without an address or authentication: what `get_session_info` gets. */
export const bareRequest: DraftRequest = { url: "", headers: preparedHeaders, params: {}, body: {} };
