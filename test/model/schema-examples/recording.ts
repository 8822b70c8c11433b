import { adding, changed, type ExamplesByType, lacking } from "./example.ts";

const bytes = { base64: "iVBORw0KGgo=" };
const answer = { status: 200, headers: { "content-type": "application/json" }, body: '[{"id":1}]' };
const failure = { message: "connect ECONNREFUSED 127.0.0.1:2", code: "ECONNREFUSED" };
const exchange = {
  method: "GET",
  url: "https://redacted-domain/api/things?apikey=redacted-api-key",
  headers: { Accept: "application/json" },
  body: null,
  response: answer,
};
const { response: _, ...unanswered } = exchange;
const redacted = { headers: ["x-secret"], patterns: ["sk_[a-z]+"] };
const recording = { version: 1, now: "2026-03-01T09:00:00.000Z", redacted, requests: [exchange] };

/** A recording and what is in it. */
export const recordingExamples: ExamplesByType = {
  Recording: {
    examples: [recording, { ...recording, version: 2, requests: [] }],
    antiExamples: [
      changed(recording, "/version", 3, "enum"),
      lacking(recording, "/now"),
      changed(recording, "/requests/0/url", null, "type"),
      adding(recording, "/answers", []),
    ],
  },
  Redacted: {
    examples: [redacted, { headers: [], patterns: [] }],
    antiExamples: [lacking(redacted, "/headers"), changed(redacted, "/patterns/0", 5, "type")],
  },
  RecordedExchange: {
    examples: [exchange, { ...unanswered, failure }, { ...exchange, method: "POST", body: bytes }],
    antiExamples: [
      lacking(exchange, "/method"),
      changed(exchange, "/headers/Accept", 1, "type"),
      changed(exchange, "/response/status", "200", "type"),
      adding(exchange, "/by", "script"),
    ],
  },
  RecordedAnswer: {
    examples: [answer, { ...answer, headers: { "set-cookie": ["a=1", "b=2"] }, body: bytes }],
    antiExamples: [lacking(answer, "/body"), changed(answer, "/headers", null, "type")],
  },
  RecordedFailure: {
    examples: [failure, { message: "socket hang up" }],
    antiExamples: [lacking(failure, "/message"), changed(failure, "/code", 111, "type")],
  },
  Base64: {
    examples: [bytes],
    antiExamples: [lacking(bytes, "/base64"), adding(bytes, "/text", "")],
  },
};
