import { type BinaryToTextEncoding, createHash, createHmac, type Encoding } from "node:crypto";
import type { ScriptHost } from "./host.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { requestLater, requestNow, type ScriptResponse } from "./request/script-request.ts";

// Source: runner, zfactory.js. Assumed: the platform sets no salt of its own.
const snipifySalt = "doesntmatterreally";
// Source: docs/platform.md, "`z`": `:censored:LENGTH:HASH10:`.
const snipifyDigits = 10;

type Receive = (failure?: Error, response?: CrossingResponse) => void;

/** A response on its way into the context, which makes its own objects of it. */
interface CrossingResponse {
  readonly json: string;
  /** The content, where it is bytes. */
  readonly bytes?: Uint8Array;
}

export type ZFunctions = ReturnType<typeof zFunctions>;

/** The part of `z` that needs Node.js. */
export function zFunctions(membrane: Membrane, host: ScriptHost) {
  return {
    request: membrane.toScript((options: object) => crossingResponse(requestNow(options, host))),
    /** Gives the request, as JSON. */
    requestLater: membrane.toScript((options: object, receive: Receive): string =>
      requestLater(options, host, (error, response) => {
        if (error || !response) receive(error ?? new Error(""));
        else receive(undefined, crossingResponse(response));
      }),
    ),
    hash: membrane.toScript(hash),
    hmac: membrane.toScript(hmac),
    snipify: membrane.toScript(snipify),
    notSimulated: membrane.toScript((what: string) => {
      throw host.notSimulated(what);
    }),
  };
}

function crossingResponse({ content, ...head }: ScriptResponse): CrossingResponse {
  if (content instanceof Uint8Array) return { json: JSON.stringify(head), bytes: content };
  return { json: JSON.stringify({ ...head, content }) };
}

// Source of the defaults: docs/platform.md, "`z`".
function hash(algorithm: string, ...[text, encoding = "hex", inputEncoding = "binary"]: HashInput): string {
  return createHash(algorithm).update(text, inputEncoding).digest(encoding);
}

type HashInput = [text: string, encoding?: BinaryToTextEncoding, inputEncoding?: Encoding];

function hmac(algorithm: string, key: string, ...[text, encoding = "hex"]: HmacInput): string {
  return createHmac(algorithm, key).update(text).digest(encoding);
}

type HmacInput = [text: string, encoding?: BinaryToTextEncoding];

function snipify(text: unknown): string | null {
  if (typeof text !== "string") return null;
  return `:censored:${text.length}:${hash("sha256", text + snipifySalt).slice(0, snipifyDigits)}:`;
}
