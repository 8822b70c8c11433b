import type { SessionAuth } from "../../model/definitions.ts";
import { type FieldValues, ownValue } from "../fields/form.ts";
import { isPlainObject } from "../json.ts";
import type { DraftRequest } from "../request/prepared-request.ts";

/** The placement of the mapped credentials, and their sources. */
export interface CredentialPlacement extends Pick<SessionAuth, "placement" | "mapping"> {
  readonly auth_fields: FieldValues;
}

interface MappedCredentials {
  readonly [name: string]: string;
}

/** Puts the mapped credentials where they are not there yet. Source: runner, middleware-factory.js. */
export function place(request: DraftRequest, auth: CredentialPlacement): DraftRequest {
  const { placement, auth_fields } = auth;
  if (Object.keys(auth_fields).length === 0) return request;
  const mapped = renderMapping(auth);
  return {
    ...request,
    ...(placement !== "querystring" && { headers: withHeaders(request.headers, mapped) }),
    ...(placement !== "header" && { params: withParams(request.params, mapped) }),
  };
}

function withHeaders(headers: DraftRequest["headers"], mapped: MappedCredentials): DraftRequest["headers"] {
  const there = new Set(Object.keys(headers).flatMap((name) => (headers[name] ? name.toLowerCase() : [])));
  const missing = Object.entries(mapped).filter(([name]) => !there.has(name.toLowerCase()));
  return { ...headers, ...Object.fromEntries(missing) };
}

function withParams(params: DraftRequest["params"], mapped: MappedCredentials): DraftRequest["params"] {
  const missing = Object.entries(mapped).filter(([name]) => !params[name]);
  return { ...params, ...Object.fromEntries(missing) };
}

/** Source: runner, middleware-factory.js: without a mapping, every auth field is put there under its own name. */
function renderMapping({ mapping, auth_fields }: CredentialPlacement): MappedCredentials {
  if (Object.keys(mapping).length === 0) return auth_fields as MappedCredentials;
  return Object.fromEntries(
    Object.entries(mapping).map(([name, template]) => [name, renderTemplate(template, auth_fields)]),
  );
}

/** Unlike elsewhere, an unknown variable is empty, blanks around the name do not count and booleans are `true`. */
export function renderTemplate(template: string, values: FieldValues): string {
  return template.replace(/\{\{([^}]+)\}\}/g, (variable, key: string) => {
    const steps = key.trim().split(".");
    // Rendered later, with the rest of the request.
    if (steps[0] === "bundle" && !("bundle" in values)) return variable;
    const value = steps.reduce<unknown>(
      (at, step) => (isPlainObject(at) ? ownValue(at, step) : undefined),
      values,
    );
    return String(value ?? "");
  });
}
