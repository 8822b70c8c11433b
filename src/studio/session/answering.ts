import type { Answerer, BoundedRequest } from "../../simulator/network/answerer.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { AnsweredBy } from "../api.ts";
import type { ChosenFiles } from "./chosen-files.ts";
import type { Pins } from "./pins.ts";
import { isSame } from "./same-request.ts";

/** A request of a run, and who answered it. */
export interface GivenAnswer {
  readonly asked: Pick<BoundedRequest, "method" | "url" | "headers" | "body">;
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
export interface Sources {
  /** For pins. */
  readonly operation: string;
  /** The answers of the run that is replayed. */
  readonly recorded?: readonly GivenAnswer[];
  /** The answerer of last resort; undefined where nothing may be sent. It is asked anew for each request. */
  readonly network: () => Answerer | undefined;
  /** Says why a request is not sent that the network may answer; undefined where it is. */
  readonly refuses?: (asked: BoundedRequest) => string | undefined;
}

interface Parts {
  readonly pins: Pick<Pins, "answerTo">;
  readonly files: Pick<ChosenFiles, "answerTo">;
  readonly onRequest: (asked: BoundedRequest) => void;
  /** A request has its answer, or none. */
  readonly onAnswer: () => void;
}

const offline =
  "OFFLINE: the studio sends nothing. Switch to LIVE (`zapc studio --allow-live`), or pin an answer to this request.";
const notRecorded =
  "OFFLINE: the run that is replayed has no answer to this request. Send it again live, or pin an answer to it.";

/** Answers the requests of one run: by pins, by the answers of an earlier run, by chosen files, by the network; and notes who did. */
export class Answering {
  readonly given: GivenAnswer[] = [];
  readonly #pins: Pick<Pins, "answerTo">;
  readonly #files: Pick<ChosenFiles, "answerTo">;
  readonly #sources: Sources;
  readonly #left: Set<GivenAnswer>;
  readonly #onRequest: (asked: BoundedRequest) => void;
  readonly #onAnswer: () => void;

  constructor(sources: Sources, { pins, files, onRequest, onAnswer }: Parts) {
    this.#sources = sources;
    this.#pins = pins;
    this.#files = files;
    this.#onRequest = onRequest;
    this.#onAnswer = onAnswer;
    this.#left = new Set(sources.recorded);
  }

  readonly answerer: Answerer = async (asked) => {
    const { method, url, headers, body } = asked;
    const given: GivenAnswer = { asked: { method, url, headers, body }, by: "none" };
    this.given.push(given);
    this.#onRequest(asked);
    try {
      given.response = await this.#answer(asked, given);
      return given.response;
    } catch (error) {
      given.failure = error as Error;
      throw error;
    } finally {
      this.#onAnswer();
    }
  };

  async #answer(asked: BoundedRequest, given: GivenAnswer): Promise<RawResponse> {
    const { operation, recorded, network, refuses } = this.#sources;
    const pin = this.#pins.answerTo(operation, asked);
    if (pin) {
      Object.assign(given, { by: pin.edited ? "edited" : "pinned", pin: pin.id });
      return pin.response;
    }
    if (recorded) return this.#fromRecorded(asked, given);
    const file = this.#files.answerTo(asked);
    if (file) {
      given.by = "file";
      return file;
    }
    const live = network();
    const refused = live ? refuses?.(asked) : offline;
    if (!live || refused !== undefined) {
      given.refused = refused ?? offline;
      throw new Error(given.refused);
    }
    given.by = "live";
    return live(asked);
  }

  #fromRecorded(asked: BoundedRequest, given: GivenAnswer): RawResponse {
    const found = [...this.#left].find((other) => isSame(other.asked, asked));
    if (!found) {
      given.refused = notRecorded;
      throw new Error(notRecorded);
    }
    this.#left.delete(found);
    given.by = "recorded";
    if (found.response) return found.response;
    throw found.failure ?? new Error("It was recorded without an answer.");
  }
}
