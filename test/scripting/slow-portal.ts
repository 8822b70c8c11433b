import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { account } from "../platform/world.ts";
import { DATA_TIME, type OfflinePortal, offlinePortal } from "../portal/index.ts";
import { manyDatasets } from "../portal/large-data.ts";

/** A method has 30 seconds. */
export const MOST_SECONDS = 30;

/** The end of a method's call, and its duration. */
export interface Timed {
  readonly returned?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
  readonly seconds: number;
  readonly requests: number;
}

export interface SlowPortal {
  readonly portal: OfflinePortal;
  /** Calls a method of dist/zap.js with the account and what is given. */
  call(method: string, bundle?: object): Timed;
}

interface RequestOptions {
  readonly url: string;
  readonly method: string;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body?: string;
  readonly timeout: number;
}

const zap = readFileSync("dist/zap.js", "utf8");
const exceptions = ["ErrorException", "HaltedException", "ExpiredAuthException", "InvalidSessionException"];

/**
 * A portal whose every answer takes some seconds of a simulated clock. The simulator's clock stands still within a run, so that
 * dist/zap.js runs by itself here.
 */
export function slowPortal(secondsOf: (url: URL) => number): SlowPortal {
  let now = Date.parse(DATA_TIME);
  const portal = offlinePortal({ api_key: account.api_key, now: () => new Date(now) });

  function request({ url, method, headers, body = "", timeout }: RequestOptions) {
    const address = new URL(url);
    const milliseconds = secondsOf(address) * 1000;
    now += Math.min(milliseconds, timeout);
    if (milliseconds > timeout) throw new Error("ETIMEDOUT");
    const sent: { [name: string]: string } = {};
    for (const [name, value] of Object.entries(headers)) if (value) sent[name.toLowerCase()] = value;
    const { status, content } = portal.answer({ method, headers: sent, body }, address);
    return { status_code: status, content };
  }

  class SlowDate extends Date {
    constructor(given: string | number = now) {
      super(given);
    }
    static override now(): number {
      return now;
    }
  }

  const context = createContext({ Date: SlowDate, z: { request, JSON, hash, dehydrate, dehydrateFile } });
  const declared = exceptions.map(
    (name) => `function ${name}(message) { this.message = message; this.name = "${name}"; }`,
  );
  runInContext(`${declared.join("\n")}\n${zap}`, context);

  return {
    portal,
    call(method, bundle = {}) {
      const auth_fields = { domain: account.domain, authorization: `Apikey ${account.api_key}` };
      context.bundle = { auth_fields, meta: {}, zap: { id: 1 }, ...bundle };
      const [started, before] = [now, portal.requests.length];
      const text: string = runInContext(
        `(function () { try { return JSON.stringify({ returned: Zap.${method}(bundle) }); } catch (error) {
          return JSON.stringify({ error: { name: error.name, message: error.message } }); } })()`,
        context,
      );
      const requests = portal.requests.length - before;
      return { ...JSON.parse(text), seconds: (now - started) / 1000, requests };
    },
  };
}

/** Gives the portal other datasets. */
export function withDatasets(slow: SlowPortal, count: number): void {
  slow.portal.datasets.splice(0, Number.POSITIVE_INFINITY, ...manyDatasets(count, 300));
}

function hash(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest("hex");
}

const dehydrate = (method: string) => `pointer to ${method}`;
const dehydrateFile = (url: string) => `pointer to ${url}`;
