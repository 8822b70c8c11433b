import type { Answerer } from "../../simulator/network/answerer.ts";
import { isSame } from "../session/same-request.ts";
import type { Given } from "./saved-step.ts";

/**
 * Answers requests as they were answered before, each answer once. A request with another body gets the answer of its address:
 * the address of a Zap's hooks is another one in a test.
 */
export class AnswersAgain {
  readonly #left: Given[];

  constructor(given: readonly Given[]) {
    this.#left = [...given];
  }

  readonly answerer: Answerer = async (asked) => {
    const sameAddress = (it: Given) => it.asked.method === asked.method && it.asked.url === asked.url;
    const found = this.#left.find((it) => isSame(it.asked, asked)) ?? this.#left.find(sameAddress);
    if (!found) throw new Error(`The run that is saved did not send ${asked.method} ${asked.url}.`);
    this.#left.splice(this.#left.indexOf(found), 1);
    if (found.response) return found.response;
    const { message = "There was no answer.", ...code } = found.failure ?? {};
    throw Object.assign(new Error(message), code);
  };
}
