import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { cityManagement, type Management } from "./automation/management.ts";
import type { Failing, Failure } from "./condition.ts";
import { cityDatasets, DATA_TIME } from "./data.ts";
import type { PortalDataset } from "./dataset.ts";
import { answerTo, handle, type PortalRequest, type PortalState, type Sent } from "./handle.ts";
import { noTokens, type Tokens } from "./oauth2.ts";

export {
  cityManagement,
  type DatasetStatus,
  type Feedback,
  type Harvester,
  type Management,
  partOf,
  type StatusName,
  statusSince,
} from "./automation/management.ts";
export type { Failing, Failure } from "./condition.ts";
export { cityDatasets, DATA_TIME } from "./data.ts";
export type { Annotations, Field, FieldType, Metas, PortalDataset, RecordValues } from "./dataset.ts";
export type { PortalRequest, Sent } from "./handle.ts";

export interface PortalOptions {
  /** The portal's data at first; default: six datasets of a city. */
  datasets?: PortalDataset[];
  /** The one right key; without it every key is wrong. */
  api_key?: string;
  /** True if a request without a key may read. Default: true. */
  public?: boolean;
  /** Opens an https listener beside the http one. */
  tls?: { key: string; cert: string };
  /** The clock of now() and of the quota's reset. Default: DATA_TIME, which stands still. */
  now?: () => Date;
  /** A free one when left out. */
  port?: number;
}

/** A portal that is asked by calling it: see `answer`. */
export interface OfflinePortal extends PortalControls {
  /** Answers a request at once. */
  answer(request: Omit<PortalRequest, "path" | "query">, url: URL): Sent;
}

/** A portal that listens. */
export interface Portal extends PortalControls {
  /** http://127.0.0.1:PORT */
  url: string;
  /** https://127.0.0.1:PORT, where tls was given. */
  https_url: string | undefined;
  /** Stops listening; throws where the stand-in had to answer 500 because it or its data is wrong. */
  close(): Promise<void>;
}

interface PortalControls {
  /** The requests that arrived, in order; `requests.length = 0` forgets it. */
  readonly requests: PortalRequest[];
  /** The parts of arrived requests that no API document describes: `GET /api/explore/v2.1/catalog/datasets?rows`. */
  readonly undocumented: string[];
  /** The published datasets, from which the next request is answered. */
  readonly datasets: PortalDataset[];
  /** The parts that only the portal's managers see. `Object.assign(portal.management, cityManagement())` begins anew. */
  readonly management: Management;
  /** Its OAuth2 tokens: a code that is added here can be exchanged once. */
  readonly tokens: Tokens;
  /** From now on no key is right. */
  revokeKey(): void;
  /** From now on only those with a key may read. */
  closeToVisitors(): void;
  /** From now on 429. reset_time is like 2024-03-16T00:00:00Z. */
  exhaustQuota(quota: { reset_time: string }): void;
  /** From now on requests fail: all of them, or only those of a method or to a path. */
  break(failure: Failure, failing?: Failing): void;
  /** From now on Explore shows everybody the datasets of visitors, with any key. */
  ignoreKeys(): void;
  /** The key is right again, there is quota left, and requests reach the API. */
  mend(): void;
}

/** A stand-in for a portal that is asked without a network, so that a test decides how long an answer takes. */
export function offlinePortal(options: PortalOptions = {}): OfflinePortal {
  const state = initialState(options);
  return {
    ...controls(state, options),
    answer: (request, url) =>
      answerTo(state, { ...request, path: url.pathname, query: [...url.searchParams] }, url),
  };
}

/** Starts a stand-in for an Opendatasoft portal on a free port of the loopback interface. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const state = initialState(options);
  const { tls } = options;
  const listener = handle.bind(undefined, state);
  const server = createServer(listener);
  const secure_server = tls && createSecureServer({ key: tls.key, cert: tls.cert }, listener);
  const url = `http://127.0.0.1:${await listen(server, options.port)}`;
  const https_url = secure_server && `https://127.0.0.1:${await listen(secure_server)}`;
  const servers = secure_server === undefined ? [server] : [server, secure_server];
  return {
    ...{ url, https_url },
    ...controls(state, options),
    close: () => close(servers, state),
  };
}

function initialState({
  datasets = cityDatasets(),
  api_key,
  public: is_public = true,
  now,
}: PortalOptions): PortalState {
  return {
    datasets,
    management: cityManagement(),
    tokens: noTokens(),
    condition: { api_key, public: is_public, calls: 0 },
    now: now ?? (() => new Date(DATA_TIME)),
    requests: [],
    undocumented: [],
    faults: [],
  };
}

function controls(
  { condition, requests, undocumented, datasets, management, tokens }: PortalState,
  { api_key, public: is_public = true }: PortalOptions,
): PortalControls {
  return {
    ...{ requests, undocumented, datasets, management, tokens },
    revokeKey() {
      condition.api_key = undefined;
    },
    closeToVisitors() {
      condition.public = false;
    },
    exhaustQuota({ reset_time }: { reset_time: string }) {
      condition.quota_reset_time = reset_time;
    },
    break(failure: Failure, failing: Failing = {}) {
      Object.assign(condition, { failure, failing });
    },
    ignoreKeys() {
      condition.ignores_keys = true;
    },
    mend() {
      const whole = { quota_reset_time: undefined, failure: undefined, ignores_keys: false };
      Object.assign(condition, { api_key, public: is_public, ...whole });
    },
  };
}

/** Resolves to the port. */
function listen(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

async function close(servers: Server[], { faults }: PortalState): Promise<void> {
  for (const server of servers) {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join("\n"));
}
