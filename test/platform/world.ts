import { type Simulator, simulate } from "zapc/simulator";
import { type Portal, startPortal } from "../portal/index.ts";
import { type Pipeline, startPipeline } from "../portal/pipeline.ts";
import { type Storage, startStorage } from "../portal/storage.ts";
import type { Platform } from "./platform.ts";

/** The account that is connected to dist/zap.js: its domain stands for the portal on loopback. */
export const account = { domain: "data.example.com", api_key: "secret-key" };

/** The address at which the pipeline takes subscriptions: its host stands for the one on loopback. */
export const subscriptions_url = "https://pipeline.example.com/subscriptions";

/** The address of Storage by Zapier: its host stands for the store on loopback. */
export const storageHost = "store.zapier.com";

/** A portal, the pipeline beside it, a store, and a platform on which dist/zap.js asks them. */
export interface World<P extends Platform = Platform> {
  readonly portal: Portal;
  readonly pipeline: Pipeline;
  readonly storage: Storage;
  connect(options?: ConnectOptions): Promise<P>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** `account` when left out. */
  readonly auth_fields?: object;
  /** The time that it is for the script; that of the machine when left out. */
  readonly now?: string;
  /** The folder with zap.js and metadata.json; dist when left out. */
  readonly folder?: string;
}

export interface WorldOptions {
  /** The portal's clock: see `startPortal`. */
  readonly now?: () => Date;
}

/** Starts a world. */
export type Start<P extends Platform = Platform> = (options?: WorldOptions) => Promise<World<P>>;

/** A world with the simulator. */
export const startSimulated: Start<Simulator> = async (options = {}) => {
  const portal = await startPortal({ api_key: account.api_key, ...options });
  const [pipeline, storage] = [await startPipeline(), await startStorage()];
  const open: Simulator[] = [];
  const hosts = { [new URL(subscriptions_url).host]: pipeline.url, [storageHost]: storage.url };
  return {
    ...{ portal, pipeline, storage },
    async connect({ auth_fields = account, folder = "dist", ...now } = {}) {
      const [script, metadata] = [`${folder}/zap.js`, `${folder}/metadata.json`];
      const simulator = await simulate({
        ...{ script, metadata, auth_fields: { ...auth_fields }, ...now },
        http(request) {
          const { host, pathname, search } = new URL(request.url);
          return fetch(new Request(`${hosts[host] ?? portal.url}${pathname}${search}`, request));
        },
      });
      open.push(simulator);
      return simulator;
    },
    async close() {
      for (const part of [...open, storage, pipeline, portal]) await part.close();
    },
  };
};
