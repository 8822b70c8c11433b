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
  /** Whether it is on still. */
  isLive(): boolean;
}

/** Turns a polling Zap on, in good order. Nothing that comes to light of it may have the account's key. */
export async function turnedOn(held: Held, trigger: string, trigger_fields: object = {}): Promise<TurnedOn> {
  const platform = await held.connect();
  const zap = await platform.turnOn(trigger, { trigger_fields: { ...trigger_fields } });
  expectNoKey(held, zap.turnedOn);
  expect(zap.turnedOn.error).toBeUndefined();
  const poll = async (time: string | undefined) => {
    if (time !== undefined) held.at(time);
    const run = await zap.poll();
    expectNoKey(held, run);
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
    isLive: () => zap.live,
  };
}

/** The key is in the header that carries it, and nowhere else. */
function expectNoKey({ portal }: Held, run: Ended): void {
  const shown = JSON.stringify(run, (name, value) => (name === "Authorization" ? undefined : value));
  expect(shown).not.toContain(account.api_key);
  for (const { headers, ...request } of portal.requests) {
    const { authorization, ...others } = headers;
    expect(authorization).toBe(`Apikey ${account.api_key}`);
    expect(JSON.stringify({ ...request, others })).not.toContain(account.api_key);
  }
}
