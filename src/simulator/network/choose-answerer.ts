import { readTime, type SimulateOptions } from "../options.ts";
import { Recorder } from "../recording/recorder.ts";
import type { Secrets } from "../recording/recording-redactor.ts";
import { fromRecording, readRecording } from "../recording/replay.ts";
import type { Answerer } from "./answerer.ts";
import { byHandler } from "./by-handler.ts";
import { overNetwork } from "./over-network.ts";

/** The answerer of a simulator's requests, and the time of its runs. */
interface ChosenAnswerer {
  readonly answerer: Answerer;
  /** Absent where that is the time that it is. */
  readonly now?: Date;
  /** Writes down what was asked and answered. */
  readonly recorder?: Recorder;
}

type AnswererOptions = Pick<SimulateOptions, "http" | "url_base" | "record" | "replay" | "now">;

/** Requests are answered by the network, by a handler or by a recording. */
export function chooseAnswerer(options: AnswererOptions, secrets: Secrets): ChosenAnswerer {
  const now = options.now === undefined ? {} : { now: readTime("simulate", options.now) };
  if (options.replay !== undefined) {
    const recording = readRecording(options.replay);
    const answerer = fromRecording(recording, { file: options.replay, secrets });
    return { answerer, now: new Date(recording.now), ...now };
  }
  const answerer = options.http ? byHandler(options.http) : overNetwork(options.url_base);
  if (options.record === undefined) return { answerer, ...now };
  const given = typeof options.record === "string" ? { file: options.record } : options.record;
  // It stands still, so that the replay can show the same time.
  const at = { now: new Date(), ...now };
  const recorder = new Recorder({ ...given, ...at, secrets });
  return { answerer: recorder.wrap(answerer), recorder, ...at };
}
