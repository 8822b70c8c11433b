import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { removedAfter, temporaryFolder } from "../../output/temporary-folder.ts";
import { type RunReport, type SimulateOptions, simulate } from "../../simulator/index.ts";
import type { Answerer } from "../../simulator/network/answerer.ts";
import { accountValues } from "../../simulator/problems/credentials.ts";
import { Recorder } from "../../simulator/recording/recorder.ts";
import { secretsOf } from "../../simulator/redaction/known-values.ts";
import { Needles } from "../../simulator/redaction/needles.ts";
import { holdsSecret } from "../../simulator/redaction/redactor.ts";
import { simulateWith } from "../../simulator/simulate.ts";
import { perform, type Simulation } from "../run-calls.ts";
import { AnswersAgain } from "./answers-again.ts";
import type { SavedStep } from "./saved-step.ts";

/** The options of the simulator of a saved run, but for its answerer. */
export type SimulatorSetup = Pick<
  SimulateOptions,
  "script" | "metadata" | "auth_fields" | "client_id" | "client_secret" | "runtime"
>;

/** The recording of a test, and the report of its run. */
export interface TestRecording {
  /** As JSON. */
  readonly recording: string;
  /** The report of the last step. */
  readonly report: RunReport;
  /** Tells whether a text holds a credential of the account. */
  readonly holdsCredential: (text: string) => boolean;
}

/** Does steps again with the answers that they got, and records it. */
export async function recorded(steps: readonly SavedStep[], setup: SimulatorSetup): Promise<TestRecording> {
  return inFolder(async (folder) => {
    const file = join(folder, "recording.json");
    const [first] = steps;
    const now = new Date(first?.now ?? Date.now());
    const answers = new AnswersAgain(steps.flatMap(({ exchanges }) => exchanges));
    const secrets = () => secretsOf(values());
    const recorder = new Recorder({ file, now, secrets });
    const answerer: Answerer = recorder.wrap(answers.answerer);
    const sim = await simulateWith({ ...setup, now }, { around: () => answerer });
    const { client_id, client_secret } = setup;
    const values = () => accountValues(sim.metadata.app.auth, sim.auth_fields, { client_id, client_secret });
    try {
      const report = await performAll(steps, { sim });
      recorder.save();
      const credentials = values().filter(({ isCredential }) => isCredential);
      const needles = new Needles(secretsOf(credentials).filter(({ isCredential }) => isCredential));
      return {
        recording: readFileSync(file, "utf8"),
        report,
        holdsCredential: (text) => holdsSecret(text, needles),
      };
    } finally {
      await sim.close();
    }
  });
}

/** Does steps with a recording, as the saved test does. */
export async function replayed(
  steps: readonly SavedStep[],
  setup: SimulatorSetup,
  recording: string,
): Promise<RunReport> {
  return inFolder(async (folder) => {
    const file = join(folder, "recording.json");
    writeFileSync(file, recording);
    const sim = await simulate({ ...setup, replay: file });
    try {
      return await performAll(steps, { sim });
    } finally {
      await sim.close();
    }
  });
}

async function performAll(steps: readonly SavedStep[], on: Simulation): Promise<RunReport> {
  let report: RunReport | undefined;
  for (const step of steps) {
    on.sim.at(step.now);
    report = await perform(step.asked, on, step);
  }
  return report as RunReport;
}

function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  return removedAfter(temporaryFolder("zapc-studio-"), work);
}
