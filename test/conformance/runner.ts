import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Metadata } from "../../src/model/definitions.ts";

const child = fileURLToPath(new URL("run-in-runner.mjs", import.meta.url));

/** One scenario, as the runner takes it. */
export interface RunnerScenario {
  /** The text of zap.js. */
  readonly script: string;
  readonly metadata: Metadata;
  readonly auth_fields: object;
  /** What runner-steps.mjs does: its kind, and what that takes. */
  readonly step: { readonly kind: string; readonly [given: string]: unknown };
  /** `bundle.meta` in the converted runtime's input names: see `runnerMeta`. */
  readonly meta: object;
  /** What the API appends to the address that the browser comes back to, for an OAuth account to be connected. */
  readonly redirect?: object | undefined;
}

/** What the step gave, by the names that the simulator has for it, or why it failed. */
export interface RunnerOutcome {
  readonly items?: unknown;
  /** Where the browser was sent to connect an OAuth account. */
  readonly authorize_url?: string;
  readonly error?: { readonly name: string; readonly message: string };
  readonly [what: string]: unknown;
}

/**
 * Runs scenarios on zapier-platform-core and its legacy scripting runner, one after the other in one process of their own.
 * Before each of them get_session_info runs; after a RefreshAuthError it runs again and the call is repeated once, which is
 * what the platform around the runner does.
 */
export function runInRunner(
  scenarios: readonly RunnerScenario[],
  env: NodeJS.ProcessEnv = {},
): Promise<RunnerOutcome[]> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const running = execFile(process.execPath, [child], options, (error, stdout, stderr) => {
      if (error) reject(new Error(`The runner failed: ${error.message}\n${stderr}`));
      else resolve(JSON.parse(stdout));
    });
    running.stdin?.end(JSON.stringify({ scenarios }));
  });
}

/** What the platform sends of an ordinary poll, in the names that the runner turns into `bundle.meta`. */
export const runnerMeta = {
  isTestingAuth: false,
  isLoadingSample: false,
  isFillingDynamicDropdown: false,
  isPopulatingDedupe: false,
  limit: -1,
  page: 0,
} as const;
