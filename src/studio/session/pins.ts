import { DataFailure, Failure } from "../../model/failure.ts";
import type { BoundedRequest } from "../../simulator/network/answerer.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { Pin } from "../api.ts";
import type { OwnFiles } from "./own-files.ts";
import { comparableBody, isSameRequest } from "./same-request.ts";

const file = "pins.json";

/** An answer that stands in for the network. */
interface StoredPin {
  readonly id: string;
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** The address without secrets. */
  readonly shown_url: string;
  readonly body: string;
  readonly edited: boolean;
  readonly response: {
    readonly status: number;
    readonly headers: RawResponse["headers"];
    readonly base64: string;
  };
}

/** An answer of a pin. */
export interface PinAnswer {
  readonly id: string;
  readonly edited: boolean;
  readonly response: RawResponse;
}

/** A request and the answer that it is to get. */
export interface NewPin extends PinnedRequest {
  readonly response: RawResponse;
  readonly edited: boolean;
}

interface PinnedRequest {
  readonly operation: string;
  readonly request: Pick<BoundedRequest, "method" | "url" | "body">;
  readonly shown_url: string;
}

/** Answers by operation and request, which are kept in a file. */
export class Pins {
  readonly #files: OwnFiles;
  #pins: readonly StoredPin[];

  constructor(files: OwnFiles) {
    this.#files = files;
    const kept = files.read(file) ?? [];
    if (!Array.isArray(kept) || !kept.every(isPin))
      throw new DataFailure(`Failed to read the pins: ${file} is not as the studio writes it.`, {
        hint: "Remove it: the studio then begins without pins.",
      });
    this.#pins = kept;
  }

  get list(): Pin[] {
    return this.#pins.map(({ id, operation, method, shown_url, edited, response }) => {
      return { id, operation, method, url: shown_url, status: response.status, edited };
    });
  }

  /** The answer to a request of an operation, undefined where there is none. */
  answerTo(operation: string, request: BoundedRequest): PinAnswer | undefined {
    const pin = this.#pins.find((it) => it.operation === operation && isSameRequest(it, request));
    if (!pin) return undefined;
    const { status, headers, base64 } = pin.response;
    return { ...pin, response: { status, headers, bytes: Buffer.from(base64, "base64") } };
  }

  /** Pins an answer, in place of another one to the same request. */
  add({ operation, request, shown_url, response, edited }: NewPin): string {
    const { method, url, body } = request;
    const others = this.#pins.filter((it) => it.operation !== operation || !isSameRequest(it, request));
    const { status, headers, bytes } = response;
    const id = `p${1 + Math.max(0, ...this.#pins.map((it) => Number(it.id.slice(1))))}`;
    const kept = { status, headers, base64: Buffer.from(bytes).toString("base64") };
    this.#keep([
      ...others,
      { ...{ id, operation, method, url, shown_url, edited }, body: comparableBody(body), response: kept },
    ]);
    return id;
  }

  remove(id: string): void {
    const others = this.#pins.filter((it) => it.id !== id);
    if (others.length === this.#pins.length) throw new Failure(`Failed to remove a pin: there is no ${id}.`);
    this.#keep(others);
  }

  #keep(pins: readonly StoredPin[]): void {
    this.#files.write(file, pins);
    this.#pins = pins;
  }
}

function isPin(value: unknown): value is StoredPin {
  const { id, operation, method, url, shown_url, body, edited, response } = Object(value);
  const texts = [operation, method, url, shown_url, body, response?.base64];
  return (
    /^p\d+$/.test(id) &&
    texts.every((text) => typeof text === "string") &&
    typeof edited === "boolean" &&
    Number.isInteger(response?.status) &&
    typeof response?.headers === "object"
  );
}
