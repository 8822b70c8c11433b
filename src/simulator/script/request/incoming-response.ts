import { Stream } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { payloadError, payloadLimit } from "../../limits.ts";

/** A stream that hands its bytes on at once. */
class Immediate extends Stream {
  readonly readable = true;
  #decoder: StringDecoder | undefined;

  setEncoding(encoding: BufferEncoding): void {
    this.#decoder = new StringDecoder(encoding);
  }

  /** The library asks to go on, but nothing ever stands still. */
  resume(): void {}

  pause(): void {}

  /** The library gives the answer up. */
  destroy(): void {}

  protected hand(bytes: Buffer): void {
    const data = this.#decoder ? this.#decoder.end(bytes) : bytes;
    if (data.length > 0) this.emit("data", data);
    this.emit("end");
    this.emit("close");
  }
}

interface ResponseHead {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string | string[] };
}

/** An answer as the library takes it from Node.js. */
export class IncomingResponse extends Immediate {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string | string[] };

  constructor({ status, headers }: ResponseHead) {
    super();
    this.statusCode = status;
    this.headers = { ...headers };
  }

  arrive(body: Uint8Array): void {
    this.hand(Buffer.from(body));
  }
}

/** Takes compressed bytes in, and hands them on once there are no more. */
export class Inflated extends Immediate {
  readonly writable = true;
  readonly #inflate: (bytes: Buffer) => Buffer;
  readonly #chunks: Buffer[] = [];

  constructor(inflate: (bytes: Buffer) => Buffer) {
    super();
    this.#inflate = inflate;
  }

  write(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    return true;
  }

  end(): void {
    try {
      this.hand(this.#inflate(Buffer.concat(this.#chunks)));
    } catch (error) {
      const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
      this.emit("error", isTooLarge ? payloadError("response", payloadLimit) : error);
    }
  }
}
