/** The thread in which the script runs, one call of a method at a time. */
import { parentPort, workerData } from "node:worker_threads";
import { collectWhenMuch } from "./collect.ts";
import type { FromWorker, Outcome, SimulatedTime, ToWorker } from "./protocol.ts";
import { callMethod, listMethods } from "./script/call.ts";
import { describeThrown } from "./script/describe-thrown.ts";
import { mentionedGlobals } from "./script/globals.ts";
import { ScriptHost } from "./script/host.ts";
import { type Script, type Stage, setStage } from "./script/stage.ts";
import type { ScriptData } from "./script-data.ts";

const port = parentPort as NonNullable<typeof parentPort>;
const { answers, signal, ...data } = workerData as ScriptData;
const script: Script = { ...data, mentioned: mentionedGlobals(data.source) };
const post = (message: FromWorker) => port.postMessage(message);
const wires = { post, answers, signal: new Int32Array(signal), lastId: 0, stop };
/** That of the call that is under way, or of the last one. */
let host: ScriptHost | undefined;
/** That of the next call. */
let next: Stage | undefined;

port.on("message", (message: ToWorker) => {
  if (message.type === "answer") host?.deliver(message.id, message.answer);
  else if (message.type === "inspect") run((stage) => listMethods(script, stage));
  else run((stage) => callMethod(script, stage, message), message.time);
});

// What a callback of the script throws belongs to the call that is under way.
process.on("uncaughtException", (error) => {
  if (host) stop(host, { thrown: describeThrown(error, script.filename), fatal: true });
});

async function run(work: (stage: Stage) => Outcome | Promise<Outcome>, time?: SimulatedTime): Promise<void> {
  const kind: Kind = { simulatesTime: time !== undefined };
  const stage = takeNext(kind) ?? newStage(kind);
  if (time) stage.host.clock?.begin(time);
  host = stage.host;
  try {
    end(stage.host, await work(stage));
  } catch (error) {
    end(stage.host, { thrown: describeThrown(error, script.filename) });
  }
}

interface Kind {
  readonly simulatesTime: boolean;
}

function takeNext({ simulatesTime }: Kind): Stage | undefined {
  const stage = next;
  next = undefined;
  return stage && (stage.host.clock !== undefined) === simulatesTime ? stage : undefined;
}

function newStage(kind: Kind): Stage {
  return setStage(script, new ScriptHost(wires, kind));
}

/** The first end counts. The platform's process is gone after it, and with it whatever the call has left behind. */
function end(ending: ScriptHost, outcome: Outcome): void {
  if (ending.over) return;
  ending.end();
  setImmediate(() => {
    // Once what the call has left to promises has run: it must not delay the next one.
    post({ type: "done", outcome });
    // The next call will most likely be one of the same kind.
    setImmediate(() => {
      collectWhenMuch();
      next ??= newStage({ simulatesTime: ending.clock !== undefined });
    });
  });
}

/** As `end`, without waiting: the script may be in a loop. */
function stop(ending: ScriptHost, outcome: Outcome): void {
  if (ending.over) return;
  ending.end();
  post({ type: "done", outcome });
}
