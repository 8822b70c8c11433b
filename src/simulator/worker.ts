/** The thread in which the script runs, one call of a method at a time. */
import { parentPort, workerData } from "node:worker_threads";
import type { FromWorker, Outcome, ScriptData, SimulatedTime, ToWorker } from "./protocol.ts";
import { callMethod, listMethods, type Script } from "./script/call.ts";
import { describeThrown } from "./script/describe-thrown.ts";
import { mentionedGlobals } from "./script/globals.ts";
import { ScriptHost } from "./script/host.ts";

const port = parentPort as NonNullable<typeof parentPort>;
const { answers, signal, ...script } = workerData as ScriptData;
const { source, filename } = script;
const mentioned = mentionedGlobals(source);
const post = (message: FromWorker) => port.postMessage(message);
const wires = { post, answers, signal: new Int32Array(signal), lastId: 0, stop };
/** That of the call that is under way, or of the last one. */
let host: ScriptHost | undefined;

port.on("message", (message: ToWorker) => {
  if (message.type === "answer") host?.deliver(message.id, message.answer);
  else if (message.type === "inspect") run((script) => listMethods(script));
  else run((script) => callMethod(script, message), message.time);
});

// What a callback of the script throws belongs to the call that is under way.
process.on("uncaughtException", (error) => {
  if (host) stop(host, { thrown: describeThrown(error, filename), fatal: true });
});

async function run(
  work: (script: Script) => Outcome | Promise<Outcome>,
  time?: SimulatedTime,
): Promise<void> {
  const own = new ScriptHost(wires, time);
  host = own;
  try {
    end(own, await work({ ...script, host: own, mentioned }));
  } catch (error) {
    end(own, { thrown: describeThrown(error, filename) });
  }
}

/** The first end counts. The platform's process is gone after it, and with it whatever the call has left behind. */
function end(ending: ScriptHost, outcome: Outcome): void {
  if (ending.over) return;
  ending.end();
  // Once what the call has left to promises has run: it must not delay the next one.
  setImmediate(post, { type: "done", outcome });
}

/** As `end`, without waiting: the script may be in a loop. */
function stop(ending: ScriptHost, outcome: Outcome): void {
  if (ending.over) return;
  ending.end();
  post({ type: "done", outcome });
}
