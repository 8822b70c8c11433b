import { writeFileSync } from "node:fs";
import type { RecordedExchange, RecordedFailure, Recording } from "../../model/definitions/recording.ts";
import { Failure } from "../../model/failure.ts";
import type { Answerer } from "../network/answerer.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import { answerOf, sentOf } from "./exchanges.ts";
import type { RecordOptions } from "./options.ts";
import { Redactor, type Secrets } from "./redactor.ts";

interface Exchange {
  readonly request: WireRequest;
  response?: RawResponse;
  failure?: RecordedFailure;
}

interface Parts extends RecordOptions {
  readonly secrets: Secrets;
  readonly now: Date;
}

/** Writes requests and their answers into a file. */
export class Recorder {
  readonly #parts: Parts;
  readonly #redactor: Redactor;
  readonly #exchanges: Exchange[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#redactor = new Redactor(parts.secrets, this.#redacted);
  }

  /** Answers as another does, and writes down what it is asked. */
  around(answerer: Answerer): Answerer {
    return async (asked) => {
      const exchange: Exchange = { request: asked };
      this.#exchanges.push(exchange);
      // What get_session_info returns may take the place of what the user typed.
      this.#redactor.learn();
      try {
        exchange.response = await answerer(asked);
        return exchange.response;
      } catch (error) {
        const { message, code } = Object(error);
        exchange.failure = { message: String(message ?? error), ...(typeof code === "string" && { code }) };
        throw error;
      }
    };
  }

  /** Writes the file. A secret may show up in a request before it is known as one: so all of it is written each time. */
  save(): void {
    this.#redactor.learn();
    const recording: Recording = {
      version: 1,
      now: this.#parts.now.toISOString(),
      redacted: this.#redacted,
      requests: this.#exchanges.map((exchange) => this.#recorded(exchange)),
    };
    try {
      writeFileSync(this.#parts.file, `${JSON.stringify(recording, null, 2)}\n`);
    } catch (error) {
      throw new Failure(`Failed to write the recording ${this.#parts.file}: ${(error as Error).message}`);
    }
  }

  get #redacted() {
    const { headers = [], patterns = [] } = this.#parts;
    return {
      headers: headers.map((name) => name.toLowerCase()),
      patterns: patterns.map(({ source }) => source),
    };
  }

  #recorded({ request, response, failure }: Exchange): RecordedExchange {
    return {
      ...sentOf(request, this.#redactor),
      ...(response && { response: answerOf(response, this.#redactor) }),
      ...(failure && { failure: { ...failure, message: this.#redactor.text(failure.message) } }),
    };
  }
}
