import { join } from "node:path";
import { expect, test } from "vitest";
import { recordingLimit } from "../../src/simulator/limits.ts";
import type { Answerer, BoundedRequest } from "../../src/simulator/network/answerer.ts";
import { RepeatedAnswers } from "../../src/simulator/network/repeated-answers.ts";
import { Recorder } from "../../src/simulator/recording/recorder.ts";
import { temporaryFolder } from "./integration.ts";

const asked: BoundedRequest = {
  method: "GET",
  url: "https://api.example.com/things",
  headers: {},
  body: null,
  redirects: "none",
  signal: new AbortController().signal,
  limit: recordingLimit,
};
const bytes = new Uint8Array(recordingLimit / 2 + 1);

/** Answers with half of what is held, and counts. */
function counting(): { answerer: Answerer; count: () => number } {
  let count = 0;
  const answerer: Answerer = async () => {
    count += 1;
    return { status: 200, headers: {}, bytes };
  };
  return { answerer, count: () => count };
}

test("a recording takes no more requests than it holds", async () => {
  const { answerer, count } = counting();
  const file = join(temporaryFolder(), "recording.json");
  const recorded = new Recorder({ file, secrets: () => [], now: new Date(0) }).wrap(answerer);
  await recorded(asked);
  await recorded(asked);
  await expect(recorded(asked)).rejects.toThrow(
    `the recording has more than ${recordingLimit} bytes, and takes no more.`,
  );
  expect(count()).toBe(2);
});

test("a comparison asks again for the answers that it does not keep", async () => {
  const { answerer, count } = counting();
  const answers = new RepeatedAnswers();
  const around = answers.wrap(answerer);
  for (let request = 0; request < 3; request += 1) await around(asked);
  answers.startRun();
  for (let request = 0; request < 3; request += 1) await around(asked);
  expect(count()).toBe(4);
});
