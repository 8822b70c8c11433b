import colors from "picocolors";
import type { ZapScenario, ZapStep } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { validate } from "../model/validate.ts";
import type { HookRun, RunReport, Simulator, Zap } from "../simulator/index.ts";
import { count } from "./print.ts";
import { type PrintOptions, printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { simulateWork } from "./simulate-work.ts";
import type { SimulatorOptions } from "./simulator-of.ts";

/** The result of one step of the Zap's life. */
type StepRun = RunReport & Partial<Pick<HookRun, "items" | "samples" | "reply">>;

/** One step with what it did. */
interface ZapStepRun {
  readonly step: "turn_on" | ZapStep["type"];
  readonly run: StepRun;
}

/** `zapc simulate zap`: turns a Zap on, and does with it what a scenario says. */
export async function simulateZapCommand(file: string, options: SimulatorOptions): Promise<0 | 1> {
  const scenario = await readScenario(file);
  return simulateWork(options, {
    run: (simulator) => live(scenario, simulator).catch(throwAsData),
    async print(happened, shown) {
      for (const { step, run } of happened) await print(step, run, shown);
    },
    runs: (happened) => happened.map(({ run }) => run),
  });
}

async function readScenario(file: string): Promise<ZapScenario> {
  const data = await readObject(file, "the scenario");
  const errors = validate("zap-scenario", data);
  if (errors.length === 0) return data as unknown as ZapScenario;
  throw new DataFailure(`Failed to read the scenario ${file}: it is not as its schema says.`, {
    hint: errors.map(({ message }) => message).join("\n    "),
  });
}

/** Wrong use of the simulator is wrong data here: the scenario names the trigger, the times and the steps. */
function throwAsData(error: unknown): never {
  // A failure with a cause is a refusal of the system.
  if (!(error instanceof Failure) || error.cause !== undefined) throw error;
  const { fault, hint } = error;
  throw new DataFailure(fault, hint === undefined ? {} : { hint });
}

/** A Zap that could not be turned on does nothing more. */
async function live(
  { trigger, trigger_fields, zap, steps }: ZapScenario,
  simulator: Simulator,
): Promise<ZapStepRun[]> {
  const turned = await simulator.turnOn(trigger, { trigger_fields, ...(zap && { zap }) });
  const happened: ZapStepRun[] = [{ step: "turn_on", run: turned.turnedOn }];
  for (const step of turned.live ? steps : []) {
    if (step.at !== undefined) simulator.at(step.at);
    happened.push({ step: step.type, run: await runStep(step, turned) });
  }
  return happened;
}

function runStep(step: ZapStep, zap: Zap): Promise<StepRun> {
  if (step.type === "poll") return zap.poll();
  if (step.type === "turn_off") return zap.turnOff();
  const { type: _, at: __, ...hook } = step;
  return zap.hook(hook);
}

async function print(step: ZapStepRun["step"], run: StepRun, shown: PrintOptions): Promise<void> {
  console.log(`\n${colors.bold(step)}`);
  for (const item of run.items ?? []) console.log(JSON.stringify(item, null, 2));
  printReport(run);
  if (run.error) return printRunError(run.error, shown);
  const { items, samples = [], reply } = run;
  const effects = [
    ...(items ? [`triggers for ${count(items.length, "item")}`] : []),
    ...(samples.length > 0 ? [`keeps ${count(samples.length, "sample")}`] : []),
    ...(reply ? [`answers ${reply.status}`] : []),
  ];
  console.log(colors.green(effects.join(", ") || run.outcome));
}
