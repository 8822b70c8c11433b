/** The portal of a connected account: how its APIs are asked, and the one place where a refusal becomes an exception. */

/** What is known of the account: see `get_session_info`. */
export interface Account {
  /** The bare host name. */
  domain: string;
  /** `Apikey …` */
  authorization: string;
}

/** Parameters by their names; a list becomes a repeated parameter, what is empty is left out. */
export interface Query {
  [name: string]: string | number | (string | undefined)[] | undefined;
}

/** One request to a portal. */
export interface Call {
  /** `GET` when left out. */
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Behind the domain, percent-encoded: `/api/explore/v2.1/catalog/datasets`. */
  path: string;
  query?: Query;
  /** What is sent as JSON. */
  body?: object;
  /** What the call is about, for the user who reads that it is not there: `this dataset`. */
  about?: string;
  /** What the step has done by then, for the user who reads that this was refused: `Changed before that: title.` */
  done?: string | undefined;
  /** What the owner of the API key must be allowed to do. */
  permission?: Permission;
}

/** The permissions of a portal, as its administrators read them. */
const permissions = {
  create_dataset: "Create new datasets",
  edit_dataset: "Edit all datasets",
  publish_dataset: "Publish own datasets",
  edit_domain: "Edit all domain properties",
};

export type Permission = keyof typeof permissions;

/** What an API answers to a request it refuses; the last three are those of a used-up quota. */
interface Refusal {
  message?: string;
  error_code?: string;
  /** What is wrong with each value that was sent. */
  detail?: { [name: string]: unknown };
  reset_time?: string;
  limit_time_unit?: string;
  call_limit?: number;
}

interface Answer {
  status_code: number;
  content: string | null;
}

/** Asks the portal, and gives what it answers. What it refuses is an exception, in words for the Zap's owner. */
export function ask<T>(account: Account, call: Call): T {
  return answered(sent(account, call), account.domain, call);
}

/** Throws unless the portal knows the account's key: without a right one, no session can be had any more. */
export function checkKey(account: Account): void {
  const call = { path: "/api/explore/v2.1/catalog/datasets", query: { limit: 1 } };
  const answer = sent(account, call);
  if (answer.status_code === 401) {
    throw new ExpiredAuthException(
      `${account.domain} does not accept this API key. Create a new one at https://${account.domain}/account/api-keys/ and connect the account again.`,
    );
  }
  answered(answer, account.domain, call);
}

/** The address of a call on the portal. */
export function addressOf({ domain }: Account, { path, query }: Pick<Call, "path" | "query">): string {
  return `https://${domain}${path}${queryString(query || {})}`;
}

/** What the portal answered, parsed. */
export function answered<T>(answer: Answer, domain: string, call: Partial<Call> = {}): T {
  const body = parsed(answer.content);
  const status = answer.status_code;
  if (status >= 200 && status < 300 && body) return body as T;
  throw refusal(status, body, { ...call, domain });
}

function sent(account: Account, call: Call): Answer {
  try {
    return z.request({
      url: addressOf(account, call),
      method: call.method || "GET",
      headers: {
        Accept: "application/json",
        Authorization: account.authorization,
        "Content-Type": call.body && "application/json",
      },
      body: call.body && z.JSON.stringify(call.body),
    });
  } catch (error) {
    throw new HaltedException(`${account.domain} could not be reached: ${(error as Error).message}`);
  }
}

/** The exception that says what to do. One that passes by itself halts the run: it does not turn the Zap off. */
function refusal(
  status: number,
  body: Refusal | undefined,
  { domain, about = "this", done, permission }: Partial<Call> & { domain: string },
): Error {
  const said = done ? saidIn(body).replace(/\.?$/, `. ${done}`) : saidIn(body);
  if (status === 401) return new InvalidSessionException();
  if (status === 429) return new HaltedException(quotaMessage(body || {}, domain));
  if (status >= 500) return new HaltedException(`${domain} has a problem of its own (status ${status}).`);
  if (!body) {
    return new ErrorException(
      `${domain} answered with a web page instead of data (status ${status}). Check the domain of the connected account.`,
    );
  }
  if (status === 403) {
    const needed = permission ? `: it needs "${permissions[permission]}" (${permission})` : "";
    return new ErrorException(`The API key has no permission for ${about} on ${domain}${needed}${said}`);
  }
  if (status === 404) return new ErrorException(`${domain} does not have ${about}, or it was renamed${said}`);
  if (status === 400) return new ErrorException(`${domain} does not accept what this Zap asks for${said}`);
  return new ErrorException(`${domain} refused the request with status ${status}${said}`);
}

/** `{"message": "Invalid input", "detail": {"title": ["…"]}}` -> `: Invalid input, title: … (validation_error)` */
function saidIn(body: Refusal | undefined): string {
  const { message, error_code, detail = {} } = body || {};
  if (!message) return ".";
  const details = Object.keys(detail).map((name) => `, ${name}: ${[detail[name]].join(" ")}`);
  return `: ${message}${details.join("")}${error_code ? ` (${error_code})` : ""}`;
}

function quotaMessage({ reset_time, limit_time_unit, call_limit }: Refusal, domain: string): string {
  const limit = call_limit
    ? `Its limit of ${call_limit} calls per ${limit_time_unit} is used up`
    : "It is too busy";
  return `${domain} accepts no more requests until ${reset_time || "later"}. ${limit}.`;
}

/** The object that a text is in JSON; nothing when it is anything else, HTML say. */
export function parsed(content: string | null): object | undefined {
  try {
    const value = z.JSON.parse(content);
    return value !== null && typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `{ limit: 3, refine: ["theme:Air", "language:en"] }` -> `?limit=3&refine=theme%3AAir&refine=language%3Aen` */
function queryString(query: Query): string {
  const pairs: string[] = [];
  // Sorted, so that every engine asks for the same address.
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== "") pairs.push(`${name}=${encodeURIComponent(entry)}`);
    }
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
