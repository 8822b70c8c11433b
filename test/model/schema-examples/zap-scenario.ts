import { adding, changed, type ExamplesByType, lacking } from "./example.ts";

const poll = { type: "poll", at: "2026-03-01T09:00:00Z" };
const hook = {
  type: "hook",
  method: "POST",
  headers: { "X-Hook-Test": "true" },
  querystring: "a=1",
  body: [{ id: 1 }],
};
const turnOff = { type: "turn_off" };
const scenario = {
  trigger: "new_ticket",
  trigger_fields: { queue: "support" },
  zap: { id: 5 },
  steps: [poll, hook, turnOff],
};

/** The events of a Zap. */
export const zapScenarioExamples: ExamplesByType = {
  ZapScenario: {
    examples: [scenario, { trigger: "new_ticket", steps: [{ type: "poll" }] }],
    antiExamples: [
      lacking(scenario, "/trigger"),
      changed(scenario, "/steps", [], "minItems"),
      changed(scenario, "/zap/id", "5", "type"),
      adding(scenario, "/action", "make_ticket"),
    ],
  },
  ZapStep: {
    examples: [poll, hook, turnOff],
    antiExamples: [lacking(poll, "/type"), changed(poll, "/type", "turn_on", "enum")],
  },
  PollZapStep: {
    examples: [poll, { type: "poll" }],
    antiExamples: [changed(poll, "/at", "tomorrow", "pattern"), adding(poll, "/body", {})],
  },
  HookZapStep: {
    examples: [hook, { type: "hook", body: "<thing/>" }],
    antiExamples: [
      changed(hook, "/method", "HEAD", "enum"),
      changed(hook, "/headers/X-Hook-Test", true, "type"),
    ],
  },
  TurnOffZapStep: {
    examples: [turnOff],
    antiExamples: [lacking(turnOff, "/type"), adding(turnOff, "/body", {})],
  },
};
