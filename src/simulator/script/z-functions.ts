import { type BinaryToTextEncoding, createHash, createHmac, type Encoding } from "node:crypto";
import type { Context } from "node:vm";
import type { Answer } from "../protocol.ts";
import { guarded } from "./guarded.ts";
import type { ScriptHost } from "./host.ts";
import { readRequest, scriptResponse } from "./request-options.ts";

// Source: runner, zfactory.js. Assumed: the platform sets no salt of its own.
const snipifySalt = "doesntmatterreally";
// Source: platform-facts, "`z`": `:censored:LENGTH:HASH10:`.
const snipifyDigits = 10;

interface Failed {
  readonly message: string;
  readonly code?: string;
}

/** The part of `z` that needs Node.js. Responses cross as JSON, so that the context makes its own objects of them. */
export function zFunctions(context: Context, host: ScriptHost) {
  return {
    request: guarded(context, (options: unknown) => {
      const { request, parseJson } = readRequest(options, host);
      const answer = host.request(request);
      if ("failure" in answer) throw Object.assign(new Error(answer.failure.message), answer.failure);
      return JSON.stringify(scriptResponse(answer.response, parseJson));
    }),
    requestLater: guarded(context, (options: unknown, receive: (failure?: Failed, json?: string) => void) => {
      const { request, parseJson } = readRequest(options, host);
      host.requestLater(request, (answer: Answer) => {
        if ("failure" in answer) receive(answer.failure);
        else receive(undefined, JSON.stringify(scriptResponse(answer.response, parseJson)));
      });
    }),
    hash: guarded(context, hash),
    hmac: guarded(context, hmac),
    snipify: guarded(context, snipify),
    notSimulated: guarded(context, (what: string) => {
      throw host.notSimulated(what);
    }),
  };
}

// Source of the defaults: platform-facts, "`z`".
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
