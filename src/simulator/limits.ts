/** Milliseconds that a method may take. Source: platform-facts, "Limits": 30 seconds, requests included. */
export const callTimeLimit = 30_000;

/** Bytes of a request's or an answer's payload. Source: platform-facts, "Limits": about 5 MB. Files have limits of their own. */
export const payloadLimit = 5_000_000;

/** Bytes that the script and the data of one call must stay below. Source: platform-facts, "Limits": 6 MB. */
export const scriptingLimit = 6_000_000;

/** Bytes of a hook. Source: web-builder-docs, "Notification REST Hooks": 100 MB. Assumed: so it is for the other hooks. */
export const hookLimit = 100_000_000;

/** Source: platform-facts, "Limits"; web-builder-docs, "Polling". */
export const scriptingTooLarge = "Scripting payload too large";

/** Throws what is wrong with the size of a payload. Assumed: the text. */
export function checkPayload(what: "request" | "response", payload: string | Uint8Array | null): void {
  const bytes = Buffer.byteLength(payload ?? "");
  if (bytes <= payloadLimit) return;
  throw new Error(`The ${what} has ${bytes} bytes, and the platform takes ${payloadLimit}.`);
}
