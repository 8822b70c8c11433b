/** The thread in which the script runs, one call of a method at a time. */
import { readSync, writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { FrameReader, frameOf } from "../process/frames.ts";
import type {
  Answer,
  CallOfScript,
  CallOutcome,
  MessageFromScript,
  MessageToScript,
  ThrownError,
  WorkerData,
} from "../protocol.ts";
import { callScriptMethod, type Evaluation, evaluate, listMethods } from "./call.ts";
import { mentionedGlobals } from "./globals.ts";
import { ScriptHost } from "./host.ts";
import { readLibrariesFrom } from "./libraries.ts";
import { refuseImportsWith } from "./realm.ts";
import { createScriptRealm, type PreparedScript, type ScriptRealm } from "./script-realm.ts";
import { collectWhenMuch, removeDangerousFunctions } from "./thread.ts";
import { describeThrown } from "./thrown.ts";

const port = parentPort as NonNullable<typeof parentPort>;
const { libraries, channel } = workerData as WorkerData;
const ports = { post, receive, lastId: 0, stop };
const chunkLength = 65_536;
let script: PreparedScript | undefined;
/** The script as the last call has left it. */
let evaluation: Evaluation | undefined;
/** Counts the calls. The main thread counts them, too. */
let tasks = 0;
/** The realm of the call that is under way, or of the last one. */
let current: ScriptRealm | undefined;
/** The realm of the next call. */
let next: ScriptRealm | undefined;

readLibrariesFrom(libraries);
removeDangerousFunctions();

/** Tells the simulator. It waits until that is written. */
function post(message: MessageFromScript): void {
  if (message.type === "done") port.postMessage(tasks);
  const frame = Buffer.concat(frameOf(message));
  for (let written = 0; written < frame.length; ) written += writeSync(channel, frame, written);
}

/** Waits for the answer to a request, the only thing that comes this way. */
function receive(): Answer {
  const reader = new FrameReader(Number.POSITIVE_INFINITY);
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkLength);
    const [message] = reader.read(chunk.subarray(0, readSync(channel, chunk)));
    if (message) return (message as MessageToScript & { readonly type: "answer" }).answer;
  }
}

port.on("message", (message: MessageToScript) => {
  if (message.type === "load") script = { ...message, mentioned: mentionedGlobals(message.source) };
  else if (message.type === "answer") current?.host.deliver(message.id as number, message.answer);
  else if (message.type === "inspect") run(listMethods, {});
  else run((evaluation) => callScriptMethod(evaluation, message), message);
});

// An exception in a callback of the script belongs to the call that is under way, and so does a rejected promise that nobody awaits.
process.on("uncaughtException", failCurrent);
process.on("unhandledRejection", failCurrent);

post({ type: "ready" });

function failCurrent(value: unknown): void {
  if (!current || !script) return;
  stop(current.host, { thrown: { ...thrownIn(current, value), uncaught: true }, fatal: true });
}

function thrownIn(realm: ScriptRealm, value: unknown): ThrownError {
  return describeThrown(value, { script: script as PreparedScript, realm });
}

type Evaluator = (evaluation: Evaluation) => Promise<CallOutcome>;

async function run(
  work: Evaluator,
  { time, goes_on }: Pick<CallOfScript, "time" | "goes_on">,
): Promise<void> {
  tasks += 1;
  const before = goes_on && evaluation;
  const realm = before ? before.realm : realmFor({ simulatesTime: time !== undefined });
  if (before) realm.host.resume();
  if (time) realm.host.clock?.begin(time);
  current = realm;
  const { host, membrane } = realm;
  refuseImportsWith(() => membrane.toScript(host.notSimulated("import()")));
  try {
    const evaluated = before ?? evaluate(script as PreparedScript, realm);
    evaluation = "thrown" in evaluated ? undefined : evaluated;
    end(host, "thrown" in evaluated ? evaluated : await work(evaluated));
  } catch (error) {
    end(host, { thrown: thrownIn(realm, error) });
  }
}

function realmFor(kind: RealmTime): ScriptRealm {
  return takeNext(kind) ?? newStage(script as PreparedScript, kind);
}

interface RealmTime {
  readonly simulatesTime: boolean;
}

function takeNext({ simulatesTime }: RealmTime): ScriptRealm | undefined {
  const realm = next;
  next = undefined;
  return realm && (realm.host.clock !== undefined) === simulatesTime ? realm : undefined;
}

function newStage(given: PreparedScript, kind: RealmTime): ScriptRealm {
  return createScriptRealm(given, new ScriptHost(ports, kind));
}

/** The first end counts. The platform's process ends after the call, with everything that the call has left behind. */
function end(ending: ScriptHost, outcome: CallOutcome): void {
  if (ending.over) return;
  const { waiting } = ending;
  const told = "returned" in outcome && waiting > 0 ? { ...outcome, unheard: waiting } : outcome;
  ending.end();
  setImmediate(() => {
    // Once what the call has left to promises has run: it must not delay the next one.
    const { leavesWork } = ending;
    post({ type: "done", outcome: leavesWork ? { ...told, fatal: true } : told });
    if (leavesWork) return;
    // The next call will most likely be one of the same kind.
    setImmediate(() => {
      collectWhenMuch();
      next ??= newStage(script as PreparedScript, { simulatesTime: ending.clock !== undefined });
    });
  });
}

/** As `end`, without waiting: the script may be in a loop. */
function stop(ending: ScriptHost, outcome: CallOutcome): void {
  if (ending.over) return;
  ending.end();
  post({ type: "done", outcome });
}
