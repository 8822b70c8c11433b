import { isUtf8 } from "node:buffer";
import type { Base64, RecordedExchange } from "../../model/definitions/recording.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import type { Redactor } from "./redactor.ts";

type Sent = Pick<RecordedExchange, "method" | "url" | "headers" | "body">;

/** A request as a recording has it. */
export function sentOf({ method, url, headers, body }: WireRequest, redactor: Redactor): Sent {
  const boundary = boundaryOf(headers);
  // The boundary of a multipart body is another one each time.
  const same = (text: string) => (boundary ? text.replaceAll(boundary, "boundary") : text);
  return {
    method,
    url: redactor.text(url),
    headers: redactor.headers(Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, same(v)]))),
    body: body === null ? null : bodyOf(body, redactor, same),
  };
}

/** An answer as a recording has it. */
export function answerOf({ status, headers, bytes }: RawResponse, redactor: Redactor) {
  return { status, headers: redactor.headers(headers), body: bodyOf(bytes, redactor) };
}

/** An answer of a recording, as it came. */
export function answerFrom({
  status,
  headers,
  body,
}: NonNullable<RecordedExchange["response"]>): RawResponse {
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64");
  return { status, headers, bytes };
}

function bodyOf(
  body: string | Uint8Array,
  redactor: Redactor,
  change = (text: string) => text,
): string | Base64 {
  if (typeof body === "string") return redactor.text(change(body));
  const bytes = Buffer.from(body);
  if (isUtf8(bytes)) return redactor.text(change(bytes.toString()));
  return redactor.hasSecret(bytes) ? "redacted-bytes" : { base64: bytes.toString("base64") };
}

function boundaryOf(headers: WireRequest["headers"]): string | undefined {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return /^multipart\/.*boundary="?([^";]+)/.exec(type)?.[1];
}
