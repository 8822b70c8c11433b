import { distance } from "fastest-levenshtein";
import type { RecordedExchange } from "../../model/definitions/recording.ts";
import type { ComparedRequest } from "./recording-matcher.ts";

// A longer text is compared, and shown, by its beginning.
const longest = 1_000;
const parts = ["method", "url", "body"] as const;

/** Names the recorded request that is most like one that was not recorded, what differs, and what to add. */
export function nearestExchange(sent: ComparedRequest, recorded: readonly RecordedExchange[]): string {
  const [first] = recorded
    .map((request, index) => ({ request, index, far: distanceOf(request, sent) }))
    .sort((a, b) => a.far - b.far);
  return [
    ...(first ? [comparison(sent, first)] : []),
    `Record it anew, or add to its requests: ${line(sent)}`,
  ].join("\n");
}

function distanceOf(request: RecordedExchange, sent: ComparedRequest): number {
  const far = distance(shown(request.url), shown(sent.url)) + distance(shown(request.body), shown(sent.body));
  return far + (request.method === sent.method ? 0 : longest);
}

function comparison(
  sent: ComparedRequest,
  { request, index }: { request: RecordedExchange; index: number },
): string {
  const differing = parts.filter((part) => shown(request[part]) !== shown(sent[part]));
  if (differing.length === 0) return `It is the request at /requests/${index}.`;
  const lines = differing.map((part) => {
    return `  ${part}: recorded ${shown(request[part])}\n  ${" ".repeat(part.length)}  asked    ${shown(sent[part])}`;
  });
  return [`The nearest is at /requests/${index}, and differs in this:`, ...lines].join("\n");
}

function line({ method, url, headers, body }: ComparedRequest): string {
  const response = { status: 200, headers: { "content-type": "application/json" }, body: "…" };
  return JSON.stringify({ method, url, headers, body, response });
}

function shown(part: RecordedExchange["body"]): string {
  if (part === null) return "nothing";
  const text = typeof part === "string" ? part : JSON.stringify(part);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
