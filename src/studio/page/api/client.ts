import type { Refusal, Routes } from "../../api.ts";
import { authorization } from "./token.ts";

type Route = keyof Routes;
type Takes<R extends Route> = Routes[R] extends { takes: infer T } ? T : undefined;
type Gives<R extends Route> = Routes[R] extends { gives: infer G } ? G : never;

/** An answer of the API that is no success. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly hint: string | undefined;

  constructor(status: number, { error, hint }: Refusal) {
    super(error);
    this.status = status;
    this.hint = hint;
  }
}

/**
 * Calls the API: `await call("GET /api/run", { id })`.
 *
 * @throws {Refused} where the server refuses
 */
export async function call<R extends Route>(route: R, takes: Takes<R>): Promise<Gives<R>> {
  const response = await request(route, takes as object | undefined);
  return response.json();
}

/** Sends a request to the API; its answer is a success. */
export async function request(
  route: Route,
  takes: object | undefined,
  signal?: AbortSignal,
): Promise<Response> {
  const [method = "", path = ""] = route.split(" ");
  const given =
    method === "GET" ? { path: path + query(takes) } : { path, body: JSON.stringify(takes ?? {}) };
  const response = await fetch(given.path, {
    method,
    headers: { ...authorization(), ...(given.body !== undefined && { "content-type": "application/json" }) },
    ...(given.body !== undefined && { body: given.body }),
    ...(signal && { signal }),
    cache: "no-store",
  });
  if (!response.ok) throw new Refused(response.status, await refusalOf(response));
  return response;
}

function query(takes: object = {}): string {
  const entries = Object.entries(takes).map(([name, value]) => [name, String(value)]);
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    return await response.json();
  } catch {
    return { error: `The studio answered with status ${response.status}.` };
  }
}
