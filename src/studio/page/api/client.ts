import type { ErrorBody, RouteInput, RouteOutput, Routes } from "../../api.ts";
import { authorization } from "./token.ts";

type RouteName = keyof Routes;

/** An answer of the API that is no success. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly hint: string | undefined;

  constructor(status: number, { error, hint }: ErrorBody) {
    super(error);
    this.status = status;
    this.hint = hint;
  }
}

/**
 * Calls the API: `await call("GET /api/run", { id })`.
 *
 * @throws {ApiError} where the server refuses
 */
export async function call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  const response = await request(route, input as object | undefined);
  return response.json();
}

/** Sends a request to the API; its answer is a success. */
export async function request(
  route: RouteName,
  input: object | undefined,
  signal?: AbortSignal,
): Promise<Response> {
  const [method = "", path = ""] = route.split(" ");
  const given =
    method === "GET" ? { path: path + query(input) } : { path, body: JSON.stringify(input ?? {}) };
  const response = await fetch(given.path, {
    method,
    headers: { ...authorization(), ...(given.body !== undefined && { "content-type": "application/json" }) },
    ...(given.body !== undefined && { body: given.body }),
    ...(signal && { signal }),
    cache: "no-store",
  });
  if (!response.ok) throw new ApiError(response.status, await refusalOf(response));
  return response;
}

function query(input: object = {}): string {
  const entries = Object.entries(input).map(([name, value]) => [name, String(value)]);
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}

async function refusalOf(response: Response): Promise<ErrorBody> {
  try {
    return await response.json();
  } catch {
    return { error: `The studio answered with status ${response.status}.` };
  }
}
