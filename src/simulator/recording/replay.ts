import { readFileSync } from "node:fs";
import type { RecordedExchange, Recording } from "../../model/definitions/recording.ts";
import { Failure } from "../../model/failure.ts";
import { validate } from "../../model/validate.ts";
import type { Answerer } from "../network/answerer.ts";
import { answerFrom, sentOf } from "./exchanges.ts";
import { nearest } from "./nearest.ts";
import { Redactor, type Secrets } from "./redactor.ts";

const recordIt = "Record it: simulate({ record: FILE }) or zapc simulate --record FILE.";

/** Reads a recording and checks it. */
export function readRecording(file: string): Recording {
  let recording: unknown;
  try {
    recording = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file." : message;
    throw new Failure(`Failed to read the recording ${file}: ${why}`, { hint: recordIt });
  }
  const errors = validate("recording", recording);
  if (errors.length === 0) return recording as Recording;
  const findings = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join("");
  throw new Failure(`Failed to read the recording ${file}: it is not as its schema says.${findings}`, {
    hint: recordIt,
  });
}

/**
 * Answers from a recording, without a network. Each recorded request is answered once; the same request again gets the next
 * answer to it, and requests that differ may come in any order. Throws a Failure for what was not recorded.
 */
export function fromRecording(
  recording: Recording,
  { file, secrets }: { file: string; secrets: Secrets },
): Answerer {
  const redactor = new Redactor(secrets, recording.redacted);
  const left = new Set(recording.requests);
  return async (asked) => {
    redactor.learn();
    const sent = sentOf(asked, redactor);
    const known = recording.requests.filter((recorded) => isSame(recorded, sent));
    const next = known.find((recorded) => left.has(recorded));
    if (!next) {
      throw new Failure(`Failed to answer ${sent.method} ${sent.url}: ${whyNot(known, file)}`, {
        hint: nearest(sent, recording.requests),
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

type Sent = ReturnType<typeof sentOf>;

function isSame(recorded: RecordedExchange, sent: Sent): boolean {
  return (
    recorded.method === sent.method &&
    recorded.url === sent.url &&
    JSON.stringify(recorded.body) === JSON.stringify(sent.body)
  );
}

function whyNot(known: readonly RecordedExchange[], file: string): string {
  if (known.length === 0) return `the recording ${file} has no such request.`;
  const times = known.length === 1 ? "once" : `${known.length} times`;
  return `the recording ${file} has it ${times}, and that has been answered.`;
}
