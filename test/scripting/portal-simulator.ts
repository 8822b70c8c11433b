import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Simulator, simulate } from "zapc/simulator";
import {
  cityDatasets,
  cityManagement,
  DATA_TIME,
  type Portal,
  type PortalDataset,
  startPortal,
} from "../portal/index.ts";

/** The account with which the tests of the integration connect: its domain stands for the portal on loopback. */
export const account = { domain: "data.example.com", api_key: "secret-key" };

/** A portal for the tests of a file, and dist/zap.js connected to it. */
export interface Held {
  readonly portal: Portal;
  connect(auth_fields?: object): Promise<Simulator>;
  /** From now on it is this time, on the portal and for the scripts of all simulators. */
  at(time: string): void;
  /** One of the portal's datasets, to be changed. */
  dataset(dataset_id: string): PortalDataset;
}

/** Each test begins with the portal as it was, at the time of its data. */
export function withPortal(): Held {
  const open: Simulator[] = [];
  let now = DATA_TIME;
  const held = {
    portal: undefined as unknown as Portal,
    async connect(auth_fields: object = account) {
      const simulator = await simulate({
        script: "dist/zap.js",
        metadata: "dist/metadata.json",
        auth_fields: { ...auth_fields },
        url_base: held.portal.url,
        now,
      });
      open.push(simulator);
      return simulator;
    },
    at(time: string) {
      now = time;
      for (const simulator of open) simulator.at(time);
    },
    dataset(dataset_id: string) {
      const found = held.portal.datasets.find((dataset) => dataset.dataset_id === dataset_id);
      if (!found) throw new Error(`Failed to find the dataset ${dataset_id}: the portal has none.`);
      return found;
    },
  };
  beforeAll(async () => {
    held.portal = await startPortal({ api_key: account.api_key, now: () => new Date(now) });
  });
  beforeEach(() => {
    now = DATA_TIME;
    held.portal.mend();
    held.portal.requests.length = 0;
    held.portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
    Object.assign(held.portal.management, cityManagement());
  });
  afterAll(async () => {
    for (const simulator of open) await simulator.close();
    await held.portal.close();
  });
  return held;
}

/** What an item is told apart by. */
export function idsOf(items: readonly unknown[]): unknown[] {
  return items.map((item) => (item as { id: unknown }).id);
}
