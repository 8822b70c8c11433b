import type { ServerResponse } from "node:http";
import type { Session } from "../session/session.ts";
import { beginStream } from "./response.ts";

/** A comment is sent so often: a connection that nothing comes from looks broken. */
const HEARTBEAT_MILLISECONDS = 15_000;

/** Sends the state, and then each event of the session as it happens, until the connection ends. */
export function streamEvents(response: ServerResponse, session: Session): void {
  beginStream(response);
  const stop = session.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(": here\n\n"), HEARTBEAT_MILLISECONDS);
  response.on("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}
