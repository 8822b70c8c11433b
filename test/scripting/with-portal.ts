import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Problem, Simulator } from "zapc/simulator";
import { notingProblems } from "../platform/noting-problems.ts";
import type { Platform } from "../platform/platform.ts";
import { type ConnectOptions, type Start, startSimulated, type World } from "../platform/world.ts";
import { cityDatasets, cityManagement, DATA_TIME, type PortalDataset } from "../portal/index.ts";
import { subscribed } from "../portal/pipeline.ts";
import { storage_secret } from "../portal/storage.ts";

/** A portal for the tests of a file, what is beside it, and dist/zap.js connected to them. */
export interface Held<P extends Platform = Platform> extends Pick<World, "portal" | "pipeline" | "storage"> {
  /** A platform to which the account is newly connected. */
  connect(auth_fields?: object, options?: Pick<ConnectOptions, "folder">): Promise<P>;
  /** One that the tests of a file share, which saves the start of a process in each. The account was connected in good order. */
  platform(auth_fields?: object, options?: Pick<ConnectOptions, "folder">): Promise<P>;
  /** From now on it is this time, on the portal and for the scripts of all platforms. */
  at(time: string): void;
  /** One of the portal's datasets, to be changed. */
  dataset(dataset_id: string): PortalDataset;
}

/** Each test begins with the portal as it was, at the time of its data, and ends without a problem of any run. */
export function withPortal(): Held<Simulator> {
  const problems: Problem[] = [];
  beforeEach(() => {
    problems.length = 0;
  });
  afterEach(() => expect(problems).toEqual([]));
  return withPortalOn(async (options) => {
    const world = await startSimulated(options);
    return {
      ...world,
      async connect(account) {
        return notingProblems(await world.connect(account), (found) => problems.push(...found));
      },
    };
  });
}

/** The same on any platform. */
export function withPortalOn<P extends Platform>(start: Start<P>): Held<P> {
  const open: Platform[] = [];
  const shared = new Map<string, P>();
  let now = DATA_TIME;
  let world: World<P>;
  beforeAll(async () => {
    world = await start({ now: () => new Date(now) });
  });
  beforeEach(() => {
    now = DATA_TIME;
    open.splice(0, Number.POSITIVE_INFINITY, ...shared.values());
    for (const platform of open) platform.at(now);
    const { portal, pipeline, storage } = world;
    portal.mend();
    portal.requests.length = 0;
    portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...cityDatasets());
    Object.assign(portal.management, cityManagement());
    pipeline.requests.length = 0;
    pipeline.answer = subscribed;
    storage.requests.length = 0;
    storage.failing = undefined;
    storage.stores.clear();
    storage.stores.set(storage_secret, {});
  });
  // The requests of every test are such as the documents of the APIs describe.
  afterEach(() => {
    expect(world.portal.undocumented.splice(0)).toEqual([]);
  });
  afterAll(() => world.close());

  const connect: Held<P>["connect"] = async (auth_fields, options = {}) => {
    const platform = await world.connect({ now, ...options, ...(auth_fields && { auth_fields }) });
    open.push(platform);
    return platform;
  };
  return {
    get portal() {
      return world.portal;
    },
    get pipeline() {
      return world.pipeline;
    },
    get storage() {
      return world.storage;
    },
    connect,
    async platform(...account) {
      const key = JSON.stringify(account);
      const known = shared.get(key);
      if (known) return known;
      const platform = await connect(...account);
      expect(await platform.testAccount()).toMatchObject({ valid: true });
      shared.set(key, platform);
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

/** The identity of an item. */
export function idsOf(items: readonly unknown[]): unknown[] {
  return items.map((item) => (item as { id: unknown }).id);
}
