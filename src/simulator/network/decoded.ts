import zlib from "node:zlib";
import type { RawResponse } from "../protocol.ts";

// Source: npm `node-fetch` 2.7, which sends the platform's own requests: a stream that breaks off is taken as it is.
const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };

const decoders: { readonly [encoding: string]: (bytes: Uint8Array) => Uint8Array } = {
  gzip: (bytes) => zlib.gunzipSync(bytes, lenient),
  "x-gzip": (bytes) => zlib.gunzipSync(bytes, lenient),
  deflate: inflate,
  "x-deflate": inflate,
  br: (bytes) => zlib.brotliDecompressSync(bytes),
};

/** The answer's bytes without the compression that its headers tell of. Throws where they are not compressed so. */
export function decoded({ status, headers, bytes }: RawResponse): Uint8Array {
  const decode = decoders[String(headers["content-encoding"])];
  if (!decode || bytes.length === 0 || status === 204 || status === 304) return bytes;
  return decode(bytes);
}

// Source: npm `node-fetch` 2.7: old servers leave the first bytes out.
function inflate(bytes: Uint8Array): Uint8Array {
  const hasHeader = ((bytes[0] as number) & 0x0f) === 0x08;
  return hasHeader ? zlib.inflateSync(bytes, lenient) : zlib.inflateRawSync(bytes, lenient);
}
