/** The life of a request: it is sent, its answer is read, and a refusal becomes an exception. */
import {
  type Account,
  type Answer,
  type Call,
  isWrite,
  jsonRequest,
  MOST_SECONDS,
  type Portal,
  type Query,
} from "./call.ts";
import {
  explainFailure,
  explainRefusal,
  explainUnreadable,
  isTooLarge,
  tooLarge,
  tooSlow,
} from "./refusals.ts";

/** The portal of a trigger: a trouble that passes by itself halts the poll. */
export function pollingPortal(bundle: { auth_fields: Account }): Portal {
  return { ...bundle.auth_fields, deadline: Date.now() + MOST_SECONDS * 1000, halts: true };
}

/** The request of an action or a search: any trouble is an error. */
export function actingPortal(bundle: { auth_fields: Account }): Portal {
  return { ...pollingPortal(bundle), halts: false };
}

export function ask<T>(portal: Portal, call: Call): T {
  return dataOf(portal, call, answerTo(portal, call));
}

/** Undefined where the portal does not have what is asked for. */
export function askIfThere<T>(portal: Portal, call: Call): T | undefined {
  const answer = answerTo(portal, call);
  return answer.status_code === 404 ? undefined : dataOf<T>(portal, call, answer);
}

function answerTo(portal: Portal, call: Call): Answer {
  const answer = sent(portal, call);
  if (!answer) throw tooLarge(portal, call);
  return answer;
}

/** The data and its size in bytes; undefined where it is too large for the platform. */
export function askSized<T>(portal: Portal, call: Call): { data: T; bytes: number } | undefined {
  const answer = sent(portal, call);
  return answer && { data: dataOf<T>(portal, call, answer), bytes: byteLength(answer.content || "") };
}

/** Undefined where the answer is too large for the platform. */
function sent(portal: Portal, call: Call): Answer | undefined {
  const timeout = portal.deadline - Date.now();
  if (timeout <= 0) throw tooSlow(portal, call);
  try {
    const request = jsonRequest(addressOf(portal, call), call.body, portal.authorization);
    return z.request({ ...request, method: call.method || "GET", timeout });
  } catch (error) {
    const { message } = error as Error;
    if (isTooLarge(message)) return undefined;
    // It has answered before: it is slow, and not away.
    if (/TIMEDOUT/.test(message) && timeout < MOST_SECONDS * 1000) throw tooSlow(portal, call);
    throw explainFailure(portal, call, message);
  }
}

export function addressOf({ domain }: Account, { path, query = {} }: Pick<Call, "path" | "query">): string {
  return `https://${domain}${path}${queryString(query)}`;
}

/** `{ limit: 3, refine: ["a:1", "b:2"] }` -> `?limit=3&refine=a%3A1&refine=b%3A2` */
function queryString(query: Query): string {
  const pairs: string[] = [];
  // Sorted: engines differ.
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    for (const entry of Array.isArray(value) ? value : [value]) {
      if (entry !== undefined && entry !== "") pairs.push(`${name}=${encodeURIComponent(entry)}`);
    }
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** `%28` -> `(`; a text that is wrongly encoded stays. */
export function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

export function dataOf<T>(portal: Portal, call: Call, answer: Answer): T {
  const data = parsed(answer.content);
  const isRefused = answer.status_code < 200 || answer.status_code > 299;
  // The write has succeeded, even if the answer cannot be read.
  if (isWrite(call) && !isRefused) return (data || {}) as T;
  if (data && hasList(data, call) && !isRefused) return data as T;
  const given = { ...answer, data };
  throw isRefused ? explainRefusal(portal, call, given) : explainUnreadable(portal, given);
}

/** The object in a text of JSON; undefined for anything else. */
export function parsed(content: string | null): object | undefined {
  try {
    const value = z.JSON.parse(content);
    return value !== null && typeof value === "object" ? value : undefined;
  } catch {
    return undefined;
  }
}

function hasList(data: object, call: Call): boolean {
  const { list } = call;
  if (!list) return !Array.isArray(data);
  return Array.isArray(list === "[]" ? data : (data as { [name: string]: unknown })[list]);
}

export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += 1;
    // Each half of a surrogate pair has two of its four bytes.
    if (code > 0x7ff && (code < 0xd800 || code > 0xdfff)) bytes += 1;
  }
  return bytes;
}
