import { describe, expect, test } from "vitest";
import { cityDatasets, type PortalDataset } from "./index.ts";
import { compileOrderBy } from "./odsql/order-by.ts";
import { compileSelect } from "./odsql/select.ts";
import { recordTable } from "./record-table.ts";

function tableOf(uid: string) {
  return recordTable(cityDatasets().find(({ dataset_uid }) => dataset_uid === uid) as PortalDataset, "UTC");
}

const permits = tableOf("da_p3rm1t");
const air = tableOf("da_a1rq7x");

describe("order_by", () => {
  function ordered(table: typeof permits, order_by: string, column: string) {
    const order = compileOrderBy(order_by, table.columns);
    const rows = [...table.rows].sort((first, second) => order(first.values, second.values));
    return rows.map(({ values }) => values[column]);
  }

  test.each([
    ["surface", [36, 148, 1250, null]],
    ["surface ASC", [36, 148, 1250, null]],
    ["surface desc", [1250, 148, 36, null]],
    ["filed_on", [null, 1250, 36, 148]],
    ["permit_number desc", [148, 36, 1250, null]],
    ["decided_on desc, surface", [36, 1250, null, 148]],
  ])("%s puts nulls last", (order_by, expected) => {
    expect(ordered(permits, order_by, "surface")).toEqual(expected);
  });

  test("goes on with the next field where the first is the same", () => {
    expect(ordered(air, "station, measured_at", "no2")).toEqual([203.7, 44, 41.5, 17.9, null, 18.2]);
  });

  test.each([
    ["", "Unexpected end of the query"],
    ["surface up", "Unexpected up"],
    ["surface desc,", "Unexpected end of the query"],
    ["gone", "Unknown field: gone"],
    ["status", "Field status is not sortable"],
    ["random(1)", "random() is not evaluated"],
  ])("refuses %s", (order_by, message) => {
    expect(() => ordered(permits, order_by, "surface")).toThrow(new Error(message));
  });
});

describe("select", () => {
  const first = (select: string) => {
    const row = permits.rows[1];
    if (row === undefined) throw new Error("there is no second permit");
    return compileSelect(select, permits)(row);
  };

  test.each([
    ["surface, status", { surface: 36, status: "Accordé" }],
    ["surface AS area, `status`", { area: 36, status: "Accordé" }],
    ["include(s*)", { status: "Accordé", surface: 36 }],
    ["include(s*), exclude(surface)", { status: "Accordé" }],
    ["_size", { _size: 183 }],
    ["record_timestamp", { record_timestamp: "2024-03-12T08:31:40+00:00" }],
  ])("%s", (select, expected) => expect(first(select)).toEqual(expected));

  test("* is all fields and no app metas", () => {
    expect(Object.keys(first("*"))).toEqual(permits.columns.map(({ name }) => name));
  });

  test("exclude() alone takes away from all fields", () => {
    expect(Object.keys(first("exclude(a*), exclude(filed_on)"))).toEqual([
      "permit_number",
      "status",
      "surface",
      "decided_on",
    ]);
  });

  test.each([
    ["", "Unexpected end of the query"],
    ["gone", "Unknown field: gone"],
    ["include(gone*)", "Unknown field: gone"],
    ["count(*)", "count() is not evaluated"],
    ["surface * 2 as bigger", "Unexpected *"],
    ["surface as", "Unexpected end of the query"],
  ])("refuses %s", (select, message) => {
    expect(() => first(select)).toThrow(new Error(message));
  });
});
