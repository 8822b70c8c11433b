import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoundedRequest } from "../../../src/simulator/network/answerer.ts";
import type { RawResponse } from "../../../src/simulator/protocol.ts";
import { Recorder } from "../../../src/simulator/recording/recorder.ts";
import { fromRecording } from "../../../src/simulator/recording/replay.ts";
import { secretsOf } from "../../../src/simulator/redaction/known-values.ts";
import { temporaryFolder } from "../integration.ts";
import { reveals } from "./attacker.ts";
import { type Form, forms, type Place, places, type SecretCase, secretCases } from "./secrets-table.ts";

const knowing = (value: string | number) => () =>
  secretsOf([{ name: "api_key", value: String(value), isCredential: true }]);

const signal = new AbortController().signal;

/** A request that holds a text in its place, and what is answered. */
function asking(place: Place, text: string): { asked: BoundedRequest; answer: RawResponse } {
  const { url = "https://api.example.com/things", headers = {}, body = null, answer } = place.exchange(text);
  const method = body === null ? "GET" : "POST";
  const { headers: answered = {}, body: content = "[]" } = answer ?? {};
  return {
    asked: { method, url, headers, body, redirects: "none", signal, limit: 5_000_000 },
    answer: { status: 200, headers: answered, bytes: Buffer.from(content as string) },
  };
}

/** Records one exchange, and gives the text of the file. */
async function record({ secret, form, place }: Combination): Promise<string> {
  const file = join(folder, "recording.json");
  const recorder = new Recorder({ file, secrets: knowing(secret.value), now: new Date(0) });
  const { asked, answer } = asking(place, form.write(String(secret.value)));
  const answerer = recorder.wrap(async () => {
    if (answer.headers.failure !== undefined) throw new Error(`no answer: ${answer.headers.failure}`);
    return answer;
  });
  await answerer(asked).catch(() => {});
  recorder.save();
  return readFileSync(file, "utf8");
}

let folder = "";

/** Every text of a recording, also what its bytes say. */
function textsOf(recording: string): string[] {
  const texts: string[] = [];
  JSON.parse(recording, (key, value) => {
    texts.push(key, ...(typeof value === "string" ? [value] : []));
    if (key === "base64") texts.push(Buffer.from(value, "base64").toString("latin1"));
    return value;
  });
  return texts;
}

/** The parts of a value that are secret by themselves. */
function secretPartsOf({ value }: SecretCase): string[] {
  const parts = String(value)
    .trim()
    .split(/^Bearer |:/);
  return parts.filter((part) => part.length > 7);
}

interface Combination {
  readonly secret: SecretCase;
  readonly form: Form;
  readonly place: Place;
}

const all: readonly Combination[] = secretCases.flatMap((secret) =>
  forms.flatMap((form) => places.map((place) => ({ secret, form, place }))),
);

/** So many of them, the same each time: `npm run test:all` takes all. */
const wanted = Number(process.env.ZAPC_RECORDINGS);
const combinations =
  wanted < all.length ? fc.sample(fc.constantFrom(...all), { numRuns: wanted, seed: 14 }) : all;

/** The combinations that something is wrong with, so that all of them are shown. */
async function wrongOf(
  secret: SecretCase,
  isWrong: (recording: string, combination: Combination) => boolean | Promise<boolean>,
): Promise<string[]> {
  folder = temporaryFolder();
  const wrong: string[] = [];
  for (const combination of combinations) {
    const { form, place } = combination;
    if (combination.secret !== secret) continue;
    if (await isWrong(await record(combination), combination)) wrong.push(`${form.how}, in ${place.where}`);
  }
  return wrong;
}

describe(`none of ${combinations.length} recordings keeps`, () => {
  test.each(secretCases)("$what", { timeout: 120_000 }, async (secret) => {
    const parts = secretPartsOf(secret);
    const wrong = await wrongOf(secret, (recording, { form }) => {
      const written = form.write(String(secret.value));
      return textsOf(recording).some(
        (text) => text.includes(written) || parts.some((part) => reveals(text, part)),
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("another account's replay answers each of them, and JSON stays JSON", () => {
  test.each(secretCases)("$what", { timeout: 120_000 }, async (secret) => {
    const wrong = await wrongOf(secret, async (text, { form, place }) => {
      const recording = JSON.parse(text);
      const [{ body, response }] = recording.requests;
      if (place.isJson) for (const it of [body, response.body]) if (it) JSON.parse(it);
      const { asked } = asking(place, form.write(String(secret.another)));
      const answerer = fromRecording(recording, { file: "a.json", secrets: knowing(secret.another) });
      return answerer(asked).then(
        () => false,
        (error) => !/no answer/.test(error.message),
      );
    });
    expect(wrong).toEqual([]);
  });
});

test.each(forms)("the reader of this test finds what is written $how", ({ write }) => {
  for (const secret of secretCases) {
    const text = `note=${write(String(secret.value))}`;
    for (const part of secretPartsOf(secret)) expect(reveals(text, part)).toBe(true);
  }
});
