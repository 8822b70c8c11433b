import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeApp } from "../../../src/export/app-directory.ts";
import { cliApp } from "../../../src/export/cli-app.ts";
import { definitionOf } from "../../../src/export/definition.ts";
import type { Metadata } from "../../../src/model/definitions.ts";
import { startFileStore } from "./file-store.ts";
import { RunnerPlatform } from "./runner-platform.ts";
import { RunnerProcess } from "./runner-process.ts";
import { watched } from "./watched-script.ts";

export interface RunnerOptions {
  /** The ports on loopback of hosts that are asked with https, by name. */
  readonly hosts?: { readonly [host: string]: number };
  /** The certificate of those hosts. */
  readonly ca?: string;
  /** The app's credentials at the API. */
  readonly client?: { readonly client_id: string; readonly client_secret: string };
  /**
   * True if apps run from the files that `zapc export --to cli` writes. Otherwise they run from their definition, and a 429 is
   * raised before the script sees it, as in an app that the platform itself has converted.
   */
  readonly exported?: boolean;
}

/** An integration, and the account that is connected to it. */
export interface RunnerApp {
  /** The text of zap.js. */
  readonly script: string;
  readonly metadata: Metadata;
  /** The values that the user typed. */
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
export async function startRunner(options: RunnerOptions = {}): Promise<Runner> {
  const { hosts = {}, ca, client, exported = false } = options;
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
  let apps = 0;
  /** Writes an app's files, and gives their directory. */
  const written = (metadata: Metadata, script: string): string => {
    apps += 1;
    const directory = join(folder, `app-${apps}`);
    writeApp(directory, cliApp(metadata, script));
    symlinkSync(resolve("node_modules"), join(directory, "node_modules"));
    return directory;
  };
  return {
    called: running.called,
    connect({ script, metadata, ...account }) {
      const call = running.open(
        exported
          ? { directory: written(metadata, watched(script)) }
          : { definition: { ...definitionOf(metadata, watched(script)), flags: {} } },
      );
      return new RunnerPlatform({ ...account, metadata, call, store });
    },
    async close() {
      await running.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
