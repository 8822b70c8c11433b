import type { Param } from "../../model/bundles/shared.ts";
import type { SessionAuth } from "../../model/definitions.ts";
import { isPlainObject, type Lookup, render } from "./variables.ts";

/** A request of the platform while it takes shape. */
export interface DraftRequest {
  readonly url: string;
  /** Absent until a `pre_` method names one. */
  readonly method?: string;
  readonly headers: { readonly [name: string]: string };
  readonly params: { readonly [name: string]: Param };
  /** Text, or what is to become JSON or a form. */
  readonly body: unknown;
}

// Source: platform-facts, "A request from start to end", 1.
const preparedHeaders = {
  Accept: "application/json",
  "Content-Type": "application/json; charset=utf-8",
} as const;

/** The request without an address or authentication: what `get_session_info` gets. */
export const bareRequest: DraftRequest = { url: "", headers: preparedHeaders, params: {}, body: {} };

type AuthFields = { readonly [key: string]: unknown };

/** The request that a `pre_` or full method is shown: authenticated and rendered. */
export function prepareRequest(url: string, lookup: Lookup, auth: Authentication): DraftRequest {
  return render(authenticate({ ...bareRequest, url }, auth), lookup);
}

export interface Authentication extends Pick<SessionAuth, "placement" | "mapping"> {
  readonly auth_fields: AuthFields;
}

/** Puts the mapped authentication where it is not there yet. Source: runner, middleware-factory.js. */
export function authenticate(request: DraftRequest, auth: Authentication): DraftRequest {
  const { placement, auth_fields } = auth;
  if (Object.keys(auth_fields).length === 0) return request;
  const mapped = renderMapping(auth);
  return {
    ...request,
    ...(placement !== "querystring" && { headers: withHeaders(request.headers, mapped) }),
    ...(placement !== "header" && { params: withParams(request.params, mapped) }),
  };
}

function withHeaders(headers: DraftRequest["headers"], mapped: Mapped): DraftRequest["headers"] {
  const there = new Set(Object.keys(headers).flatMap((name) => (headers[name] ? name.toLowerCase() : [])));
  const missing = Object.entries(mapped).filter(([name]) => !there.has(name.toLowerCase()));
  return { ...headers, ...Object.fromEntries(missing) };
}

function withParams(params: DraftRequest["params"], mapped: Mapped): DraftRequest["params"] {
  const missing = Object.entries(mapped).filter(([name]) => !params[name]);
  return { ...params, ...Object.fromEntries(missing) };
}

interface Mapped {
  readonly [name: string]: string;
}

/** Source: runner, middleware-factory.js: without a mapping, every auth field is put there under its own name. */
function renderMapping({ mapping, auth_fields }: Authentication): Mapped {
  if (Object.keys(mapping).length === 0) return auth_fields as Mapped;
  return Object.fromEntries(
    Object.entries(mapping).map(([name, template]) => [name, renderTemplate(template, auth_fields)]),
  );
}

/** Unlike elsewhere, an unknown variable is empty, blanks around the name do not count and booleans are `true`. */
function renderTemplate(template: string, auth_fields: AuthFields): string {
  return template.replace(/\{\{([^}]+)\}\}/g, (variable, key: string) => {
    const steps = key.trim().split(".");
    // Rendered later, with the rest of the request.
    if (steps[0] === "bundle" && !("bundle" in auth_fields)) return variable;
    const value = steps.reduce<unknown>(
      (at, step) => (isPlainObject(at) ? at[step] : undefined),
      auth_fields,
    );
    return String(value ?? "");
  });
}
