import { isUtf8 } from "node:buffer";
import { keptLimit } from "../limits.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import type { RecordedBody, RecordedRequest } from "../run/run.ts";

/** The characters of an address that are kept where a run has kept enough. */
const shownOfAddress = 1000;

/** The requests of a run and their answers, for its report. It keeps `keptLimit` bytes of them; a script may ask for ever. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  #kept = 0;

  /** A request is sent. */
  begin(
    { method, url, headers, body }: WireRequest,
    by: Pick<RecordedRequest, "by" | "script_method">,
  ): RecordedRequest {
    const hasRoom = this.#keeps(url.length + lengthOf(headers));
    const recorded: RecordedRequest = {
      ...by,
      method,
      url: hasRoom ? url : url.slice(0, shownOfAddress),
      headers: hasRoom ? headers : {},
      body: body && this.#shown(body),
    };
    this.requests.push(recorded);
    return recorded;
  }

  /** Its answer is there. */
  answer(recorded: RecordedRequest, { status, headers, bytes }: RawResponse): void {
    const shownHeaders = this.#keeps(lengthOf(headers)) ? headers : {};
    recorded.response = { status, headers: shownHeaders, body: this.#shown(bytes) };
  }

  #shown(body: string | Uint8Array): RecordedBody {
    if (!this.#keeps(body.length)) return `(${body.length} bytes, which the report of the run does not keep)`;
    if (typeof body === "string") return body;
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    return isUtf8(bytes) ? bytes.toString() : { base64: bytes.toString("base64") };
  }

  #keeps(bytes: number): boolean {
    if (this.#kept + bytes > keptLimit) return false;
    this.#kept += bytes;
    return true;
  }
}

/** The characters of headers. */
export function lengthOf(headers: RawResponse["headers"]): number {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
}
