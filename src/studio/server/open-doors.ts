import type { IncomingMessage } from "node:http";
import { Failure } from "../../model/failure.ts";
import type { Session } from "../session/session.ts";
import { bytesOf } from "./body.ts";
import { type HttpResponse, RefusedRequest } from "./response.ts";

/** Bytes that a hook may have here. The platform takes more: `hookLimit` of the simulator. */
const hookBytes = 10_000_000;

interface DoorRequest {
  readonly request: IncomingMessage;
  readonly searchParams: URLSearchParams;
}

/** Answers at the addresses that need no token. */
export async function doorAt(pathname: string, at: DoorRequest, session: Session): Promise<HttpResponse> {
  const zap = session.zaps.doors.at(pathname);
  if (zap !== undefined) return hookAnswer(zap, at, session);
  const pending = session.connecting.doors.at(pathname);
  if (pending === undefined)
    throw new RefusedRequest(404, "There is nothing at this address, or it has expired.");
  if (at.request.method !== "GET") throw new RefusedRequest(405, "An API redirects here with GET.");
  try {
    const record = session.connecting.redirected(pending, at.searchParams);
    await record.ended;
    return page(record.row.error === undefined ? "Access is granted." : "Access was not granted.");
  } catch (error) {
    if (error instanceof Failure) throw new RefusedRequest(403, error.fault);
    throw error;
  }
}

async function hookAnswer(zap: string, { request }: DoorRequest, session: Session): Promise<HttpResponse> {
  const body = (await bytesOf(request, hookBytes)).toString();
  const { method = "", url = "", rawHeaders } = request;
  const { status, headers } = await session.zaps.received(zap, {
    ...{ method, body, headers: headersIn(rawHeaders) },
    querystring: url.split(/\?(.*)/s)[1] ?? "",
  });
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body: "" };
}

/** The headers in their spelling. */
function headersIn(rawHeaders: readonly string[]): { [name: string]: string } {
  const names = rawHeaders.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, rawHeaders[index * 2 + 1] ?? ""]));
}

/** A page without anything that runs, for the browser that an API has sent back. */
function page(text: string): HttpResponse {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>zapc studio</title><p>${text} The studio shows the account: this page can be closed.</p></html>`;
  return { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" }, body };
}
