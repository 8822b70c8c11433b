import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { HydratedFile } from "zapc/simulator";

/** Stands for the platform's store, where core puts the files that it has downloaded. */
export interface FileStore {
  /** The address that a call names. Source: zapier-platform-core, tools/create-rpc-client.js. */
  readonly rpc_base: string;
  /** The file behind an address that core has returned. */
  file(url: string): HydratedFile;
  close(): Promise<void>;
}

/** Starts a store. Source: zapier-platform-core, tools/create-file-stasher.js and tools/uploader.js. */
export async function startFileStore(): Promise<FileStore> {
  const files = new Map<string, HydratedFile>();
  let keys = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url === "/rpc") {
      keys += 1;
      const result = { url: `${origin()}/`, fields: { key: `file-${keys}` } };
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ id: JSON.parse(String(body)).id, result }));
      return;
    }
    const { key, file } = await uploaded(body, String(request.headers["content-type"]));
    files.set(`${origin()}/${key}`, file);
    response.writeHead(204).end();
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    rpc_base: `${origin()}/rpc`,
    file(url) {
      const file = files.get(url);
      if (!file) throw new Error(`Failed to find the file ${url}: the store has none.`);
      return file;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function uploaded(body: Buffer, type: string): Promise<{ key: string; file: HydratedFile }> {
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData();
  const file = form.get("file") as File;
  const content = new Uint8Array(await file.arrayBuffer());
  const content_type = String(form.get("Content-Type"));
  return {
    key: String(form.get("key")),
    file: { filename: file.name, content_type, length: content.length, content },
  };
}
