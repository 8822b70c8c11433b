import { describe, expect, test } from "vitest";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const dataset = "city-budget";

export function schemaChanged(held: Held): void {
  const on = (own: object = {}) => turnedOn(held, "schema_changed", { dataset, ...own });
  const fields = () => held.dataset(dataset).fields;

  function add(name: string, type: "text" | "int" | "double" = "text"): void {
    fields().push({ name, type, label: name, description: null, annotations: {} });
  }

  function remove(name: string): void {
    fields().splice(
      fields().findIndex((field) => field.name === name),
      1,
    );
    for (const record of held.dataset(dataset).records) delete record[name];
  }

  describe("schema_changed with a storage secret", () => {
    test("says which fields were added, removed and retyped, also on the way back", async () => {
      const zap = await on({ storage_secret });
      expect(await zap.items("2024-03-15T12:30:00Z")).toEqual([]);
      add("office");
      remove("amount");
      expect(await zap.items("2024-03-15T13:00:00Z")).toMatchObject([
        {
          dataset_id: dataset,
          title: "City budget",
          added: [{ name: "office", type: "text" }],
          removed: [{ name: "amount", type: "double" }],
          retyped: [],
          is_compared: true,
          fields: [{ name: "year" }, { name: "chapter" }, { name: "office", type: "text" }],
        },
      ]);
      expect(await zap.items("2024-03-15T13:30:00Z")).toEqual([]);
      remove("office");
      add("amount", "double");
      add("office", "int");
      expect(await zap.items("2024-03-15T14:00:00Z")).toMatchObject([
        {
          added: [{ name: "amount", type: "double" }],
          removed: [],
          retyped: [{ name: "office", type: "int", type_before: "text" }],
        },
      ]);
      remove("office");
      expect(await zap.items("2024-03-15T15:00:00Z")).toMatchObject([
        { removed: [{ name: "office", type: "int" }] },
      ]);
      expect(await zap.items("2024-03-16T15:00:00Z")).toEqual([]);
    });

    test("another order of the fields, or another label, does not trigger", async () => {
      const zap = await on({ storage_secret });
      fields().reverse();
      for (const field of fields()) field.label = `The ${field.name}`;
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([]);
    });
  });

  test("schema_changed without a storage secret triggers for each schema that is new", async () => {
    const zap = await on();
    add("office");
    expect(await zap.items("2024-03-15T13:00:00Z")).toMatchObject([
      { added: [], removed: [], retyped: [], is_compared: false, fields: { length: 4 } },
    ]);
    remove("office");
    expect(await zap.items("2024-03-15T14:00:00Z")).toEqual([]);
  });

  test("schema_changed says that the dataset is gone", async () => {
    const zap = await on();
    held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset(dataset)), 1);
    expect(await zap.ids("2024-03-15T13:00:00Z")).toBe("error: ErrorException");
  });
}
