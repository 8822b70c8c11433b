import { escape as encoded, stringify } from "node:querystring";
import type { DraftRequest } from "./prepared-request.ts";
import { orUriError } from "./urls.ts";

/** `{a: [1, 2], b: "x y"}` -> `a=1&a=2&b=x%20y` */
export function queryString(values: object): string {
  return orUriError(() => stringify(values as NodeJS.Dict<string>));
}

/** `{{variables}}` that nothing has rendered are taken out of params and bodies, and only there. */
export function withoutVariables(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/\{\{.*?\}\}/g, "") : value;
}

/** The address with the params. Source: zapier-platform-core, http-middlewares/before/add-query-params.js. */
export function withParams(request: DraftRequest): string {
  const { url, params, removeMissingValuesFrom, skipEncodingChars } = request;
  const clean = Object.entries(params).map(([name, value]) => [name, withoutVariables(value ?? "")]);
  const kept = clean.filter(([, value]) => !removeMissingValuesFrom?.params || value !== "");
  const query = withPlain(queryString(Object.fromEntries(kept)), skipEncodingChars);
  return query ? `${url}${url.includes("?") ? "&" : "?"}${query}` : url;
}

/** Some APIs want characters as they are: `%24filter` -> `$filter` */
function withPlain(query: string, characters: unknown): string {
  return [...(typeof characters === "string" ? characters : "")].reduce(
    (text, character) => text.replaceAll(encoded(character), character),
    query,
  );
}
