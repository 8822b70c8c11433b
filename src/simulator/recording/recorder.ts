import type { RecordedExchange, RecordedFailure, Recording } from "../../model/definitions/recording.ts";
import { validate } from "../../model/validate.ts";
import { generator, ownJson } from "../../output/generator.ts";
import { checkReplaceable, writeFiles } from "../../output/write-files.ts";
import { recordingLimit } from "../limits.ts";
import type { Answerer } from "../network/answerer.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import { recordedAnswer, sentOf } from "./exchanges.ts";
import type { RecordOptions } from "./options.ts";
import { RecordingRedactor, type Secrets } from "./recording-redactor.ts";

interface Exchange {
  readonly request: WireRequest;
  response?: RawResponse;
  failure?: RecordedFailure;
}

/** An exchange as it was written down last, what it was then, and how many secrets were known. */
interface WrittenExchange extends Exchange {
  readonly known: number;
  readonly recorded: RecordedExchange;
}

interface RecorderParts extends RecordOptions {
  readonly secrets: Secrets;
  readonly now: Date;
}

const isRecording = ownJson((value) => validate("recording", value).length === 0);

/** Writes requests and their answers into a file. */
export class Recorder {
  readonly #parts: RecorderParts;
  readonly #redactor: RecordingRedactor;
  readonly #exchanges: Exchange[] = [];
  /** In bytes. */
  #size = 0;
  readonly #written = new Map<Exchange, WrittenExchange>();

  constructor(parts: RecorderParts) {
    this.#parts = parts;
    this.#redactor = new RecordingRedactor(parts.secrets, this.#besides);
    // Before anything is sent: a recording that cannot be written needs no requests.
    checkReplaceable([{ file: parts.file, isOwn: isRecording }], parts);
  }

  /** Answers as another does, and writes down what it is asked. */
  wrap(answerer: Answerer): Answerer {
    return async (asked) => {
      if (this.#size > recordingLimit)
        throw new Error(`the recording has more than ${recordingLimit} bytes, and takes no more.`);
      const exchange: Exchange = { request: asked };
      this.#size += asked.url.length + (asked.body?.length ?? 0);
      this.#exchanges.push(exchange);
      // The result of get_session_info may take the place of what the user typed.
      this.#redactor.learn();
      try {
        exchange.response = await answerer(asked);
        this.#size += exchange.response.bytes.length;
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
    // A value that a name tells to be secret in one of them may stand without a name in those before it.
    for (const exchange of this.#exchanges) this.#recorded(exchange);
    const recording: Recording = {
      generator,
      version: 2,
      now: this.#parts.now.toISOString(),
      redacted: this.#besides,
      requests: this.#exchanges.map((exchange) => this.#recorded(exchange)),
    };
    const content = `${JSON.stringify(recording, null, 2)}\n`;
    // It should hold no secret. Nobody knows if the API has sent another one.
    writeFiles([{ file: this.#parts.file, content, isOwn: isRecording, mode: 0o600 }], this.#parts);
  }

  /** The secrets that are taken out besides the values of the account. */
  get #besides() {
    const { headers = [], patterns = [] } = this.#parts;
    return {
      headers: headers.map((name) => name.toLowerCase()),
      patterns: patterns.map(({ source }) => source),
    };
  }

  #recorded(exchange: Exchange): RecordedExchange {
    const written = this.#written.get(exchange);
    const isAnswered = written?.response === exchange.response && written?.failure === exchange.failure;
    if (isAnswered && written?.known === this.#redactor.known) return written.recorded;
    const recorded = this.#redacted(exchange);
    this.#written.set(exchange, { ...exchange, known: this.#redactor.known, recorded });
    return recorded;
  }

  #redacted({ request, response, failure }: Exchange): RecordedExchange {
    return {
      ...sentOf(request, this.#redactor),
      ...(response && { response: recordedAnswer(response, this.#redactor) }),
      ...(failure && { failure: this.#redactedFailure(failure) }),
    };
  }

  #redactedFailure({ message, code }: RecordedFailure): RecordedFailure {
    return {
      message: this.#redactor.text(message),
      ...(code !== undefined && { code: this.#redactor.text(code) }),
    };
  }
}
