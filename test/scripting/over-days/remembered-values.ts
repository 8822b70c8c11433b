import { describe, expect, test } from "vitest";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const permits = "permis-de-construire";
const fields = { dataset: permits, watched: ["status"], storage_secret };
const first = "PC 099 24 00012";

/** Changes of values that a Zap remembers in Storage by Zapier. */
export function rememberedValues(held: Held): void {
  const on = (own: object = {}) => turnedOn(held, "field_value_changed", { ...fields, ...own });
  const set = (own: object) => Object.assign(held.dataset(permits).records[0] ?? {}, own);
  const change = (value: string, old_value: string, time: string) => ({
    id: `["${first}"]:["${value}"]:${time}`,
    key: first,
    changed_at: time,
    value: { status: value },
    old_value: { status: old_value },
    old_value_known: true,
  });

  describe("field_value_changed with a storage secret", () => {
    test("free, taken, free, taken, free, taken, free: six alerts, each with the value before", async () => {
      set({ status: "free" });
      const zap = await on();
      for (const hour of [13, 14, 15, 16, 17, 18]) {
        const [value, before] = hour % 2 === 1 ? ["taken", "free"] : ["free", "taken"];
        set({ status: value });
        expect(await zap.items(`2024-03-15T${hour}:00:00Z`)).toMatchObject([
          change(value ?? "", before ?? "", `2024-03-15T${hour}:00:00.000Z`),
        ]);
        expect(await zap.items(`2024-03-15T${hour}:30:00Z`)).toEqual([]);
      }
    });

    test("a timestamp that is new at every reading triggers for the one change only", async () => {
      const zap = await on({ timestamp: "decided_on" });
      for (const day of [16, 17, 18, 19, 20, 21, 22]) {
        set({ decided_on: `2024-03-${day}` });
        expect(await zap.items(`2024-03-${day}T12:00:00Z`)).toEqual([]);
      }
      set({ decided_on: "2024-03-23", status: "Accordé" });
      expect(await zap.items("2024-03-23T12:00:00Z")).toMatchObject([
        {
          ...change("Accordé", "En instruction", "2024-03-23T12:00:00.000Z"),
          changed_at: "2024-03-23",
          record: { permit_number: first, surface: 148 },
        },
      ]);
      expect(await zap.items("2024-03-24T12:00:00Z")).toEqual([]);
    });

    test("a new record triggers once, without a value before", async () => {
      const zap = await on();
      held.dataset(permits).records.push({ permit_number: "PC 099 24 00099", status: "Déposé" });
      expect(await zap.items("2024-03-15T13:00:00Z")).toMatchObject([
        { key: "PC 099 24 00099", value: { status: "Déposé" }, old_value_known: false },
      ]);
      expect(await zap.items("2024-03-15T13:30:00Z")).toEqual([]);
    });

    test("a record that is gone for a while and comes back does not trigger", async () => {
      const zap = await on();
      const gone = held.dataset(permits).records.splice(0, 1);
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([]);
      held.dataset(permits).records.unshift(...gone);
      expect(await zap.items("2024-03-15T14:00:00Z")).toEqual([]);
    });

    test("more changes than one poll tells are told by the next ones", async () => {
      const { records } = held.dataset(permits);
      const numbers = Array.from({ length: 1200 }, (_, index) => `PC ${index}`);
      records.push(...numbers.map((permit_number) => ({ permit_number, status: "old" })));
      const zap = await on();
      for (const record of records.slice(4)) record.status = "new";
      expect(await zap.items("2024-03-15T13:00:00Z")).toHaveLength(500);
      expect(await zap.items("2024-03-15T14:00:00Z")).toHaveLength(500);
      expect(await zap.items("2024-03-15T15:00:00Z")).toHaveLength(200);
      expect(await zap.items("2024-03-15T16:00:00Z")).toEqual([]);
    });
  });

  describe("field_value_changed, when a poll comes to nothing", () => {
    test("while the store is down, nothing is lost", async () => {
      const zap = await on();
      set({ status: "Accordé" });
      held.storage.failing = 503;
      expect(await zap.ids("2024-03-15T13:00:00Z")).toBe("halted: HaltedException");
      held.storage.failing = 429;
      expect(await zap.ids("2024-03-15T14:00:00Z")).toBe("halted: HaltedException");
      held.storage.failing = undefined;
      expect(await zap.items("2024-03-15T15:00:00Z")).toMatchObject([
        change("Accordé", "En instruction", "2024-03-15T15:00:00.000Z"),
      ]);
      expect(await zap.items("2024-03-15T16:00:00Z")).toEqual([]);
    });

    test("after the store was written, the next poll tells the same changes", async () => {
      const zap = await on();
      set({ status: "Accordé" });
      held.at("2024-03-15T13:00:00Z");
      // A poll of the same Zap, whose answer does not arrive.
      const lost = await (await held.platform()).poll("field_value_changed", {
        trigger_fields: { ...fields },
      });
      expect(lost.items).toHaveLength(1);
      set({ status: "Refusé" });
      expect(await zap.items("2024-03-15T14:00:00Z")).toMatchObject([
        change("Refusé", "Accordé", "2024-03-15T14:00:00.000Z"),
        change("Accordé", "En instruction", "2024-03-15T13:00:00.000Z"),
      ]);
      expect(await zap.items("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("an emptied store begins anew: what changes afterwards triggers", async () => {
      const zap = await on();
      held.storage.stores.set(storage_secret, {});
      set({ status: "Accordé" });
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([]);
      set({ status: "Refusé" });
      expect(await zap.items("2024-03-15T14:00:00Z")).toMatchObject([
        change("Refusé", "Accordé", "2024-03-15T14:00:00.000Z"),
      ]);
    });
  });

  describe("the store", () => {
    const values = () => held.storage.stores.get(storage_secret) ?? {};

    test("is neither read nor written by the editor and by a test poll", async () => {
      const platform = await held.platform();
      for (const meta of [{ frontend: true }, { test_poll: true }, { prefill: true }]) {
        const { error } = await platform.poll("field_value_changed", { trigger_fields: { ...fields }, meta });
        expect(error).toBeUndefined();
      }
      expect(held.storage.requests).toEqual([]);
    });

    test("is written only when something has changed", async () => {
      const zap = await on();
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([]);
      expect(held.storage.requests).toEqual(["GET", "POST", "GET"]);
    });

    test("has keys that begin with the id of the Zap, so that Zaps can share it", async () => {
      const zap = (id: number) => turnedOn(held, "field_value_changed", fields, { zap: { id } });
      const [one, other] = [await zap(7), await zap(77)];
      expect(Object.keys(values())).toEqual(["7:0", "77:0"]);
      set({ status: "Accordé" });
      expect(await one.items("2024-03-15T13:00:00Z")).toHaveLength(1);
      expect(await other.items("2024-03-15T14:00:00Z")).toHaveLength(1);
      expect(await one.items("2024-03-15T15:00:00Z")).toEqual([]);
    });

    test("has values of at most 2,500 bytes, whatever the letters", async () => {
      const { records } = held.dataset(permits);
      records.push(
        ...Array.from({ length: 90 }, (_, index) => ({ permit_number: `許可 ${index}`, status: "審査中" })),
      );
      const zap = await on();
      const sizes = Object.entries(values()).map(([, value]) => Buffer.byteLength(JSON.stringify(value)));
      expect(sizes.length).toBeGreaterThan(3);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(2500);
      Object.assign(records.at(-1) ?? {}, { status: "許可" });
      expect(await zap.items("2024-03-15T13:00:00Z")).toMatchObject([
        { value: { status: "許可" }, old_value: { status: "審査中" } },
      ]);
    });

    test("that has no room left says how much there is, and what to do", async () => {
      const taken = Object.fromEntries(Array.from({ length: 499 }, (_, index) => [`other-${index}`, "x"]));
      held.storage.stores.set(storage_secret, taken);
      held
        .dataset(permits)
        .records.push(
          ...Array.from({ length: 100 }, (_, index) => ({ permit_number: `PC ${index}`, status: "Déposé" })),
        );
      const platform = await held.platform();
      const zap = await platform.turnOn("field_value_changed", { trigger_fields: { ...fields } });
      expect(zap.turnedOn.error).toMatchObject({
        name: "ErrorException",
        message: expect.stringMatching(
          /^This Zap has to remember \d keys, and your Storage by Zapier has room for 1\. Choose fewer records with a filter, or watch fewer fields\.$/,
        ),
      });
    });

    test("with another secret is refused, in a message without the secret", async () => {
      const platform = await held.platform();
      const trigger_fields = { ...fields, storage_secret: "not-this-one" };
      const zap = await platform.turnOn("field_value_changed", { trigger_fields });
      expect(zap.turnedOn.error).toMatchObject({
        name: "ErrorException",
        message:
          "Storage by Zapier does not accept the storage secret (status 401). Copy it once more from your Storage by " +
          "Zapier connection.",
      });
    });
  });
}
