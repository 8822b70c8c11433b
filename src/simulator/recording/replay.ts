import { readJson } from "../../input/read-json.ts";
import type { RecordedExchange, Recording } from "../../model/definitions/recording.ts";
import { DataFailure } from "../../model/failure.ts";
import { validate } from "../../model/validate.ts";
import type { Answerer } from "../network/answerer.ts";
import { answerFrom, sentOf } from "./exchanges.ts";
import { nearestExchange } from "./nearest-exchange.ts";
import { RecordingMatcher } from "./recording-matcher.ts";
import { RecordingRedactor, type Secrets } from "./recording-redactor.ts";

const recordIt = "Record it: simulate({ record: FILE }) or zapc simulate --record FILE.";

/** Reads a recording and checks it. */
export function readRecording(file: string): Recording {
  const recording = readJson({ file, what: "the recording", hint: recordIt });
  const errors = faultsIn(recording);
  if (errors.length === 0) return recording as Recording;
  const findings = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join("");
  const fault = `Failed to read the recording from ${file}: it is not as its schema says.${findings}`;
  throw new DataFailure(fault, { hint: recordIt });
}

/** A schema does not tell whether a text is a time. */
function faultsIn(recording: unknown): readonly { readonly path: string; readonly message: string }[] {
  const errors = validate("recording", recording);
  if (errors.length > 0 || !Number.isNaN(Date.parse((recording as Recording).now))) return errors;
  return [{ path: "/now", message: "must be a time such as 2026-03-01T09:00:00.000Z" }];
}

/**
 * Answers from a recording, without a network. Each recorded request is answered once; the same request again gets the next
 * answer to it, and requests that differ may come in any order. Throws a Failure for what was not recorded.
 */
export function fromRecording(
  recording: Recording,
  { file, secrets }: { file: string; secrets: Secrets },
): Answerer {
  const redactor = new RecordingRedactor(secrets, recording.redacted);
  const alike = new RecordingMatcher(recording.requests, redactor);
  const left = new Set(recording.requests);
  return async (asked) => {
    redactor.learn();
    const sent = sentOf(asked, redactor);
    const known = alike.to(sent);
    const next = known.find((recorded) => left.has(recorded));
    if (!next) {
      throw new DataFailure(`Failed to answer ${sent.method} ${sent.url}: ${whyNot(known, file)}`, {
        hint: nearestExchange(sent, recording.requests),
      });
    }
    left.delete(next);
    if (next.response) return answerFrom(next.response);
    throw Object.assign(
      new Error(next.failure?.message ?? "It was recorded without an answer."),
      next.failure,
    );
  };
}

function whyNot(known: readonly RecordedExchange[], file: string): string {
  if (known.length === 0) return `the recording ${file} has no such request.`;
  const times = known.length === 1 ? "once" : `${known.length} times`;
  return `the recording ${file} has it ${times}, and that has been answered.`;
}
