/** A connected account: see `get_session_info`. */
export interface Account {
  /** The bare host name. */
  domain: string;
  /** `Apikey …`; empty for an account without a key, which sees what every visitor sees. */
  authorization: string;
}

/** The portal of an account, as one call of a method asks it. */
export interface Portal extends Account {
  /** The time in milliseconds at which the method must be done. */
  deadline: number;
  /** True if a temporary failure halts the run. Otherwise it is an error, which the owner of the Zap sees. */
  halts: boolean;
}

/** Parameters by their names; a list becomes a repeated parameter, an empty value is left out. */
export interface Query {
  [name: string]: string | number | (string | undefined)[] | undefined;
}

/** One request to a portal. */
export interface Call {
  /** `GET` when left out. */
  method?: "POST" | "PUT";
  /** Behind the domain, percent-encoded: `/api/explore/v2.1/catalog/datasets`. */
  path: string;
  query?: Query;
  /** Sent as JSON. */
  body?: object;
  /** The list that the answer holds; `[]` where the answer is a list itself. An answer without it is refused. */
  list?: "results" | "facets" | "[]";
  /** The subject, for the user who reads that it is missing: `the dataset "air-quality"`. */
  about?: string;
  /** A sentence about the work done so far, for the user who reads that this request was refused. */
  done?: string | undefined;
  /** A sentence that tells the user how to name the subject, where it is missing. */
  find?: string;
  /** A sentence that tells the user how to ask for less: `Choose fewer datasets.` */
  narrow?: string;
  /** A permission that the owner of the API key needs. */
  permission?: Permission;
}

/** The names that administrators read. Source: automation-v1, schema Permission. */
export const permissions = {
  create_dataset: "Create new datasets",
  edit_dataset: "Edit all datasets",
  publish_dataset: "Publish own datasets",
  edit_domain: "Edit all domain properties",
};

export type Permission = keyof typeof permissions;

/** The answer, as `z.request` gives it. */
export interface Answer {
  status_code: number;
  content: string | null;
}

/** A method has 30 seconds: some are left for the work on the last answer. */
export const MOST_SECONDS = 25;

export function isWrite(call: Call): boolean {
  return call.method !== undefined;
}

/** The options of `z.request` for JSON, with a key or without one. */
export function jsonRequest(url: string, body: object | undefined, authorization: string) {
  return {
    url,
    method: body ? "POST" : "GET",
    headers: {
      Accept: "application/json",
      Authorization: authorization || undefined,
      "Content-Type": body && "application/json",
    },
    body: body && z.JSON.stringify(body),
    timeout: MOST_SECONDS * 1000,
  };
}
