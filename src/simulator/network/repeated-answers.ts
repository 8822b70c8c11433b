import { recordingLimit } from "../limits.ts";
import type { RawResponse } from "../protocol.ts";
import type { Answerer, BoundedRequest } from "./answerer.ts";

type AnswerLists = Map<string, Promise<RawResponse>[]>;

/**
 * Gives a second run the answers of the first one, in their order. Other requests are sent, and so are those beyond the bytes that
 * are kept.
 */
export class RepeatedAnswers {
  #given: AnswerLists = new Map();
  #left: AnswerLists = new Map();
  #size = 0;

  /** Begins the next run. */
  startRun(): void {
    this.#left = this.#given;
    this.#given = new Map();
    this.#size = 0;
  }

  wrap(answerer: Answerer): Answerer {
    return async (asked) => {
      const key = keyOf(asked);
      const answer = this.#left.get(key)?.shift() ?? answerer(asked);
      if (this.#size > recordingLimit) return answer;
      const given = this.#given.get(key);
      if (given) given.push(answer);
      else this.#given.set(key, [answer]);
      const { bytes } = await answer;
      this.#size += bytes.length;
      return answer;
    };
  }
}

function keyOf({ method, url, body }: BoundedRequest): string {
  return `${method} ${url} ${Buffer.from((body ?? "") as string).toString("base64")}`;
}
