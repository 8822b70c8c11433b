import { Failure } from "../../model/failure.ts";
import { fileLimit } from "../../simulator/limits.ts";
import type { BoundedRequest } from "../../simulator/network/answerer.ts";
import type { RawResponse } from "../../simulator/protocol.ts";

/** The host of the addresses of chosen files. No network has it. Source: RFC 2606, 2. */
const host = "https://studio-files.invalid";

/** Bytes that the chosen files may have together. The oldest go first. */
const mostBytes = 4 * fileLimit;

/** A file that the user has chosen. */
export interface ChosenFile {
  readonly name: string;
  /** Its type; empty where the browser knows none. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The files that were chosen for fields. The value of a file field is an address or a text, on the platform as well: a chosen file
 * gets an address, which the studio answers in place of the network.
 */
export class ChosenFiles {
  readonly #files = new Map<string, ChosenFile>();
  #last = 0;

  /** Keeps a file, and gives its address. */
  add(file: ChosenFile): string {
    const { name, bytes } = file;
    if (bytes.byteLength > fileLimit)
      throw new Failure(`Failed to take ${name}: it has ${bytes.byteLength} bytes.`, {
        hint: `The simulator takes files of ${fileLimit} bytes at most.`,
      });
    this.#last += 1;
    const address = `${host}/${this.#last}/${encodeURIComponent(name)}`;
    this.#files.set(address, file);
    while (this.#bytes() > mostBytes) this.#files.delete(this.#files.keys().next().value as string);
    return address;
  }

  /** The answer at the address of a file; undefined where it is no such address. */
  answerTo({ url }: Pick<BoundedRequest, "url">): RawResponse | undefined {
    if (!url.startsWith(`${host}/`)) return undefined;
    const file = this.#files.get(url);
    if (!file) throw new Error(`The studio no longer has the file of ${url}: choose it again.`);
    return {
      status: 200,
      headers: {
        "content-type": file.type || "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
      bytes: file.bytes,
    };
  }

  #bytes(): number {
    return [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  }
}
