import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metadata } from "../../../src/model/definitions.ts";
import { definition } from "./definition.ts";
import { startFileStore } from "./file-store.ts";
import { RunnerPlatform } from "./runner-platform.ts";
import { RunnerProcess } from "./runner-process.ts";
import { watched } from "./watched-script.ts";

export interface RunnerOptions {
  /** The ports on loopback of hosts that are asked with https, by name. */
  readonly hosts?: { readonly [host: string]: number };
  /** The certificate of those hosts. */
  readonly ca?: string;
  /** What the API has given the app. */
  readonly client?: { readonly client_id: string; readonly client_secret: string };
}

/** An integration, and the account that is connected to it. */
export interface RunnerApp {
  /** The text of zap.js. */
  readonly script: string;
  readonly metadata: Metadata;
  /** What the user typed. */
  readonly auth_fields: { readonly [key: string]: unknown };
  /** The time that it is for the script; that of the machine when left out. */
  readonly now?: string;
}

/** zapier-platform-core and its legacy scripting runner, in a process of their own. */
export interface Runner {
  connect(app: RunnerApp): RunnerPlatform;
  /** The methods of Zap that were called so far. */
  readonly called: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Starts the runner. It is asked one thing at a time. */
export async function startRunner({ hosts = {}, ca, client }: RunnerOptions = {}): Promise<Runner> {
  const folder = mkdtempSync(join(tmpdir(), "zapc-runner-"));
  const trusted = join(folder, "ca.pem");
  if (ca !== undefined) writeFileSync(trusted, ca);
  const store = await startFileStore();
  const running = new RunnerProcess(store, {
    // For the store. A token in each call would do, too, but with one core sends its logs to the platform.
    ZAPIER_DEPLOY_KEY: "a key",
    // Assumed: the platform's time zone, as that of AWS Lambda, where it runs.
    TZ: "UTC",
    LOCAL_HOSTS: JSON.stringify(hosts),
    ...(ca !== undefined && { NODE_EXTRA_CA_CERTS: trusted }),
    ...(client && { CLIENT_ID: client.client_id, CLIENT_SECRET: client.client_secret }),
  });
  return {
    called: running.called,
    connect({ script, metadata, ...account }) {
      const call = running.open(definition(metadata, watched(script)));
      return new RunnerPlatform({ ...account, metadata, call, store });
    },
    async close() {
      await running.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
