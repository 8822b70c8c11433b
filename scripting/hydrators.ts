import type { Hydrate, HydratorMethods } from "zapc";
import { dataset, metasOf, recordValue } from "./explore.ts";
import { actingPortal } from "./portal.ts";

/** The value of a field that was too heavy for the items of a poll. */
export function record_value(bundle: Hydrate<{ dataset: string; record: string; field: string }>): unknown {
  return recordValue(actingPortal(bundle), bundle.dataset, bundle);
}

/** The description of a dataset that was too long for the items of a poll. */
export function dataset_description(bundle: Hydrate<{ dataset: string }>): unknown {
  return metasOf(dataset(actingPortal(bundle), bundle.dataset)).description;
}

({ record_value, dataset_description }) satisfies HydratorMethods;
