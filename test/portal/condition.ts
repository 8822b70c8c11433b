import { unauthorized } from "./errors.ts";
import type { Query } from "./parameters.ts";
import type { Answer } from "./routes.ts";

/**
 * How a portal fails: a page of HTML with status 200, such a page to log in, a proxy's 502, a connection closed without an answer
 * or in the middle of one, half an answer, an empty one; or an answer of the test's own.
 */
export type Failure = "html" | "login" | "502" | "hang-up" | "torn" | "cut-off" | "empty" | OwnAnswer;

export interface OwnAnswer {
  readonly status: number;
  /** Sent as JSON, if it is an object. */
  readonly body: object | string;
}

/** The requests that fail; default: all. */
export interface Failing {
  readonly method?: string;
  readonly path?: RegExp;
}

/** The state of a portal, apart from its data. */
export interface Condition {
  /** Undefined: no key is right. */
  api_key: string | undefined;
  /** True if a request without a key may read. */
  public: boolean;
  /** When the exhausted quota is filled again; undefined while there is quota left. */
  quota_reset_time?: string;
  failure?: Failure;
  failing?: Failing;
  /** True if Explore shows everybody the datasets of visitors, with any key. */
  ignores_keys?: boolean;
  /** Calls that were answered since the portal started. */
  calls: number;
}

type Headers = { [name: string]: string | undefined };

// Source: explore-v2.1, response quota, example quota_exceeded.
const QUOTA_ERROR_CODE = 10002;
const CALL_LIMIT = 10_000;
const TIME_UNIT = "day";
const QUOTA_MESSAGE = "Too many requests on the domain. Please contact the domain administrator.";

interface Credentials {
  headers: Headers;
  query: Query;
  /** Tells whether an OAuth2 access token is good. */
  isGoodToken: (token: string) => boolean;
}

/** The failure of a request, or undefined. */
export function failureOf(
  { failure, failing = {} }: Condition,
  request: { method: string; path: string },
): Failure | undefined {
  const { method = request.method, path = /^/u } = failing;
  return method === request.method && path.test(request.path) ? failure : undefined;
}

/** Throws the 401 of a request that may not read. The header counts before the parameter (assumed). */
export function authenticate(condition: Condition, { headers, query, isGoodToken }: Credentials): void {
  const { authorization } = headers;
  const token = /^bearer (.+)$/iu.exec(authorization ?? "")?.[1];
  if (token !== undefined && isGoodToken(token)) return;
  const parameter = query.find(([name]) => name === "apikey")?.[1];
  if (condition.ignores_keys && condition.public) return;
  if (authorization === undefined && parameter === undefined) {
    if (condition.public) return;
    throw unauthorized("Authentication is required to access this portal");
  }
  const key = authorization === undefined ? parameter : keyOf(authorization);
  if (key === undefined || key !== condition.api_key) throw unauthorized("Invalid API key");
}

/** Source: explore-v2.1, "Authorization: Apikey <API_KEY>". The scheme's case does not count (assumed, as in HTTP). */
function keyOf(authorization: string): string | undefined {
  return /^apikey (.+)$/iu.exec(authorization)?.[1];
}

/** The 429 of a portal whose quota is used up; undefined while there is some left. */
export function quotaAnswer({ quota_reset_time }: Condition): Answer | undefined {
  if (quota_reset_time === undefined) return undefined;
  return {
    status: 429,
    schema: "quota-error",
    body: {
      errorcode: QUOTA_ERROR_CODE,
      reset_time: quota_reset_time,
      limit_time_unit: TIME_UNIT,
      call_limit: CALL_LIMIT,
      error: QUOTA_MESSAGE,
    },
  };
}

/**
 * Source: docs/platform.md, "Portals of Opendatasoft". Assumed: on every answer, and Reset written like
 * reset_time.
 */
export function quotaHeaders({ quota_reset_time, calls }: Condition, now: Date): { [name: string]: string } {
  const remaining = quota_reset_time === undefined ? Math.max(0, CALL_LIMIT - calls) : 0;
  return {
    "X-RateLimit-Limit": String(CALL_LIMIT),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": quota_reset_time ?? nextMidnight(now),
  };
}

function nextMidnight(now: Date): string {
  const day = 24 * 60 * 60 * 1000;
  return `${new Date(now.getTime() + day).toISOString().slice(0, 10)}T00:00:00Z`;
}
