import { actionExamples } from "./action.ts";
import { authExamples } from "./auth.ts";
import { authenticationExamples } from "./authentication.ts";
import { definitionExamples } from "./definitions.ts";
import type { ExamplesByType } from "./example.ts";
import { fieldExamples } from "./fields.ts";
import { hookExamples } from "./hook.ts";
import { recordingExamples } from "./recording.ts";
import { requestExamples } from "./request.ts";
import { resultExamples } from "./results.ts";
import { searchExamples } from "./search.ts";
import { triggerExamples } from "./trigger.ts";
import { zapScenarioExamples } from "./zap-scenario.ts";

/** Examples and anti-examples of every schema, by the type that it describes. */
export const schemaExamples: ExamplesByType = {
  ...definitionExamples,
  ...fieldExamples,
  ...authenticationExamples,
  ...requestExamples,
  ...recordingExamples,
  ...triggerExamples,
  ...hookExamples,
  ...actionExamples,
  ...searchExamples,
  ...authExamples,
  ...resultExamples,
  ...zapScenarioExamples,
};
