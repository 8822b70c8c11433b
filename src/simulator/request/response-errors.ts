import type { WireResponse } from "../protocol.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import type { DraftRequest } from "./prepared-request.ts";
import { withoutUser } from "./urls.ts";

// Source: zapier-platform-core, http-middlewares/after/throw-for-disallowed-hostname-after-redirect.js.
const disallowedAfterRedirect = ["localhost", "127.0.0.1", "[::1]"];
const disallowed = "Redirecting to disallowed hostname";
// Source: zapier-platform-core, http-middlewares/after/throw-for-throttling.js.
const throttled = "The server returned 429 (Too Many Requests)";
// Assumed: how much of an answer a user wants to read.
const excerptLength = 250;

/** The errors that the `post_` method never gets to see. Source: zapier-platform-core, create-app-request-client.js. */
export function beforeMethod(
  response: WireResponse,
  { account, run }: Pick<ActiveRun, "account" | "run">,
  request: Pick<DraftRequest, "throwForThrottlingEarly"> = {},
): void {
  const { url, status, headers, redirected } = response;
  if (redirected && disallowedAfterRedirect.includes(new URL(url).hostname)) {
    throw new RunFailed({ name: "ErrorException", message: disallowed }, "AppError");
  }
  account.checkAnswer(response);
  // Source: docs/platform.md, "Exceptions": the documented platform raises any other status after the method has run.
  const early = run.runtime === "converted" && request.throwForThrottlingEarly !== false;
  if (status === 429 && early) {
    const wait = headers["retry-after"];
    const message = wait === undefined ? throttled : `${throttled}, Retry-After: ${wait}`;
    throw new RunFailed({ name: "ThrottledError", message });
  }
}

/** Throws the error of a 4xx or 5xx. */
export function afterMethod(response: WireResponse): void {
  const error = responseError(response);
  if (error) throw error;
}

/** The error of a 4xx or 5xx, undefined for any other status. Source: zapier-platform-core, prepare-response.js. */
export function responseError({ url, status, body }: WireResponse): RunFailed | undefined {
  if (status < 400 || status > 599) return undefined;
  const excerpt = body.length > excerptLength ? `${body.slice(0, excerptLength)}…` : body;
  // The text is ours: the platform's is JSON of the status, some headers, the content and the URL.
  const message = `The server returned ${status} to ${withoutUser(url)}: ${excerpt || "no content"}`;
  return new RunFailed({ name: "ResponseError", message });
}
