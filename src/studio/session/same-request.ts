import type { BoundedRequest } from "../../simulator/network/answerer.ts";

/** Tells whether two requests are one and the same. */
export function isSame(
  one: Pick<BoundedRequest, "method" | "url" | "body">,
  other: Pick<BoundedRequest, "method" | "url" | "body">,
): boolean {
  return one.method === other.method && one.url === other.url && textOf(one.body) === textOf(other.body);
}

/** A body as text, also one of bytes. */
export function textOf(body: BoundedRequest["body"]): string {
  return typeof body === "string" ? body : Buffer.from(body ?? []).toString("latin1");
}
