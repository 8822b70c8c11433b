import type { BoundedRequest } from "../../simulator/network/answerer.ts";

/** Tells whether two requests are one and the same. */
export function isSameRequest(
  one: Pick<BoundedRequest, "method" | "url" | "body">,
  other: Pick<BoundedRequest, "method" | "url" | "body">,
): boolean {
  return (
    one.method === other.method &&
    one.url === other.url &&
    comparableBody(one.body) === comparableBody(other.body)
  );
}

/** A body as text, also one of bytes. */
export function comparableBody(body: BoundedRequest["body"]): string {
  return typeof body === "string" ? body : Buffer.from(body ?? []).toString("latin1");
}
