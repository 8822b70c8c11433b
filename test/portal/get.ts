import type { Portal } from "./index.ts";

type Parameters = { [name: string]: string | string[] };

export interface Got {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the tests compare it as a whole or reach into it
  body: any;
}

const API = "/api/explore/v2.1";

/** Asks the API of a portal; a list becomes a repeated parameter. */
export async function get(portal: Portal, path: string, parameters: Parameters = {}): Promise<Got> {
  return read(await fetch(urlOf(portal, path, parameters)));
}

/** The same with an API key in the header. */
export async function getWithKey(portal: Portal, path: string, key: string): Promise<Got> {
  return read(await fetch(urlOf(portal, path, {}), { headers: { Authorization: `Apikey ${key}` } }));
}

export function urlOf(portal: Portal, path: string, parameters: Parameters): URL {
  const url = new URL(`${portal.url}${API}${path}`);
  for (const [name, value] of Object.entries(parameters)) {
    for (const each of [value].flat()) url.searchParams.append(name, each);
  }
  return url;
}

async function read(response: Response): Promise<Got> {
  return { status: response.status, headers: response.headers, body: await response.json() };
}
