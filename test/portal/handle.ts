import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Management } from "./automation/management.ts";
import { AUTOMATION_PATH, routeAutomation } from "./automation/routes.ts";
import {
  authenticate,
  type Condition,
  failureOf,
  type OwnAnswer,
  quotaAnswer,
  quotaHeaders,
} from "./condition.ts";
import type { PortalDataset } from "./dataset.ts";
import { undocumented } from "./documented-requests.ts";
import { ApiError, methodNotAllowed } from "./errors.ts";
import { exchange, isGood, TOKEN_PATH, type Tokens } from "./oauth2.ts";
import type { Query } from "./parameters.ts";
import { PUSH_PATH, push } from "./push.ts";
import { type Answer, route } from "./routes.ts";
import { checkAnswer } from "./schemas.ts";

/** A request that arrived. */
export interface PortalRequest {
  method: string;
  /** The path without the query, as it was sent. */
  path: string;
  /** The decoded parameters, in order. */
  query: Query;
  /** By name in lower case. */
  headers: { [name: string]: string };
  /** The body as text; empty where there was none. */
  body: string;
}

/** The data that a request's answer depends on. */
export interface PortalState {
  datasets: PortalDataset[];
  management: Management;
  tokens: Tokens;
  condition: Condition;
  now: () => Date;
  requests: PortalRequest[];
  /** The parts of arrived requests that no API document describes. */
  undocumented: string[];
  /** Mistakes of the stand-in itself or of its data: they fail the test when the portal is closed. */
  faults: Error[];
}

// Source: explore-v2.1, the content type of its responses.
const JSON_TYPE = "application/json; charset=utf-8";
const HTML_TYPE = "text/html; charset=utf-8";

const MAINTENANCE_PAGE =
  "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>\n";
const LOGIN_PAGE =
  '<!DOCTYPE html>\n<html><body><form><input name="user"><input type="password" name="key"></form></body></html>\n';
const BAD_GATEWAY_PAGE =
  "<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center></body>\n</html>\n";

/** The failures that are pages of HTML. */
const PAGES: { [name: string]: { status: number; content: string } } = {
  html: { status: 200, content: MAINTENANCE_PAGE },
  login: { status: 200, content: LOGIN_PAGE },
  "502": { status: 502, content: BAD_GATEWAY_PAGE },
};

/** Answers one request of either listener. */
export async function handle(
  state: PortalState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(origin(request) + (request.url ?? "/"));
  const arrived = describe(request, url, await text(request));
  const { status, headers, content } = answerTo(state, arrived, url);
  const failure = failureOf(state.condition, arrived);
  if (failure === "hang-up") request.socket.destroy();
  else if (failure === "torn") {
    response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(content) });
    response.write(content.slice(0, content.length / 2), () => request.socket.destroy());
  } else response.writeHead(status, headers).end(content);
}

/** The answer to a request. */
export interface Sent {
  status: number;
  headers: { [name: string]: string };
  content: string;
}

/** Answers one request that arrived. */
export function answerTo(state: PortalState, arrived: PortalRequest, url: URL): Sent {
  state.requests.push(arrived);
  const unknown = undocumented(arrived);
  if (unknown !== undefined) state.undocumented.push(unknown);
  const failure = failureOf(state.condition, arrived);
  if (typeof failure === "object") return ownAnswer(failure);
  const page = failure && PAGES[failure];
  if (page) return { ...page, headers: { "Content-Type": HTML_TYPE } };
  if (failure === "hang-up") return { status: 200, headers: {}, content: "" };
  state.condition.calls += 1;
  const given = answer(state, arrived, url);
  const type = "type" in given ? given.type : JSON_TYPE;
  const headers = { "Content-Type": type, ...quotaHeaders(state.condition, state.now()) };
  const content = "type" in given ? given.content : JSON.stringify(given.body);
  if (failure === "empty") return { status: 200, headers, content: "" };
  return {
    status: given.status,
    headers,
    content: failure === "cut-off" ? content.slice(0, content.length / 2) : content,
  };
}

function ownAnswer({ status, body }: OwnAnswer): Sent {
  const content = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: { "Content-Type": JSON_TYPE }, content };
}

function answer(state: PortalState, request: PortalRequest, url: URL): Answer {
  try {
    const given = quotaAnswer(state.condition) ?? answerOfApi(state, request, url);
    if ("schema" in given) checkAnswer(given.schema, given.body);
    return given;
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    state.faults.push(fault);
    return { status: 500, schema: "error", body: { message: fault.message, error_code: "StandInFault" } };
  }
}

function answerOfApi(state: PortalState, request: PortalRequest, url: URL): Answer {
  try {
    return api(state, request, url);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, message, error_code, detail } = error;
    return { status, schema: "error", body: { message, error_code, ...(detail && { detail }) } };
  }
}

function api(state: PortalState, request: PortalRequest, url: URL): Answer {
  const { method, query, headers, body } = request;
  const { datasets, management, condition, tokens } = state;
  const now = state.now();
  if (url.pathname === TOKEN_PATH && method === "POST") {
    return exchange(tokens, new URLSearchParams(body), now);
  }
  if (PUSH_PATH.test(url.pathname)) return push({ url, method, datasets, management, body });
  const isManaged = url.pathname.startsWith(`${AUTOMATION_PATH}/`);
  if (!isManaged && method !== "GET") throw methodNotAllowed(method);
  const reading = isManaged ? { ...condition, public: false, ignores_keys: false } : condition;
  authenticate(reading, { headers, query, isGoodToken: (token) => isGood(tokens, token, now) });
  if (!isManaged) return route({ url, query, datasets, now });
  const isForm = headers["content-type"]?.startsWith("multipart/") === true;
  const given = { body: isForm ? undefined : parsed(body), form: body };
  return routeAutomation({ url, method, query, datasets, management, now, ...given });
}

// Source: automation-v1, the example of "Bad Request".
function parsed(body: string): unknown {
  try {
    return body === "" ? undefined : JSON.parse(body);
  } catch {
    const message = "Bad request: the server did not understand the request parameters.";
    throw new ApiError(400, "bad_request", message);
  }
}

function origin(request: IncomingMessage): string {
  const scheme = "encrypted" in request.socket ? "https" : "http";
  return `${scheme}://${request.headers.host ?? "127.0.0.1"}`;
}

function describe(request: IncomingMessage, url: URL, body: string): PortalRequest {
  const headers: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = [value].flat().join(", ");
  return { method: request.method ?? "GET", path: url.pathname, query: [...url.searchParams], headers, body };
}
