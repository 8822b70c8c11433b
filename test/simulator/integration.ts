import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";
import { type HttpHandler, type SimulateOptions, type Simulator, simulate } from "zapc/simulator";
import type { Action, App, Metadata, Search, SessionAuth, Trigger } from "../../src/model/definitions.ts";

/** The options of a test besides the script; the rest is an integration with a trigger "thing" and a session. */
export interface Setting extends Partial<SimulateOptions> {
  readonly trigger?: Partial<Trigger>;
  readonly auth?: Partial<SessionAuth>;
  readonly app?: Partial<App>;
  /** Triggers besides "thing". */
  readonly triggers?: readonly Trigger[];
  readonly actions?: readonly Action[];
  readonly searches?: readonly Search[];
}

/** The folder of a test, gone when it ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Writes a zap.js with these methods and its metadata, and loads them. The API answers `[]` unless `http` says more. */
export async function simulateZap(methods: string, setting: Setting = {}): Promise<Simulator> {
  const simulator = await simulateIn(temporaryFolder(), methods, setting);
  onTestFinished(() => simulator.close());
  return simulator;
}

/**
 * As `simulateZap`, but the tests of a file share a simulator where methods and setting are the same, which saves the start of a
 * process. The API answers as the last test says that asked for it. Each test has runs or Zaps of its own, and leaves the account as it
 * was.
 */
export function sharingSimulators(): typeof simulateZap {
  const shared = new Map<string, { readonly simulator: Simulator; readonly api: { answer: HttpHandler } }>();
  afterAll(async () => {
    for (const { simulator } of shared.values()) await simulator.close();
  });
  return async (methods, { http: answer = () => Response.json([]), ...setting } = {}) => {
    const key = JSON.stringify([methods, setting]);
    const known = shared.get(key);
    if (known) {
      known.api.answer = answer;
      return known.simulator;
    }
    const api = { answer };
    const folder = mkdtempSync(join(tmpdir(), "zapc-"));
    const http: HttpHandler = (request) => api.answer(request);
    const simulator = await simulateIn(folder, methods, { ...setting, http });
    shared.set(key, { simulator, api });
    return simulator;
  };
}

async function simulateIn(
  folder: string,
  methods: string,
  { trigger, auth, app, triggers, actions, searches, ...options }: Setting,
): Promise<Simulator> {
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, `'use strict';\nvar Zap = {\n${methods}\n};\n`);
  writeFileSync(
    metadata,
    JSON.stringify(declaring(metadataWith(trigger, auth), { app, triggers, actions, searches })),
  );
  return simulate({
    script,
    metadata,
    auth_fields: { api_key: "key" },
    // The default is the network: only for tests that say where to.
    ...(!options.url_base && { http: () => Response.json([]) }),
    ...options,
  });
}

type Declared = Pick<Setting, "app" | "triggers" | "actions" | "searches">;

function declaring(
  metadata: Metadata,
  { app, triggers = [], actions = [], searches = [] }: Declared,
): Metadata {
  return {
    ...metadata,
    app: { ...metadata.app, ...app },
    triggers: [...metadata.triggers, ...triggers],
    actions: [...actions],
    searches: [...searches],
  };
}

export function metadataWith(trigger: Partial<Trigger> = {}, auth: Setting["auth"] = {}): Metadata {
  return {
    app: {
      title: "Things",
      version: "1.0.0",
      description: "Things is a list of things.",
      test_trigger: "thing",
      auth: {
        type: "session",
        fields: [{ key: "api_key", label: "API Key", type: "password", required: true }],
        placement: "header",
        mapping: { "X-Token": "{{token}}" },
        ...auth,
      },
    },
    methods: [],
    hydrators: [],
    actions: [],
    searches: [],
    triggers: [
      {
        key: "thing",
        type: "polling",
        label: "New Thing",
        noun: "Thing",
        help_text: "Triggers when there is a new thing.",
        url: "https://api.example.com/things",
        fields: [],
        sample: { id: 1 },
        methods: [],
        ...trigger,
      } as Trigger,
    ],
  };
}
