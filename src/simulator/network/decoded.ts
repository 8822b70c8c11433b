import zlib from "node:zlib";
import { payloadError } from "../limits.ts";
import type { RawResponse } from "../protocol.ts";

// Source: npm `node-fetch` 2.7, which sends the platform's own requests: a stream that breaks off is taken as it is.
const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };

const decoders: { readonly [encoding: string]: (bytes: Uint8Array, limit: zlib.ZlibOptions) => Uint8Array } =
  {
    gzip: (bytes, limit) => zlib.gunzipSync(bytes, { ...lenient, ...limit }),
    "x-gzip": (bytes, limit) => zlib.gunzipSync(bytes, { ...lenient, ...limit }),
    deflate: inflate,
    "x-deflate": inflate,
    br: (bytes, limit) => zlib.brotliDecompressSync(bytes, limit),
  };

/**
 * The answer's bytes without the compression that its headers tell of. Throws where they are not compressed so, and where they
 * would become more than the limit: a kilobyte can become a megabyte.
 */
export function decoded({ status, headers, bytes }: RawResponse, limit: number): Uint8Array {
  const decode = decoders[String(headers["content-encoding"])];
  if (!decode || bytes.length === 0 || status === 204 || status === 304) return bytes;
  try {
    return decode(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE"
      ? payloadError("response", limit)
      : error;
  }
}

// Source: npm `node-fetch` 2.7: old servers leave the first bytes out.
function inflate(bytes: Uint8Array, limit: zlib.ZlibOptions): Uint8Array {
  const hasHeader = ((bytes[0] as number) & 0x0f) === 0x08;
  const options = { ...lenient, ...limit };
  return hasHeader ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
}
