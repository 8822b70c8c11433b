import { setImmediate } from "node:timers/promises";
import { payloadError } from "../limits.ts";

const firstCapacity = 65_536;
const chunksInARow = 64;

/**
 * Reads an answer, and counts its bytes as they arrive. Throws above the limit; the chunks' source is closed then. It keeps
 * no chunk: a thousand bytes that come one by one take a thousand bytes.
 */
export async function readAnswer(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(0);
  let length = 0;
  let count = 0;
  for await (const chunk of chunks) {
    const end = length + chunk.length;
    if (end > limit) throw payloadError("response", limit);
    if (end > bytes.length) bytes = grown(bytes, Math.min(limit, Math.max(firstCapacity, 2 * end)), length);
    bytes.set(chunk, length);
    length = end;
    count += 1;
    // A source that never waits would let no timer run, and so no time limit.
    if (count % chunksInARow === 0) await setImmediate();
  }
  return bytes.subarray(0, length);
}

function grown(bytes: Uint8Array<ArrayBuffer>, capacity: number, length: number): typeof bytes {
  const copy = new Uint8Array(capacity);
  copy.set(bytes.subarray(0, length));
  return copy;
}
