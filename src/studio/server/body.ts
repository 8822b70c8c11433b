import type { IncomingMessage } from "node:http";
import { fileLimit } from "../../simulator/limits.ts";
import { RefusedRequest } from "./response.ts";
import { headerValues } from "./rules.ts";

/** Bytes that the body of a request to the API may have: the largest file in Base64, with what is around it. */
const bodyLimit = Math.ceil((fileLimit * 4) / 3) + 1_000_000;

/** The JSON that a request has sent. */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const types = headerValues(request, "content-type");
  const type = types[0]?.split(";")[0]?.trim().toLowerCase();
  if (types.length !== 1 || type !== "application/json")
    throw new RefusedRequest(415, "The body must be of the type application/json.");
  const text = (await bytesOf(request, bodyLimit)).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest(400, "The body is no JSON.");
  }
}

/** The body of a request. */
export async function bytesOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new RefusedRequest(413, `The body has more than ${limit} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
