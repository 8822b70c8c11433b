import { afterEach, describe, expect, test } from "vitest";
import { alerts, news, publish, withDraft } from "./each-trigger.ts";
import { account, idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();

/** All that came to light of the runs of a test, but for the header that carries the key. */
const seen: object[] = [];

/** A Zap that is on: the ids of its alerts, or how else a poll ends. */
async function turnedOn({ trigger, trigger_fields }: (typeof alerts)[number]) {
  withDraft(held);
  const simulator = await held.connect();
  const zap = await simulator.turnOn(trigger, { trigger_fields: { ...trigger_fields } });
  const note = ({ requests, logs, error, items }: typeof zap.turnedOn & { items?: readonly unknown[] }) => {
    const sent = requests.map(({ headers: { Authorization, ...headers }, ...request }) => {
      expect(Authorization).toBe(`Apikey ${account.api_key}`);
      return { headers, ...request };
    });
    seen.push({ requests: sent, logs, error, items });
  };
  note(zap.turnedOn);
  expect(zap.turnedOn.error).toBeUndefined();
  return async (time: string) => {
    held.at(time);
    const run = await zap.poll();
    note(run);
    return run.error ? `${run.outcome}: ${run.error.name}` : idsOf(run.items);
  };
}

afterEach(() => {
  expect(seen.length).toBeGreaterThan(0);
  expect(JSON.stringify(seen)).not.toContain(account.api_key);
  seen.length = 0;
});

describe.each(alerts)("$name", (alert) => {
  const { happens, gives, republished } = alert;

  test("triggers once for what happens, and for nothing else over the days", async () => {
    const at = await turnedOn(alert);
    expect(await at("2024-03-15T12:05:00Z")).toEqual([]);

    news[happens](held, "2024-03-15T12:10:00+00:00");
    expect(await at("2024-03-15T12:40:00Z")).toEqual([gives("2024-03-15T12:10:00+00:00")]);
    expect(await at("2024-03-15T12:55:00Z")).toEqual([]);

    // Somebody edits what is said of a dataset, and deletes another one.
    held.dataset("qualite-de-lair-temps-reel").metas.default.title = "Air";
    held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("agenda-des-evenements")), 1);
    expect(await at("2024-03-16T08:00:00Z")).toEqual([]);

    const republishedAt = "2024-03-17T08:00:00+00:00";
    for (const { dataset_id } of held.portal.datasets) publish(held, dataset_id, republishedAt);
    expect(await at("2024-03-17T08:05:00Z")).toEqual([]);
    expect(await at("2024-03-17T09:00:00Z")).toEqual(republished ? [republished(republishedAt)] : []);
    expect(await at("2024-03-18T09:00:00Z")).toEqual([]);
  });

  test("triggers afterwards for what happens while the portal gives no answer", async () => {
    const at = await turnedOn(alert);
    news[happens](held, "2024-03-15T12:10:00+00:00");
    held.portal.break("502");
    expect(await at("2024-03-15T12:30:00Z")).toBe("halted: HaltedException");
    held.portal.break("hang-up");
    expect(await at("2024-03-15T12:45:00Z")).toBe("halted: HaltedException");
    held.portal.break("html");
    expect(await at("2024-03-15T13:00:00Z")).toBe("error: ErrorException");
    held.portal.mend();
    held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
    expect(await at("2024-03-15T13:15:00Z")).toBe("halted: HaltedException");
    held.portal.mend();
    expect(await at("2024-03-16T00:15:00Z")).toEqual([gives("2024-03-15T12:10:00+00:00")]);
    expect(await at("2024-03-16T00:30:00Z")).toEqual([]);
  });

  test("is turned off when the key is revoked", async () => {
    const at = await turnedOn(alert);
    news[happens](held, "2024-03-15T12:10:00+00:00");
    held.portal.revokeKey();
    expect(await at("2024-03-15T12:30:00Z")).toBe("turned_off: ExpiredAuthException");
  });
});
