import { airQuality } from "./data/air-quality.ts";
import { bicycleCounts } from "./data/bicycle-counts.ts";
import { buildingPermits } from "./data/building-permits.ts";
import { cityBudget } from "./data/city-budget.ts";
import { events } from "./data/events.ts";
import { remarkableTrees } from "./data/remarkable-trees.ts";
import type { PortalDataset } from "./dataset.ts";

/** The present time of the city's datasets: shortly after the last of them was processed. */
export const DATA_TIME = "2024-03-15T12:00:00Z";

/** The datasets of an invented city, a fresh copy at each call. */
export function cityDatasets(): PortalDataset[] {
  return structuredClone([airQuality, buildingPermits, remarkableTrees, events, bicycleCounts, cityBudget]);
}
