import type { Held } from "../with-portal.ts";
import { changedIdentity } from "./changed-identity.ts";
import { datasetEvent } from "./dataset-event.ts";
import { datasetNotUpdated } from "./dataset-not-updated.ts";
import { eachTrigger } from "./each-trigger.ts";
import { fieldValueChanged } from "./field-value-changed.ts";
import { management } from "./management.ts";
import { newAttachment } from "./new-attachment.ts";
import { newDataset } from "./new-dataset.ts";
import { newRecord } from "./new-record.ts";
import { noDataFromSource } from "./no-data-from-source.ts";
import { rememberedValues } from "./remembered-values.ts";
import { schemaChanged } from "./schema-changed.ts";
import { thresholdReached } from "./threshold-reached.ts";
import { updatedDataset } from "./updated-dataset.ts";
import { updatedIntegration } from "./updated-integration.ts";
import { withoutKey } from "./without-key.ts";

const scenarios = [
  ...[eachTrigger, withoutKey, updatedIntegration],
  ...[newDataset, updatedDataset, datasetNotUpdated, newAttachment],
  ...[newRecord, fieldValueChanged, rememberedValues, changedIdentity],
  ...[thresholdReached, noDataFromSource, schemaChanged, management, datasetEvent],
];

/**
 * The events on a portal over some days, and exactly their alerts. The tests are the same on every platform, the
 * simulator and the runner: none of them is left out on either.
 */
export function overDays(held: Held): void {
  for (const add of scenarios) add(held);
}
