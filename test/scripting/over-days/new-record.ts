import { describe, expect, test } from "vitest";
import type { RecordValues } from "../../portal/index.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const permits = "permis-de-construire";

/** A record of building permits. */
function permit(number: number, own: RecordValues = {}): RecordValues {
  return { permit_number: `PC 099 24 ${number}`, status: "En instruction", filed_on: "2024-03-16", ...own };
}

export function newRecord(held: Held): void {
  const on = (trigger_fields: object) => turnedOn(held, "new_record", trigger_fields);

  describe("new_record over some days", () => {
    const fields = { dataset: permits, order_by: "filed_on" };

    test("a new record triggers once; an edit, a deletion or publishing all anew does not", async () => {
      const zap = await on(fields);
      const { records, metas } = held.dataset(permits);
      expect(await zap.items()).toEqual([]);

      records.push(permit(20));
      expect(await zap.ids()).toEqual(['["PC 099 24 20"]']);
      expect(await zap.items()).toEqual([]);

      Object.assign(records[0] ?? {}, { status: "Accordé", surface: 150 });
      expect(await zap.items()).toEqual([]);
      records.splice(1, 2);
      expect(await zap.items()).toEqual([]);
      metas.default.data_processed = "2024-03-17T08:00:00+00:00";
      expect(await zap.items()).toEqual([]);
    });

    test("an edit triggers where nothing identifies a record but its values", async () => {
      for (const field of held.dataset(permits).fields) field.annotations = {};
      const zap = await on(fields);
      Object.assign(held.dataset(permits).records[0] ?? {}, { status: "Accordé" });
      expect(await zap.items()).toMatchObject([{ record: { status: "Accordé" } }]);
    });

    test("more than a hundred new records between two polls all trigger", async () => {
      const zap = await on(fields);
      held.dataset(permits).records.push(...Array.from({ length: 640 }, (_, index) => permit(100 + index)));
      expect(await zap.items()).toHaveLength(640);
      expect(await zap.items()).toEqual([]);
    });

    test("when many records are deleted, the older ones that move up do not trigger", async () => {
      held
        .dataset(permits)
        .records.push(
          ...Array.from({ length: 3000 }, (_, index) => permit(10_000 + index, { filed_on: "2024-01-01" })),
        );
      const zap = await on(fields);
      held.dataset(permits).records.splice(4, 1500);
      expect(await zap.items()).toEqual([]);
    });
  });
}
