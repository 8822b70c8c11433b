import { parentPort } from "node:worker_threads";
import { Failure } from "../../model/failure.ts";
import { compareRuns } from "../comparison/compare-runs.ts";
import { detailOf, redactedJson } from "../session/detail.ts";
import { editedParts } from "../session/restored.ts";
import { adding } from "../session/texts.ts";
import { EndedRuns } from "./ended-runs.ts";
import type { MessageFromThread, MessageToThread, TaskInput, TaskName, TaskOutput } from "./tasks.ts";

/** The thread of the tasks that take seconds where a run has megabytes: the server answers meanwhile. */
const port = parentPort;
const runs = new EndedRuns();

const tasks: {
  readonly [Name in TaskName]: (input: TaskInput<Name>) => TaskOutput<Name> | Promise<TaskOutput<Name>>;
} = {
  detail: ({ asked, ...shown }) => {
    const { report, redact } = runs.get(shown.row.id);
    const texts: string[] = [];
    const detail = detailOf(
      { ...shown, asked: redactedJson(asked, redact), report },
      adding(shown.row.id, texts),
    );
    return { detail, texts };
  },
  compare: ({ left, right }) => {
    const [one, other] = [left, right].map((row) => ({ row, report: runs.get(row.id).report }));
    return compareRuns(one as never, other as never);
  },
  edited: ({ id, edits }) => editedParts(runs.get(id).report, edits),
  preview: async (draft) => {
    // The simulator is loaded where it is needed.
    const { previewTest } = await import("../saved-test/preview.ts");
    return previewTest(draft);
  },
};

port?.on("message", async (message: MessageToThread) => {
  if ("keep" in message) return runs.keep(message.keep);
  if ("forget" in message) return runs.forget(message.forget);
  port.postMessage(await ended(message));
});

async function ended({
  task,
  name,
  input,
}: Extract<MessageToThread, { task: number }>): Promise<MessageFromThread> {
  try {
    return { task, output: await tasks[name](input as never) };
  } catch (error) {
    if (error instanceof Failure) return { task, failure: { fault: error.fault, hint: error.hint } };
    return { task, defect: String((error as Error).stack) };
  }
}
