import type { Answerer, BoundedRequest } from "../../simulator/network/answerer.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { AnsweredBy } from "../api.ts";
import type { ChosenFiles } from "./chosen-files.ts";
import type { Pins } from "./pins.ts";
import { isSameRequest } from "./same-request.ts";

/** A request of a run, and who answered it. */
export interface RunExchange {
  readonly request: Pick<BoundedRequest, "method" | "url" | "headers" | "body">;
  by: AnsweredBy;
  /** The id of the pin that answered. */
  pin?: string;
  response?: RawResponse;
  /** Why there is no answer. */
  failure?: Error;
  /** Set where nobody may answer. */
  refused?: string;
}

/** The answerers of the requests of a run. */
export interface AnswerSources {
  /** For pins. */
  readonly operation: string;
  /** The answers of the run that is replayed. */
  readonly recorded?: readonly RunExchange[];
  /** The answerer of last resort; undefined where nothing may be sent. It is called anew for each request. */
  readonly network: () => Answerer | undefined;
  /** Says why a request is not sent that the network may answer; undefined where it is. */
  readonly refuses?: (request: BoundedRequest) => string | undefined;
}

interface Dependencies {
  readonly pins: Pick<Pins, "answerTo">;
  readonly files: Pick<ChosenFiles, "answerTo">;
  readonly onRequest: (request: BoundedRequest) => void;
  /** A request has its answer, or none. */
  readonly onAnswer: () => void;
}

const offline =
  "OFFLINE: the studio sends nothing. Switch to LIVE (`zapc studio --allow-live`), or pin an answer to this request.";
const notRecorded =
  "OFFLINE: the run that is replayed has no answer to this request. Send it again live, or pin an answer to it.";

/** Answers the requests of one run: by pins, by the answers of an earlier run, by chosen files, by the network; and notes who did. */
export class Answering {
  readonly exchanges: RunExchange[] = [];
  readonly #pins: Pick<Pins, "answerTo">;
  readonly #files: Pick<ChosenFiles, "answerTo">;
  readonly #sources: AnswerSources;
  readonly #left: Set<RunExchange>;
  readonly #onRequest: (request: BoundedRequest) => void;
  readonly #onAnswer: () => void;

  constructor(sources: AnswerSources, { pins, files, onRequest, onAnswer }: Dependencies) {
    this.#sources = sources;
    this.#pins = pins;
    this.#files = files;
    this.#onRequest = onRequest;
    this.#onAnswer = onAnswer;
    this.#left = new Set(sources.recorded);
  }

  readonly answerer: Answerer = async (request) => {
    const { method, url, headers, body } = request;
    const exchange: RunExchange = { request: { method, url, headers, body }, by: "none" };
    this.exchanges.push(exchange);
    this.#onRequest(request);
    try {
      exchange.response = await this.#answer(request, exchange);
      return exchange.response;
    } catch (error) {
      exchange.failure = error as Error;
      throw error;
    } finally {
      this.#onAnswer();
    }
  };

  async #answer(request: BoundedRequest, exchange: RunExchange): Promise<RawResponse> {
    const { operation, recorded, network, refuses } = this.#sources;
    const pin = this.#pins.answerTo(operation, request);
    if (pin) {
      Object.assign(exchange, { by: pin.edited ? "edited" : "pinned", pin: pin.id });
      return pin.response;
    }
    if (recorded) return this.#fromRecorded(request, exchange);
    const file = this.#files.answerTo(request);
    if (file) {
      exchange.by = "file";
      return file;
    }
    const live = network();
    const refused = live ? refuses?.(request) : offline;
    if (!live || refused !== undefined) {
      exchange.refused = refused ?? offline;
      throw new Error(exchange.refused);
    }
    exchange.by = "live";
    return live(request);
  }

  #fromRecorded(request: BoundedRequest, exchange: RunExchange): RawResponse {
    const found = [...this.#left].find((other) => isSameRequest(other.request, request));
    if (!found) {
      exchange.refused = notRecorded;
      throw new Error(notRecorded);
    }
    this.#left.delete(found);
    exchange.by = "recorded";
    if (found.response) return found.response;
    throw found.failure ?? new Error("It was recorded without an answer.");
  }
}
