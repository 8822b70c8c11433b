import { describe, expect, test } from "vitest";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const permits = "permis-de-construire";
const recordid = /^[0-9a-f]{40}$/;

/** The identity of a record may be missing, or change on the portal. */
export function changedIdentity(held: Held): void {
  const on = (own: object = {}) =>
    turnedOn(held, "new_record", { dataset: permits, order_by: "filed_on", ...own });
  const file = (permit_number: string | null, surface = 50) =>
    held.dataset(permits).records.push({ permit_number, surface, filed_on: "2024-03-16" });
  const markNothing = () => {
    for (const field of held.dataset(permits).fields) field.annotations = {};
  };
  const addColumn = () => {
    const [first] = held.dataset(permits).fields;
    if (first) held.dataset(permits).fields.push({ ...first, name: "architect", annotations: {} });
  };
  const markNumber = () => {
    for (const field of held.dataset(permits).fields) {
      if (field.name === "permit_number") field.annotations = { id: [] };
    }
  };

  describe("new_record without a value in a unique field", () => {
    test("each record without a number triggers, under the id that the portal gives it", async () => {
      for (const own of [{}, { storage_secret }]) {
        const zap = await on({ ...own, id_fields: ["permit_number"] });
        // The portal's own identity of a record is the whole record here.
        markNothing();
        file(null, 10);
        file(null, 20);
        file("PC 099 24 00077");
        expect(await zap.ids("2024-03-16T12:00:00Z")).toEqual([
          expect.stringMatching(recordid),
          expect.stringMatching(recordid),
          '["PC 099 24 00077"]',
        ]);
        expect(await zap.ids("2024-03-16T13:00:00Z")).toEqual([]);
        held.dataset(permits).records.splice(4);
      }
    });
  });

  describe("new_record, when the identity of records changes on the portal", () => {
    test("with a storage secret, a column that is added triggers for no record", async () => {
      markNothing();
      const zap = await on({ storage_secret });
      addColumn();
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      file("PC 099 24 00077");
      expect(await zap.ids("2024-03-16T12:00:00Z")).toEqual([expect.stringMatching(recordid)]);
      expect(await zap.ids("2024-03-16T13:00:00Z")).toEqual([]);
    });

    test("with a storage secret, a unique field that is marked later triggers for no record", async () => {
      markNothing();
      const zap = await on({ storage_secret });
      markNumber();
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      file("PC 099 24 00077");
      expect(await zap.ids("2024-03-16T12:00:00Z")).toEqual(['["PC 099 24 00077"]']);
      // And back again.
      markNothing();
      expect(await zap.ids("2024-03-16T13:00:00Z")).toEqual([]);
    });

    test("with identifying fields of the user's own, a column that is added triggers for no record", async () => {
      markNothing();
      const zap = await on({ id_fields: ["permit_number"] });
      addColumn();
      markNumber();
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
    });

    test("without either, all records trigger once more, as the help text says", async () => {
      markNothing();
      const zap = await on();
      addColumn();
      expect(await zap.ids("2024-03-15T13:00:00Z")).toHaveLength(4);
      expect(await zap.ids("2024-03-15T14:00:00Z")).toEqual([]);
    });

    test("while the store is down, nothing triggers, and nothing is lost", async () => {
      const zap = await on({ storage_secret });
      file("PC 099 24 00077");
      held.storage.failing = 500;
      expect(await zap.ids("2024-03-16T12:00:00Z")).toBe("halted: HaltedException");
      held.storage.failing = undefined;
      expect(await zap.ids("2024-03-16T13:00:00Z")).toEqual(['["PC 099 24 00077"]']);
    });
  });

  describe("field_value_changed, when the identity of records changes on the portal", () => {
    test("with a storage secret, no record triggers", async () => {
      const zap = await turnedOn(held, "field_value_changed", {
        ...{ dataset: permits, watched: ["status"] },
        storage_secret,
      });
      for (const field of held.dataset(permits).fields) {
        field.annotations = field.name === "address" || field.name === "permit_number" ? { id: [] } : {};
      }
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      Object.assign(held.dataset(permits).records[0] ?? {}, { status: "Accordé" });
      expect(await zap.items("2024-03-15T14:00:00Z")).toMatchObject([
        { value: { status: "Accordé" }, old_value: { status: "En instruction" } },
      ]);
    });
  });
}
