import type { ServerResponse } from "node:http";
import { reviewSources } from "../../review/page.ts";
import type { ErrorBody } from "../api.ts";

/** The policy of every answer. The frame of the review has the policy of the page, too: of what stands in a document, it allows the review's own only. */
export const policy = [
  "default-src 'none'",
  `script-src 'self' ${reviewSources.script}`,
  `style-src 'self' ${reviewSources.style}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The headers of every answer. */
const always = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": policy,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** An answer. */
export interface HttpResponse {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body: string | Uint8Array;
}

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers = {}, body }: HttpResponse): void {
  response.writeHead(status, { ...always, ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

/** An answer of the API. */
export function json(value: unknown, status = 200): HttpResponse {
  return {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  };
}

/** An answer of the API that says why there is no other. */
export function errorResponse(status: number, refused: ErrorBody): HttpResponse {
  return json(refused, status);
}

/** A file that the browser saves, and never shows. */
export function downloadResponse({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): HttpResponse {
  return {
    status: 200,
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body: bytes,
  };
}

/** Begins a stream of events. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { ...always, "Content-Type": "text/event-stream; charset=utf-8" });
  response.flushHeaders();
}

/** A request that is refused, with the status of its answer. */
export class RefusedRequest extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
