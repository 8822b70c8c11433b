import type { WireRequest, WireResponse } from "../protocol.ts";
import type { ScriptHost } from "./host.ts";
import { encodeReserved, nestedQuery } from "./nested-query.ts";
import { requestUrl } from "./request-url.ts";

/** What z.request of a script is asked, as far as it is simulated. */
interface Options {
  readonly url?: unknown;
  readonly uri?: unknown;
  readonly method?: unknown;
  readonly headers?: { readonly [name: string]: unknown };
  readonly params?: object;
  readonly qs?: object;
  readonly data?: unknown;
  readonly body?: unknown;
  readonly auth?: unknown;
  readonly form?: unknown;
  readonly json?: unknown;
  readonly followRedirect?: unknown;
}

const simulated: { readonly [name in keyof Options]-?: true } = {
  url: true,
  uri: true,
  method: true,
  headers: true,
  params: true,
  qs: true,
  data: true,
  body: true,
  auth: true,
  form: true,
  json: true,
  followRedirect: true,
};

// Source: npm `request` 2.88, which runs z.request on the converted runtime. So are the rules below.
const bodyIsNoText = "Argument error, options.body.";
const formType = "application/x-www-form-urlencoded";

interface Read {
  readonly request: WireRequest;
  /** The answer is to be parsed. */
  readonly parseJson: boolean;
}

/** Makes of a script's options what is sent. Throws what the platform throws, or that an option is not simulated. */
export function readRequest(given: unknown, host: ScriptHost): Read {
  const options = readOptions(given, host);
  const headers = readHeaders(options);
  const body = readBody(options, headers);
  const method = String(options.method || "GET").toUpperCase();
  if (body && (method === "GET" || method === "HEAD")) {
    throw host.notSimulated(`A ${method} request with a body`);
  }
  const request: WireRequest = {
    method,
    url: requestUrl(options.uri || options.url, options.qs || options.params),
    headers: Object.fromEntries([...headers.values()]),
    body: body || null,
    redirects: options.followRedirect === undefined || options.followRedirect ? "script" : "none",
  };
  return { request, parseJson: Boolean(options.json) };
}

function readOptions(given: unknown, host: ScriptHost): Options {
  const whole = Object(given) as Options & { request?: Options };
  // Source: platform-facts, "`z`": `request` may be the whole bundle.
  const options = whole.request || whole;
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !(name in simulated)) {
      throw host.notSimulated(`The option ${name} of z.request`);
    }
    if (typeof value === "function") throw host.notSimulated(`A function as the option ${name} of z.request`);
  }
  for (const name of ["params", "qs", "headers"] as const) {
    if (options[name] && typeof options[name] !== "object") {
      throw host.notSimulated(`A ${typeof options[name]} as the option ${name} of z.request`);
    }
  }
  if (options.auth && !isNameAndPassword(options.auth)) {
    throw host.notSimulated("The option auth of z.request as anything but [user, password]");
  }
  return options;
}

function isNameAndPassword(auth: unknown): boolean {
  return Array.isArray(auth) && auth.length === 2 && auth.every((part) => typeof part === "string");
}

/** By lower-case name. */
type Headers = Map<string, [name: string, value: string]>;

function readHeaders({ headers, auth }: Options): Headers {
  const read: Headers = new Map();
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) read.set(name.toLowerCase(), [name, String(value)]);
  }
  if (auth) {
    const credentials = Buffer.from((auth as string[]).join(":")).toString("base64");
    setHeader(read, "authorization", `Basic ${credentials}`);
  }
  return read;
}

function setHeader(headers: Headers, name: string, value: string): void {
  headers.set(name, [headers.get(name)?.[0] ?? name, value]);
}

/** The body's text; the headers that go with it are added. */
function readBody(options: Options, headers: Headers): string | undefined {
  const defaultHeader = (name: string, value: string) => headers.has(name) || setHeader(headers, name, value);
  let body = options.body || options.data || undefined;
  if (options.form) {
    if (!isForm(headers)) setHeader(headers, "content-type", formType);
    body =
      typeof options.form === "string" ? encodeReserved(options.form) : nestedQuery(options.form as object);
  }
  if (options.json) {
    defaultHeader("accept", "application/json");
    if (options.json !== true) body = JSON.stringify(options.json);
    else if (body !== undefined) body = isForm(headers) ? encodeReserved(String(body)) : JSON.stringify(body);
    if (body !== undefined) defaultHeader("content-type", "application/json");
  }
  if (body !== undefined && typeof body !== "string") throw new Error(bodyIsNoText);
  return body;
}

function isForm(headers: Headers): boolean {
  return headers.get("content-type")?.[1].startsWith(formType) ?? false;
}

/** What z.request answers. Source: runner, zfactory.js: an empty body is null; with `json`, a body that is JSON is parsed. */
export function scriptResponse({ status, headers, body }: WireResponse, parseJson: boolean): object {
  return { status_code: status, headers, content: (parseJson ? parsedOr(body) : body) || null };
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
