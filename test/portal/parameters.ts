import { invalidParameter } from "./errors.ts";

/** The decoded query string, in order. */
export type Query = [name: string, value: string][];

export interface Parameters {
  select?: string;
  where: string[];
  order_by?: string;
  limit: number;
  offset: number;
  refine: string[];
  exclude: string[];
  timezone: string;
  include_links: boolean;
  include_app_metas: boolean;
  facet: string[];
  group_by?: string;
}

export type ParameterName = keyof Parameters | "lang" | "use_labels" | "limit_export";

/** The names in the query string of what is called something else here. */
const NAMES: { [Name in ParameterName]?: string } = { limit_export: "limit" };

// Source: explore-v2.1, parameter limit.
const DEFAULT_LIMIT = 10;
const MIN_LIMIT = -1;
const MAX_LIMIT = 100;
// Source: explore-v2.1, parameter limit: "offset+limit should be less than 10000", and with group_by 20,000 for both.
const WINDOW = 10_000;
const GROUP_WINDOW = 20_000;
// Source: explore-v2.1, parameter lang.
const LANGUAGES = ["en", "fr", "nl", "pt", "it", "ar", "de", "es", "ca", "eu", "sv"];
// Source: explore-v2.1, "several where" and style explode of refine and exclude; assumed: the others come once.
const REPEATABLE = new Set(["where", "refine", "exclude", "facet"]);
// Source: explore-v2.1, "Providing API keys within requests".
const ON_EVERY_ROUTE = new Set(["apikey"]);

/**
 * The parameters of a request, checked.
 * Assumed: a parameter that the route does not list is an error, so that a misspelt one cannot pass for a success.
 */
export function readParameters(query: Query, allowed: readonly ParameterName[]): Parameters {
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    if (ON_EVERY_ROUTE.has(name)) continue;
    if (!allowed.some((candidate) => (NAMES[candidate] ?? candidate) === name))
      throw invalidParameter(`Unknown API parameter: ${name}`);
    values.set(name, [...(values.get(name) ?? []), value]);
    if (!REPEATABLE.has(name) && (values.get(name) ?? []).length > 1) {
      throw invalidParameter(`API parameter ${name} was found more than once`);
    }
  }
  readChoice("lang", values.get("lang")?.[0] ?? "fr", LANGUAGES);
  const page = allowed.includes("limit_export") ? readExport(values) : readPage(values);
  return { ...page, ...readTexts(values), ...readSwitches(values) };
}

function readTexts(values: Map<string, string[]>) {
  return {
    select: values.get("select")?.[0],
    where: values.get("where") ?? [],
    order_by: values.get("order_by")?.[0],
    group_by: values.get("group_by")?.[0],
    refine: values.get("refine") ?? [],
    exclude: values.get("exclude") ?? [],
    facet: values.get("facet") ?? [],
    timezone: readTimezone(values.get("timezone")?.[0] ?? "UTC"),
  };
}

function readSwitches(values: Map<string, string[]>) {
  const read = (name: string) =>
    readChoice(name, values.get(name)?.[0] ?? "false", ["true", "false"]) === "true";
  return { include_links: read("include_links"), include_app_metas: read("include_app_metas") };
}

// Source: explore-v2.1, parameter limit of exports: -1, its default, is all of them.
function readExport(values: Map<string, string[]>) {
  const limit = readInteger("limit", values.get("limit")?.[0] ?? "-1");
  const offset = readInteger("offset", values.get("offset")?.[0] ?? "0");
  if (limit < -1) throw outOfRange("limit", limit, "-1 <= limit");
  if (offset < 0) throw outOfRange("offset", offset, "0 <= offset");
  return { limit: limit === -1 ? Number.POSITIVE_INFINITY : limit, offset };
}

function readPage(values: Map<string, string[]>) {
  const limit = readInteger("limit", values.get("limit")?.[0] ?? String(DEFAULT_LIMIT));
  const offset = readInteger("offset", values.get("offset")?.[0] ?? "0");
  const [most, window] = values.has("group_by") ? [GROUP_WINDOW, GROUP_WINDOW] : [MAX_LIMIT, WINDOW];
  if (limit < MIN_LIMIT || limit > most) {
    throw outOfRange("limit", limit, `${MIN_LIMIT} <= limit <= ${most}`);
  }
  if (offset < 0) throw outOfRange("offset", offset, "0 <= offset");
  // assumed: -1 means as many as one answer can have, as it means all of them in an export.
  const page = limit === -1 ? most : limit;
  if (offset + page >= window) throw outOfRange("offset", offset, `offset + limit < ${window}`);
  return { limit: page, offset };
}

// assumed: the wording.
function outOfRange(name: string, value: number, expected: string) {
  return invalidParameter(
    `Invalid value for ${name} API parameter: ${value} was found but ${expected} is expected.`,
  );
}

function readInteger(name: string, value: string): number {
  if (/^-?\d+$/u.test(value)) return Number(value);
  throw invalidParameter(
    `Invalid value for ${name} API parameter: ${value} was found but an integer is expected.`,
  );
}

function readChoice(name: string, value: string, choices: string[]): string {
  if (choices.includes(value)) return value;
  const expected = `one of ${choices.join(", ")} is expected.`;
  throw invalidParameter(`Invalid value for ${name} API parameter: ${value} was found but ${expected}`);
}

function readTimezone(value: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw invalidParameter(
      `Invalid value for timezone API parameter: ${value} was found but a time zone is expected.`,
    );
  }
}
