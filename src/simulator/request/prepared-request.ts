import type { RequestFiles } from "../../model/bundles/action.ts";
import type { Param } from "../../model/bundles/shared.ts";

/** The further properties of a `pre_` method's result. Source: zapier-platform-core, those that its z.request looks at. */
interface Extras {
  /** A form or JSON, where there is no body. */
  readonly form?: unknown;
  readonly json?: unknown;
  /** `manual` takes the redirect as the answer, `error` fails. */
  readonly redirect?: unknown;
  /** The number of redirects that are followed. */
  readonly follow?: unknown;
  /** Milliseconds to wait for the answer. */
  readonly timeout?: unknown;
  /** False asks for an answer that is not compressed, and takes it as it comes. */
  readonly compress?: unknown;
  /** The number of bytes that the answer may have. */
  readonly size?: unknown;
  /** No script has one that is valid. */
  readonly signal?: unknown;
  /** The parts from which empty values and variables without one are left out. */
  readonly removeMissingValuesFrom?: { readonly params?: unknown; readonly body?: unknown } | undefined;
  /** Characters that the query string has as they are. */
  readonly skipEncodingChars?: unknown;
  /** False lets the `post_` method see a 429. */
  readonly throwForThrottlingEarly?: unknown;
}

export type DraftHeaders = DraftRequest["headers"];

/** A request of the platform while it takes shape. */
export interface DraftRequest extends Extras {
  readonly url: string;
  /** Absent until the step or a `pre_` method names one. */
  readonly method?: string;
  readonly headers: { readonly [name: string]: string };
  readonly params: { readonly [name: string]: Param };
  /** Text, or what is to become JSON or a form. */
  readonly body: unknown;
  /** The parts of a multipart body, as `post_` methods are shown it. */
  readonly parts?: { readonly data: string; readonly files: RequestFiles };
  /** The values that OAuth1 signs with, or the `auth` that a `pre_` method has returned. */
  readonly auth?: unknown;
}

// Source: docs/platform.md, "A request from start to end", 1.
const preparedHeaders = {
  Accept: "application/json",
  "Content-Type": "application/json; charset=utf-8",
} as const;

/** The request without an address or authentication, as `get_session_info` gets it. */
export const bareRequest: DraftRequest = { url: "", headers: preparedHeaders, params: {}, body: {} };
