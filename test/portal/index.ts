import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { cityManagement, type Management } from "./automation/management.ts";
import type { Failure } from "./condition.ts";
import { cityDatasets, DATA_TIME } from "./data.ts";
import type { PortalDataset } from "./dataset.ts";
import { handle, type PortalRequest, type PortalState } from "./handle.ts";
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
export type { Failure } from "./condition.ts";
export { cityDatasets, DATA_TIME } from "./data.ts";
export type { Annotations, Field, FieldType, Metas, PortalDataset, RecordValues } from "./dataset.ts";
export type { PortalRequest } from "./handle.ts";

export interface PortalOptions {
  /** What the portal has at first; six datasets of a city when left out. */
  datasets?: PortalDataset[];
  /** The one right key; without it every key is wrong. */
  api_key?: string;
  /** Whether a request without a key may read; true when left out. */
  public?: boolean;
  /** Opens an https listener beside the http one. */
  tls?: { key: string; cert: string };
  /** What now() and the quota's reset look at; DATA_TIME, which stands still, when left out. */
  now?: () => Date;
  /** A free one when left out. */
  port?: number;
}

export interface Portal {
  /** http://127.0.0.1:PORT */
  url: string;
  /** https://127.0.0.1:PORT, where tls was given. */
  https_url: string | undefined;
  /** What arrived, in order; `requests.length = 0` forgets it. */
  readonly requests: PortalRequest[];
  /** The published datasets, from which the next request is answered. */
  readonly datasets: PortalDataset[];
  /** What only those see who manage the portal. `Object.assign(portal.management, cityManagement())` begins anew. */
  readonly management: Management;
  /** Its OAuth2 tokens: a code that is added here can be exchanged once. */
  readonly tokens: Tokens;
  /** From now on no key is right. */
  revokeKey(): void;
  /** From now on 429. reset_time is like 2024-03-16T00:00:00Z. */
  exhaustQuota(quota: { reset_time: string }): void;
  /** From now on no request reaches the API. */
  break(failure: Failure): void;
  /** The key is right again, there is quota left, and requests reach the API. */
  mend(): void;
  /** Stops listening; throws where the stand-in had to answer 500 because it or its data is wrong. */
  close(): Promise<void>;
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
  const { requests, datasets, management, tokens } = state;
  return {
    ...{ url, https_url, requests, datasets, management, tokens },
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
    faults: [],
  };
}

function controls({ condition }: PortalState, { api_key }: PortalOptions) {
  return {
    revokeKey() {
      condition.api_key = undefined;
    },
    exhaustQuota({ reset_time }: { reset_time: string }) {
      condition.quota_reset_time = reset_time;
    },
    break(failure: Failure) {
      condition.failure = failure;
    },
    mend() {
      Object.assign(condition, { api_key, quota_reset_time: undefined, failure: undefined });
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
