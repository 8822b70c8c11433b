import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Simulator } from "zapc/simulator";
import type { Platform } from "../platform/platform.ts";
import { type Start, startSimulated, type World } from "../platform/world.ts";
import { cityDatasets, cityManagement, DATA_TIME, type PortalDataset } from "../portal/index.ts";
import { subscribed } from "../portal/pipeline.ts";

/** A portal for the tests of a file, the pipeline beside it, and dist/zap.js connected to them. */
export interface Held<P extends Platform = Platform> extends Pick<World, "portal" | "pipeline"> {
  connect(auth_fields?: object): Promise<P>;
  /** From now on it is this time, on the portal and for the scripts of all platforms. */
  at(time: string): void;
  /** One of the portal's datasets, to be changed. */
  dataset(dataset_id: string): PortalDataset;
}

/** Each test begins with the portal as it was, at the time of its data. */
export function withPortal(): Held<Simulator> {
  return withPortalOn(startSimulated);
}

/** The same on any platform. */
export function withPortalOn<P extends Platform>(start: Start<P>): Held<P> {
  const open: Platform[] = [];
  let now = DATA_TIME;
  let world: World<P>;
  beforeAll(async () => {
    world = await start({ now: () => new Date(now) });
  });
  beforeEach(() => {
    now = DATA_TIME;
    open.length = 0;
    const { portal, pipeline } = world;
    portal.mend();
    portal.requests.length = 0;
    portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
    Object.assign(portal.management, cityManagement());
    pipeline.requests.length = 0;
    pipeline.answer = subscribed;
  });
  afterAll(() => world.close());
  return {
    get portal() {
      return world.portal;
    },
    get pipeline() {
      return world.pipeline;
    },
    async connect(auth_fields?: object) {
      const platform = await world.connect({ now, ...(auth_fields && { auth_fields }) });
      open.push(platform);
      return platform;
    },
    at(time: string) {
      now = time;
      for (const platform of open) platform.at(time);
    },
    dataset(dataset_id: string) {
      const found = world.portal.datasets.find((dataset) => dataset.dataset_id === dataset_id);
      if (!found) throw new Error(`Failed to find the dataset ${dataset_id}: the portal has none.`);
      return found;
    },
  };
}

/** What an item is told apart by. */
export function idsOf(items: readonly unknown[]): unknown[] {
  return items.map((item) => (item as { id: unknown }).id);
}
