import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Metadata } from "../../../src/model/definitions.ts";
import { definition } from "./definition.ts";
import { type FileStore, startFileStore } from "./file-store.ts";
import { RunnerPlatform } from "./runner-platform.ts";
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

/** What is run of an app: a function of its definition, with the bundle that the runner makes the script's of. */
export interface Call {
  readonly method: string;
  readonly bundle: object;
  /** In milliseconds. */
  readonly now?: number | undefined;
}

export type Answer =
  | { readonly results: unknown }
  | { readonly error: { readonly name: string; readonly message: string } };

/** Starts the runner. It is asked one thing at a time. */
export async function startRunner({ hosts = {}, ca, client }: RunnerOptions = {}): Promise<Runner> {
  const folder = mkdtempSync(join(tmpdir(), "zapc-runner-"));
  const trusted = join(folder, "ca.pem");
  if (ca !== undefined) writeFileSync(trusted, ca);
  const store = await startFileStore();
  const running = new RunnerProcess(store, {
    // For the store. A token in each call would do, too, but with one core sends its logs to the platform.
    ZAPIER_DEPLOY_KEY: "a key",
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

class RunnerProcess {
  readonly called = new Set<string>();
  readonly #child: ChildProcess;
  readonly #store: Pick<FileStore, "rpc_base">;
  readonly #waiting: ((answer: Answer) => void)[] = [];
  readonly #ended: Promise<string>;
  #apps = 0;

  constructor(store: FileStore, env: { readonly [name: string]: string }) {
    this.#store = store;
    const execArgv = ["--require", fileURLToPath(new URL("connect-locally.cjs", import.meta.url))];
    this.#child = fork(fileURLToPath(new URL("process.mjs", import.meta.url)), {
      // Source: synckit 0.6, which spells it so; its thread sends what z.request asks.
      env: { ...process.env, ...env, SYNCKIT_EXEC_ARV: execArgv.join() },
      execArgv,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#ended = text(this.#child.stderr as NonNullable<ChildProcess["stderr"]>);
    this.#child.on("message", ({ called, ...answer }: Answer & { called: string[] }) => {
      for (const method of called) this.called.add(method);
      this.#waiting.shift()?.(answer);
    });
  }

  /** Loads an app. Returns how its functions are run. */
  open(definition: object): (call: Call) => Promise<Answer> {
    const app = this.#apps;
    this.#apps += 1;
    this.#child.send({ definition });
    return (call) => this.#ask({ app, call: { ...call, rpc_base: this.#store.rpc_base } });
  }

  #ask(asked: object): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => this.#waiting.push(resolve));
    const failed = this.#ended.then((stderr) => {
      throw new Error(`The runner ended before it answered.\n${stderr}`);
    });
    this.#child.send(asked);
    return Promise.race([answered, failed]);
  }

  async close(): Promise<void> {
    this.#child.disconnect();
    await this.#ended;
  }
}
