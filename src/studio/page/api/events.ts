import type { StudioEvent } from "../../api.ts";
import { request } from "./client.ts";

/** Reads the stream of events until the server ends it. `EventSource` could not send the token. */
export async function* readEvents(signal: AbortSignal): AsyncGenerator<StudioEvent> {
  const { body } = await request("GET /api/events", undefined, signal);
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (unread + part.value).split("\n\n");
    unread = events.pop() ?? "";
    for (const event of events) {
      const data = dataOf(event);
      if (data !== "") yield JSON.parse(data);
    }
  }
}

/** The data of an event; none of a comment, which keeps the connection alive. */
function dataOf(event: string): string {
  const lines = event.split("\n").filter((line) => line.startsWith("data:"));
  return lines.map((line) => line.slice("data:".length).trimStart()).join("\n");
}
