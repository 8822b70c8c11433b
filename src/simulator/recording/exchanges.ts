import type { RecordedAnswer } from "../../model/definitions/recording.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import type { ComparedRequest } from "./recording-matcher.ts";
import type { RecordingRedactor } from "./recording-redactor.ts";
import { uncompressed } from "./uncompressed.ts";

/** A request as a recording has it. */
export function sentOf(request: WireRequest, redactor: RecordingRedactor): ComparedRequest {
  const { method, url, body } = request;
  const { headers, bytes } = uncompressed({ headers: request.headers, bytes: Buffer.from(body ?? "") });
  const boundary = boundaryOf(request.headers);
  // The boundary of a multipart body is another one each time.
  const same = (text: string) => (boundary ? text.replaceAll(boundary, "boundary") : text);
  const sameHeaders = Object.entries(headers).map(([name, value]) => [name, same(String(value))]);
  const sameBytes = Buffer.from(same(Buffer.from(bytes).toString("latin1")), "latin1");
  return {
    method: redactor.text(method),
    url: redactor.text(url),
    headers: redactor.headers(Object.fromEntries(sameHeaders) as WireRequest["headers"]),
    body: body === null ? null : redactor.body(sameBytes),
  };
}

/** An answer as a recording has it: unpacked, and as long as its headers say. */
export function recordedAnswer(response: RawResponse, redactor: RecordingRedactor): RecordedAnswer {
  const { headers, bytes } = uncompressed(response);
  const recorded = {
    status: response.status,
    headers: redactor.headers(headers),
    body: redactor.body(bytes),
  };
  const { length } = answerFrom(recorded).bytes;
  // The answer to HEAD has the length of another answer.
  if (headers["content-length"] === undefined || length === 0) return recorded;
  return { ...recorded, headers: { ...recorded.headers, "content-length": String(length) } };
}

/** An answer of a recording, as it came. */
export function answerFrom({ status, headers, body }: RecordedAnswer): RawResponse {
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64");
  return { status, headers, bytes };
}

function boundaryOf(headers: WireRequest["headers"]): string | undefined {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return /^multipart\/.*boundary="?([^";]+)/.exec(type)?.[1];
}
