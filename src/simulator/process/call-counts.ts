import { consoleLineLimit, consoleTextLimit, requestLimit, waitingRequestLimit } from "../limits.ts";

/** Why a call is ended that does too much. */
export interface Excess {
  readonly name: string;
  readonly message: string;
}

/**
 * Counts what a call does. The script's thread counts, as it is the first to know; and so does the simulator, as that thread
 * may run the code of a stranger who has left the script's realm.
 */
export class CallCounts {
  #lines = 0;
  #text = 0;
  #requests = 0;
  #waiting = 0;

  log(text: string): Excess | undefined {
    this.#lines += 1;
    this.#text += text.length;
    if (this.#lines > consoleLineLimit)
      return excess("LogLimitError", `wrote more than ${consoleLineLimit} lines to its console`);
    if (this.#text > consoleTextLimit)
      return excess("LogLimitError", `wrote more than ${consoleTextLimit} characters to its console`);
    return undefined;
  }

  request(): Excess | undefined {
    this.#requests += 1;
    this.#waiting += 1;
    if (this.#requests > requestLimit)
      return excess("RequestLimitError", `sent more than ${requestLimit} requests`);
    if (this.#waiting > waitingRequestLimit)
      return excess("RequestLimitError", `waits for more than ${waitingRequestLimit} answers at once`);
    return undefined;
  }

  answer(): void {
    this.#waiting -= 1;
  }
}

function excess(name: string, what: string): Excess {
  return { name, message: `The call ${what}.` };
}
