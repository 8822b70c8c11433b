/* What this file is about. */

import type { PrePoll, RequestResult, Trigger } from "zapc";

export const trigger = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

/** How many things are asked for. */
const LIMIT = 50; // the API's own limit

// Goes with the function that nothing calls.
function unused() {
  return LIMIT;
}

/**
 * Asks for the newest things.
 *
 * Twice, if need be.
 */
export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  // The URL stays.
  const { request } = bundle;

  request.params.limit = LIMIT; // all at once
  /* In between. */
  const url = "https://example.com/*not-a-comment*///!~";

  if (url) {
    // Nothing to do.
  }
  return request;
  // After the end.
}
