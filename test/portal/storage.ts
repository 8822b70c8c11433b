import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** The values of a store, by their keys. */
export interface StoredValues {
  [key: string]: unknown;
}

/** Stands in for Storage by Zapier, as far as it is assumed: see scripting/storage.ts. */
export interface Storage {
  /** http://127.0.0.1:PORT, or https where tls was given. */
  readonly url: string;
  /** The values of each store, by its secret; other secrets are refused. */
  readonly stores: Map<string, StoredValues>;
  /** The methods of the requests that arrived, in order. */
  readonly requests: string[];
  /** From now on it answers with this status; with undefined, as it should. */
  failing: number | undefined;
  close(): Promise<void>;
}

/** The secret of the one store that there is at first. */
export const storage_secret = "1f6b1f3c-7a52-4c3e-9a51-0d7d3b6a2c11";

// Source: docs/platform.md, "Storage by Zapier".
const MOST_KEYS = 500;
const MOST_BYTES = 2500;

/** Starts a store on a free port of the loopback interface. */
export async function startStorage(tls?: { readonly key: string; readonly cert: string }): Promise<Storage> {
  const server = tls ? createSecureServer(tls) : createServer();
  const storage = {
    stores: new Map<string, StoredValues>([[storage_secret, {}]]),
    requests: [] as string[],
    failing: undefined as number | undefined,
  };
  server.on("request", async (request: IncomingMessage, response) => {
    storage.requests.push(request.method ?? "");
    const { status, body } = answer(storage, request, await text(request));
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(storage, {
    url: `${tls ? "https" : "http"}://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  });
}

function answer(
  { stores, failing }: Pick<Storage, "stores" | "failing">,
  request: IncomingMessage,
  body: string,
): { status: number; body: unknown } {
  if (failing !== undefined) return { status: failing, body: { error: "Out of order." } };
  const url = new URL(request.url ?? "", "http://127.0.0.1");
  const values = stores.get(url.searchParams.get("secret") ?? "");
  if (url.pathname !== "/api/records" || !values) return { status: 401, body: { error: "No such store." } };
  if (request.method === "GET") return { status: 200, body: values };
  const merged = { ...values, ...(JSON.parse(body) as StoredValues) };
  const isTooLarge = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) > MOST_BYTES;
  if (Object.keys(merged).length > MOST_KEYS || Object.values(merged).some(isTooLarge)) {
    return { status: 400, body: { error: "Too much for this store." } };
  }
  Object.assign(values, merged);
  return { status: 201, body: values };
}
