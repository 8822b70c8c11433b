import type { Answerer } from "../../simulator/network/answerer.ts";
import { isSameRequest } from "../session/same-request.ts";
import type { SavedExchange } from "./saved-step.ts";

/**
 * Answers requests as they were answered before, each answer once. A request with another body gets the answer of its address:
 * the address of a Zap's hooks is another one in a test.
 */
export class AnswersAgain {
  readonly #left: SavedExchange[];

  constructor(exchanges: readonly SavedExchange[]) {
    this.#left = [...exchanges];
  }

  readonly answerer: Answerer = async (request) => {
    const sameAddress = (it: SavedExchange) =>
      it.request.method === request.method && it.request.url === request.url;
    const found = this.#left.find((it) => isSameRequest(it.request, request)) ?? this.#left.find(sameAddress);
    if (!found) throw new Error(`The run that is saved did not send ${request.method} ${request.url}.`);
    this.#left.splice(this.#left.indexOf(found), 1);
    if (found.response) return found.response;
    const { message = "There was no answer.", ...code } = found.failure ?? {};
    throw Object.assign(new Error(message), code);
  };
}
