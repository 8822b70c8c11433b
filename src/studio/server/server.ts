import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../../model/failure.ts";
import { isSystemError, reasonOf } from "../../model/system-error.ts";
import type { PageFiles } from "../page-files.ts";
import type { Session } from "../session/session.ts";
import { jsonOf } from "./body.ts";
import { streamEvents } from "./events.ts";
import { doorAt } from "./open-doors.ts";
import { errorResponse, type HttpResponse, json, RefusedRequest, send } from "./response.ts";
import { type RouteTable, routesOf } from "./routes.ts";
import { type RequestKind, refusedBy } from "./rules.ts";
import { randomName, showsToken } from "./token.ts";

// No other machine reaches it.
const loopback = "127.0.0.1";

/** The parts of the server of a studio. */
export interface ServerParts {
  readonly session: Session;
  readonly page: PageFiles;
  /** A free one if it is left out. */
  readonly port?: number | undefined;
}

/** A server that listens. */
export interface StudioServer {
  /** `http://127.0.0.1:4174` */
  readonly origin: string;
  readonly token: string;
  close(): Promise<void>;
}

/**
 * Serves the page of a session and its API on the loopback interface.
 *
 * @throws {Failure} when the port is taken.
 */
export async function serve({ session, page, port = 0 }: ServerParts): Promise<StudioServer> {
  const token = randomName();
  const server = createServer();
  const origin = `http://${loopback}:${await listen(server, port)}`;
  session.origin = origin;
  const context: ServerContext = { session, page, token, origin, routes: routesOf(session) };
  server.on("request", (request, response) => void handle(request, response, context));
  return { origin, token, close: () => closed(server) };
}

interface ServerContext {
  readonly session: Session;
  readonly page: PageFiles;
  readonly token: string;
  readonly origin: string;
  readonly routes: RouteTable;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  context: ServerContext,
): Promise<void> {
  try {
    const { pathname, searchParams } = addressOf(request);
    const kind = kindOf(pathname);
    const refused = refusedBy(kind, request, context.origin);
    if (refused) return send(response, errorResponse(refused.status, { error: refused.error }));
    if (kind === "api") return await answerApi({ request, response, pathname, searchParams }, context);
    if (kind === "door")
      return send(response, await doorAt(pathname, { request, searchParams }, context.session));
    send(response, pageAt(pathname, request, context.page));
  } catch (error) {
    if (response.headersSent || isGone(error)) response.destroy();
    else send(response, answerToError(error));
  }
}

interface ApiRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
  readonly searchParams: URLSearchParams;
}

/** `/api/text?id=t1` in its two parts, as they were sent: nothing in a path is resolved. */
function addressOf({ url = "" }: IncomingMessage): Pick<ApiRequest, "pathname" | "searchParams"> {
  const [pathname = "", query] = url.split(/\?(.*)/s);
  return { pathname, searchParams: new URLSearchParams(query) };
}

function kindOf(pathname: string): RequestKind {
  const [, first] = pathname.split("/");
  if (first === "api") return "api";
  return first === "hooks" || first === "oauth" ? "door" : "page";
}

async function answerApi(
  { request, response, pathname, searchParams }: ApiRequest,
  { session, token, routes }: ServerContext,
): Promise<void> {
  if (!showsToken(request, token)) throw new RefusedRequest(401, "The request has no valid token.");
  if (request.method === "GET" && pathname === "/api/events") return streamEvents(response, session);
  const { method = "" } = request;
  const route = routes[`${method} ${pathname}`];
  if (!route) {
    const isThere = ["GET", "POST"].some((other) => `${other} ${pathname}` in routes);
    throw isThere
      ? new RefusedRequest(405, `${pathname} does not take ${method}.`)
      : new RefusedRequest(404, `There is no ${pathname}.`);
  }
  const input = method === "GET" ? Object.fromEntries(searchParams) : await jsonOf(request);
  send(response, await route(input));
}

/** A file of the page, by the exact path that it is known by. */
function pageAt(pathname: string, { method }: IncomingMessage, page: PageFiles): HttpResponse {
  const file = Object.hasOwn(page, pathname) ? page[pathname] : undefined;
  if (!file) throw new RefusedRequest(404, "There is no such page.");
  if (method !== "GET") throw new RefusedRequest(405, "A page is only read.");
  return { status: 200, headers: { "Content-Type": file.type }, body: file.bytes };
}

/** Tells whether who has asked has gone before all of the request was sent. */
function isGone(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "ECONNRESET";
}

function answerToError(error: unknown): HttpResponse {
  if (error instanceof RefusedRequest) return errorResponse(error.status, { error: error.message });
  if (error instanceof Failure)
    return errorResponse(400, { error: error.fault, ...(error.hint !== undefined && { hint: error.hint }) });
  if (isSystemError(error)) return errorResponse(500, { error: `${reasonOf(error)}.` });
  console.error(error);
  return json({ error: "The studio has a defect: its terminal shows the error." }, 500);
}

/** Resolves to the port. */
function listen(server: Server, port: number): Promise<number> {
  if (port < 0 || port > 65_535) throw new Failure(`Failed to start the studio: there is no port ${port}.`);
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new Failure(`Failed to start the studio on port ${port}: ${reasonOf(error)}.`, {
          hint: "Name another port, or none for a free one: `--port 4175`.",
          cause: error,
        }),
      ),
    );
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}

async function closed(server: Server): Promise<void> {
  const ended = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await ended;
}
