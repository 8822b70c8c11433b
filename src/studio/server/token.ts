import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { headerValues, type RequestHead } from "./rules.ts";

/** A name that nobody guesses: 256 bits. */
export function randomName(): string {
  return randomBytes(32).toString("base64url");
}

/** Tells whether a request shows the token, once, as a Bearer. The comparison takes as long for any token. */
export function showsToken(asking: Pick<RequestHead, "rawHeaders">, token: string): boolean {
  const values = headerValues(asking, "authorization");
  return values.length === 1 && timingSafeEqual(digestOf(values[0] as string), digestOf(`Bearer ${token}`));
}

/** Has one length, whatever the text. */
function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
