import { Failure } from "../model/failure.ts";
import type { Place } from "../simulator/index.ts";
import { count } from "./print.ts";
import { printReport, printRunError } from "./print-run.ts";
import { readObject } from "./read-object.ts";
import { simulateWork } from "./simulate-work.ts";
import type { SimulatorOptions } from "./simulator-of.ts";

interface SimulateDropdownOptions extends SimulatorOptions {
  readonly fields?: string;
  readonly page: number;
}

/** `zapc simulate dropdown`: opens the dynamic dropdown of a field, and shows what it offers. */
export async function simulateDropdownCommand(
  step: string,
  field: string,
  options: SimulateDropdownOptions,
): Promise<0 | 1> {
  const place = placeOf(step, field);
  const fields = options.fields !== undefined ? await readObject(options.fields, "the fields") : {};
  return simulateWork(options, {
    run: (simulator) => simulator.dropdown(place, { fields, page: options.page }),
    async print(run) {
      for (const { value, label } of run.choices) console.log(`${JSON.stringify(value)}  ${label}`);
      printReport(run);
      if (run.error) await printRunError(run.error, options.dist);
      else console.log(`\n${count(run.choices.length, "choice")} for ${field}`);
    },
    hasFailed: ({ error }) => error !== undefined,
  });
}

/** `actions/create_ticket`, as the file of the step is called. */
function placeOf(step: string, field: string): Place {
  const [, folder, key = ""] = /^(triggers|actions|searches)\/(\w+)$/.exec(step) ?? [];
  if (folder === "triggers") return { trigger: key, field };
  if (folder === "actions") return { action: key, field };
  if (folder === "searches") return { search: key, field };
  throw new Failure(`Failed to open the dropdown of ${field}: "${step}" names no step.`, {
    hint: "Name it as its file: triggers/new_ticket, actions/create_ticket or searches/find_ticket.",
  });
}
