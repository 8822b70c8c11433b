/**
 * Messages on a pipe. A frame is the length of its JSON, the length of its bytes (both 32 bits), the JSON and the bytes: the
 * Uint8Arrays of the message, which stand in the JSON as `{"$bytes": [start, end]}`.
 */

/** The file descriptors of the two pipes between a simulator and the process that its script runs in. */
export const channels = {
  /** Between the simulator and the main thread. */
  main: 3,
  /**
   * Between the simulator and the script's thread, which writes and reads it itself: it waits while nobody reads, so that it
   * cannot fill the main thread's memory, and for the answers to requests that the script waits for.
   */
  script: 4,
} as const;

const headLength = 8;

/** The chunks of a message, to be written one after the other. */
export function frameOf(message: object): Uint8Array[] {
  const bytes: Uint8Array[] = [];
  let end = 0;
  const json = Buffer.from(
    JSON.stringify(message, function (this: { [key: string]: unknown }, key, value) {
      // Not the value: a Buffer has been turned into a list of numbers by then.
      const given = this[key];
      if (!(given instanceof Uint8Array)) return value;
      const start = end;
      bytes.push(given);
      end += given.length;
      return { $bytes: [start, end] };
    }),
  );
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(json.length, 0);
  head.writeUInt32LE(end, 4);
  return [head, json, ...bytes];
}

/** Puts the chunks of a pipe together again. It trusts no length: the other side may run a stranger's script. */
export class FrameReader {
  readonly #largest: number;
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted = headLength;

  /** @param largest - the bytes that one frame may have */
  constructor(largest: number) {
    this.#largest = largest;
  }

  /** The messages that are complete with this chunk. Throws when a frame is too large or is no JSON. */
  read(chunk: Buffer): unknown[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: unknown[] = [];
    while (this.#length >= this.#wanted) {
      const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
      const [json, bytes] = [all.readUInt32LE(0), all.readUInt32LE(4)];
      this.#wanted = headLength + json + bytes;
      if (this.#wanted > this.#largest)
        throw new Error(`a message of ${this.#wanted} bytes, ${this.#largest} at most`);
      const isComplete = all.length >= this.#wanted;
      if (isComplete) messages.push(messageIn(all.subarray(headLength, this.#wanted), json));
      const rest = isComplete ? all.subarray(this.#wanted) : all;
      this.#chunks = rest.length > 0 ? [rest] : [];
      this.#length = rest.length;
      if (!isComplete) break;
      this.#wanted = headLength;
    }
    return messages;
  }
}

function messageIn(frame: Buffer, json: number): unknown {
  const bytes = frame.subarray(json);
  const text = frame.toString("utf8", 0, json);
  if (bytes.length === 0 && !text.includes('"$bytes"')) return JSON.parse(text);
  return JSON.parse(text, (_, value) =>
    Array.isArray(value?.$bytes) ? new Uint8Array(bytes.subarray(value.$bytes[0], value.$bytes[1])) : value,
  );
}
