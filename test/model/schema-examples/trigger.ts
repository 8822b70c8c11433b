import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { account, get, meta, response, sentGet, urlRaw } from "./pieces.ts";

const filledIn = { ...account, trigger_fields: { theme: "Culture", languages: ["en", "fr"] } };
const before = { ...filledIn, request: get, url_raw: urlRaw };
const after = { ...filledIn, request: sentGet, response };
const beforePoll = { ...before, meta };
const afterPoll = { ...after, meta };
const afterFields = { ...account, request: get, response, url_raw: urlRaw };

/** The bundles of a trigger's methods, but for those around hooks. */
export const triggerExamples: ExamplesByType = {
  PollBundle: {
    examples: [beforePoll, { ...beforePoll, trigger_fields: {} }],
    antiExamples: [
      changed(beforePoll, "/request/data", "", "type"),
      adding(beforePoll, "/response", response),
      lacking(beforePoll, "/meta"),
    ],
  },
  PostCustomTriggerFieldsBundle: {
    examples: [afterFields],
    antiExamples: [
      // The platform leaves the fields out once the answer is there.
      adding(afterFields, "/trigger_fields", {}),
      lacking(afterFields, "/response"),
      changed(afterFields, "/response/content", [], "type"),
    ],
  },
  PostPollBundle: {
    examples: [afterPoll, { ...afterPoll, response: { ...response, status_code: 429 } }],
    antiExamples: [
      lacking(afterPoll, "/response"),
      lacking(afterPoll, "/response/content"),
      changed(afterPoll, "/response/status_code", "200", "type"),
      adding(afterPoll, "/url_raw", urlRaw),
    ],
  },
  PreCustomTriggerFieldsBundle: {
    examples: [before],
    antiExamples: [
      changed(before, "/request/data", "{}", "type"),
      lacking(before, "/url_raw"),
      adding(before, "/meta", meta),
    ],
  },
  PrePollBundle: {
    examples: [
      beforePoll,
      { ...beforePoll, meta: { ...meta, frontend: true, limit: 3 } },
      { ...beforePoll, request: { ...get, auth: ["jane", "s3cret"] } },
    ],
    antiExamples: [
      changed(beforePoll, "/request/data", '{"limit":100}', "type"),
      changed(beforePoll, "/request/params", "limit=100", "type"),
      changed(beforePoll, "/meta/page", "0", "type"),
      lacking(beforePoll, "/url_raw"),
      lacking(beforePoll, "/zap/id"),
      adding(beforePoll, "/response", response),
      adding(beforePoll, "/action_fields", {}),
    ],
  },
};
