/** The thread in which the script runs, one call of a method at a time. */
import { parentPort, workerData } from "node:worker_threads";
import type { FromWorker, Outcome, ScriptData, ToWorker } from "./protocol.ts";
import { callMethod, listMethods } from "./script/call.ts";
import { describeThrown } from "./script/describe-thrown.ts";
import { mentionedGlobals } from "./script/globals.ts";
import { createScriptHost } from "./script/host.ts";

const port = parentPort as NonNullable<typeof parentPort>;
const { source, filename, answers, signal } = workerData as ScriptData;
const post = (message: FromWorker) => port.postMessage(message);
const host = createScriptHost({ post, answers, signal: new Int32Array(signal) });
const script = { source, filename, host, mentioned: mentionedGlobals(source) };

port.on("message", (message: ToWorker) => {
  if (message.type === "answer") host.deliver(message.id, message.answer);
  else if (message.type === "inspect") run(async () => listMethods(script));
  else run(() => callMethod(script, message));
});

// What a callback of the script throws belongs to the call that is under way.
process.on("uncaughtException", (error) => {
  done({ thrown: describeThrown(error, filename), fatal: true });
});

async function run(work: () => Promise<Outcome>): Promise<void> {
  try {
    done(await work());
  } catch (error) {
    done({ thrown: describeThrown(error, filename) });
  }
}

function done(outcome: Outcome): void {
  post({ type: "done", outcome });
}
