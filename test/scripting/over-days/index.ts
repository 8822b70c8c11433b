import type { Held } from "../with-portal.ts";
import { datasetEvent } from "./dataset-event.ts";
import { datasetNotUpdated } from "./dataset-not-updated.ts";
import { eachTrigger } from "./each-trigger.ts";
import { fieldValueChanged } from "./field-value-changed.ts";
import { management } from "./management.ts";
import { newDataset } from "./new-dataset.ts";
import { newRecord } from "./new-record.ts";

/**
 * What happens on a portal over some days, and exactly which alerts that gives. The tests are the same on every platform, the
 * simulator and the runner: none of them is left out on either.
 */
export function overDays(held: Held): void {
  for (const scenarios of [eachTrigger, newDataset, newRecord, datasetNotUpdated]) scenarios(held);
  for (const scenarios of [fieldValueChanged, management, datasetEvent]) scenarios(held);
}
