import { isUtf8 } from "node:buffer";
import zlib from "node:zlib";
import { fileLimit } from "../limits.ts";
import { decoded } from "../network/decoded.ts";
import type { RawResponse } from "../protocol.ts";

type CompressedResponse = Pick<RawResponse, "headers" | "bytes">;

/**
 * The body that was sent, unpacked, so that it can be searched; the header of the compression is left out. Bytes that cannot be
 * unpacked cannot be searched either: a placeholder takes their place.
 */
export function uncompressed({ headers, bytes }: CompressedResponse): CompressedResponse {
  const name = Object.keys(headers).find((it) => it.toLowerCase() === "content-encoding");
  if (name === undefined || bytes.length === 0) return { headers, bytes };
  const encodings = String(headers[name]).toLowerCase().split(",");
  const unpacked = encodings.reduceRight<Uint8Array | undefined>(
    (packed, encoding) => packed && unpack(packed, encoding.trim()),
    bytes,
  );
  if (!unpacked && isUtf8(bytes)) return { headers, bytes };
  const others = Object.entries(headers).filter(([it]) => it !== name);
  return { headers: Object.fromEntries(others), bytes: unpacked ?? Buffer.from("redacted-bytes") };
}

/** Undefined where the bytes are not packed so, or too much would come out. */
function unpack(bytes: Uint8Array, encoding: string): Uint8Array | undefined {
  try {
    if (encoding === "identity") return bytes;
    if (encoding === "zstd") return zstd(bytes);
    if (!["gzip", "x-gzip", "deflate", "x-deflate", "br"].includes(encoding)) return undefined;
    return decoded({ status: 200, headers: { "content-encoding": encoding }, bytes }, fileLimit);
  } catch {
    return undefined;
  }
}

// Source: Node.js, zlib, "zlib.zstdDecompressSync": since 22.15.
function zstd(bytes: Uint8Array): Uint8Array | undefined {
  const { zstdDecompressSync } = zlib as { zstdDecompressSync?: typeof zlib.brotliDecompressSync };
  return zstdDecompressSync?.(bytes, { maxOutputLength: fileLimit });
}
