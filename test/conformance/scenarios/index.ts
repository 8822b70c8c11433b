import type { Scenario } from "../scenario.ts";
import { actions } from "./actions.ts";
import { addresses } from "./addresses.ts";
import { afterSteps } from "./after-steps.ts";
import { answers, oddAnswers } from "./answers.ts";
import { authentication } from "./authentication.ts";
import { customFields } from "./custom-fields.ts";
import { dates } from "./dates.ts";
import { files } from "./files.ts";
import { hooks } from "./hooks.ts";
import { jquery } from "./jquery.ts";
import { methods } from "./methods.ts";
import { node } from "./node.ts";
import { oauth1 } from "./oauth1.ts";
import { oauth2 } from "./oauth2.ts";
import { oauth2Placement } from "./oauth2-placement.ts";
import { oauth2Refresh } from "./oauth2-refresh.ts";
import { oddData, oddErrors, oddParts, oddResults } from "./odd-results.ts";
import { preOptions } from "./pre-options.ts";
import { requests } from "./requests.ts";
import { searches } from "./searches.ts";
import { state } from "./state.ts";
import { subscriptions } from "./subscriptions.ts";
import { zRequests } from "./z-request.ts";

/** Every scenario on which the simulator and the runner must agree, or differ as documented. */
export const scenarios: readonly Scenario[] = [
  ...[...requests, ...addresses, ...oddResults, ...oddData, ...oddParts, ...oddErrors],
  ...[...methods, ...answers, ...oddAnswers, ...preOptions],
  ...[...authentication, ...oauth1, ...oauth2Placement, ...oauth2, ...oauth2Refresh],
  ...[...hooks, ...subscriptions, ...actions, ...files, ...searches, ...customFields, ...afterSteps],
  ...[...jquery, ...dates, ...state, ...node],
  // Last, because the last of them ends the runner's thread for requests.
  ...zRequests,
];
