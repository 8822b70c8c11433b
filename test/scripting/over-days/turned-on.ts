import { expect } from "vitest";
import type { Ended } from "../../platform/platform.ts";
import { account } from "../../platform/world.ts";
import { type Held, idsOf } from "../with-portal.ts";

/** A Zap that is on. Its polls happen at a time, or at that of the last. */
export interface TurnedOn {
  /** The items that trigger. */
  items(time?: string): Promise<unknown[]>;
  /** Their ids, or how else the poll ends: `halted: HaltedException`. */
  ids(time?: string): Promise<unknown[] | string>;
  /** The message of a poll that fails. */
  message(time?: string): Promise<string | undefined>;
  /** True if it is still on. */
  isLive(): boolean;
}

interface Options {
  /** `account` when left out. */
  readonly auth_fields?: { readonly domain: string; readonly api_key?: string };
  readonly zap?: { readonly id: number };
}

/** Turns a polling Zap on, in good order. Nothing that comes to light of it may have the account's key. */
export async function turnedOn(
  held: Held,
  trigger: string,
  trigger_fields: object = {},
  { auth_fields = account, ...options }: Options = {},
): Promise<TurnedOn> {
  const platform = await held.platform(auth_fields);
  const zap = await platform.turnOn(trigger, { trigger_fields: { ...trigger_fields }, ...options });
  expect(zap.turnedOn.error).toBeUndefined();
  expectNoKey(held, zap.turnedOn, auth_fields.api_key);
  const poll = async (time: string | undefined) => {
    if (time !== undefined) held.at(time);
    const run = await zap.poll();
    expectNoKey(held, run, auth_fields.api_key);
    return run;
  };
  return {
    async items(time) {
      const { items, error } = await poll(time);
      expect(error).toBeUndefined();
      return items;
    },
    async ids(time) {
      const { items, outcome, error } = await poll(time);
      return error ? `${outcome}: ${error.name}` : idsOf(items);
    },
    async message(time) {
      return (await poll(time)).error?.message;
    },
    isLive: () => zap.live,
  };
}

/** The key is in the header that carries it, and nowhere else. Without a key there is no header. */
function expectNoKey({ portal }: Held, run: Ended, api_key: string | undefined): void {
  const shown = JSON.stringify(run, (name, value) => (name === "Authorization" ? undefined : value));
  if (api_key !== undefined) expect(shown).not.toContain(api_key);
  for (const { headers, ...request } of portal.requests) {
    const { authorization, ...others } = headers;
    expect(authorization).toBe(api_key && `Apikey ${api_key}`);
    if (api_key !== undefined) expect(JSON.stringify({ ...request, others })).not.toContain(api_key);
  }
}
