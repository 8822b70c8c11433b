import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";

async function find(search: string, search_fields: object) {
  const simulator = await held.platform();
  const { result, error } = await simulator.search(search, { search_fields: { ...search_fields } });
  return { found: result, error };
}

describe("find_record", () => {
  test("finds by words, by a field's value, by a filter and by an area", async () => {
    const found = async (choice: object) => {
      const run = await find("find_record", { dataset: air, ...choice });
      expect(run.error).toBeUndefined();
      return (run.found as { record: { no2: number } } | undefined)?.record.no2;
    };
    expect(await found({ words: "marché 203.7" })).toBe(203.7);
    expect(await found({ field: "no2", value: "44" })).toBe(44);
    expect(await found({ field: "station", value: "Port de l'Île" })).toBe(18.2);
    expect(await found({ field: "alert", value: "True" })).toBe(203.7);
    expect(await found({ field: "measured_at", value: "2024-03-15T12:15:00+01:00" })).toBe(203.7);
    expect(await found({ filter: "alert is true" })).toBe(203.7);
    expect(await found({ area: "45.7583, 4.8422, 100m" })).toBe(18.2);
    expect(await found({ field: "station", value: 'none" or "Marché' })).toBeUndefined();
  });

  test("finds by a date", async () => {
    const { found } = await find("find_record", {
      ...{ dataset: "permis-de-construire", field: "filed_on", value: "2024-03-04" },
    });
    expect(found).toMatchObject({ record: { filed_on: "2024-03-04" } });
  });

  test("says what is wrong with a value that a field cannot have", async () => {
    const { error } = await find("find_record", { dataset: air, field: "alert", value: "perhaps" });
    expect(error).toMatchObject({
      name: "ErrorException",
      message: 'The field "alert" is either true or false, and "perhaps" is neither. Write true or false.',
    });
  });

  test("gives the record by its own id", async () => {
    const { found } = await find("find_record", { dataset: "city-budget", filter: "`year` = 2022" });
    expect(found).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{40}$/),
      published: expect.stringMatching(/^2021-12-20T10:00:05/),
      record: held.dataset("city-budget").records[0],
      url: "https://data.example.com/explore/dataset/city-budget/",
    });
  });

  const permits = "permis-de-construire";

  test.each([
    ["an empty value", { field: "station", value: "" }],
    ["a blank value", { field: "station", value: "   ", words: "marché" }],
    ["no value", { field: "station", filter: "no2 > 40" }],
  ])("finds nothing for a field with %s", async (_, choice) => {
    expect(await find("find_record", { dataset: air, ...choice })).toEqual({
      found: undefined,
      error: undefined,
    });
  });

  test.each([
    [
      { dataset: " ", words: "marché" },
      "The dataset is empty. Choose it from the list, or give its identifier: the last part of its address on the portal.",
    ],
    [{ value: "Marché" }, "Choose the field that has the value."],
    [{}, "Say which record to find: fill in words, a field with its value, a filter, facets or an area."],
    [
      { words: "  ", filter: " ", facets: [" "], area: " ", order_by: "no2" },
      "Say which record to find: fill in words, a field with its value, a filter, facets or an area.",
    ],
    [
      { field: "ozone", value: "1" },
      'This dataset has no field "ozone". Choose one of: station, measured_at, no2, pm25, alert, location.',
    ],
    [
      { words: "marché", order_by: "ozone" },
      'This dataset has no ordering field "ozone". Choose one of: station, measured_at, no2, pm25, alert, location.',
    ],
    [
      { field: "location", value: "45.7, 4.8" },
      'The field "location" cannot be searched by a value. For a place, use the area instead.',
    ],
    [
      { field: "no2", value: "12,5" },
      'The field "no2" holds numbers, and "12,5" is not a number. Write it like 12.5.',
    ],
    [
      { field: "no2", value: "0x1F" },
      'The field "no2" holds numbers, and "0x1F" is not a number. Write it like 12.5.',
    ],
  ])("never finds an arbitrary record: %j", async (choice, message) => {
    const { found, error } = await find("find_record", { dataset: air, ...choice });
    expect(found).toBeUndefined();
    expect(error).toMatchObject({ name: "ErrorException", message });
  });

  test("finds the first by the ordering field, from either end", async () => {
    const first = async (choice: object) =>
      (await find("find_record", { dataset: air, words: "marché", order_by: "no2", ...choice })).found;
    expect(await first({})).toMatchObject({ record: { no2: 203.7 } });
    expect(await first({ order: "asc" })).toMatchObject({ record: { no2: 41.5 } });
  });

  test.each([
    ["oui", true],
    ["Vrai", true],
    ["TRUE", true],
    ["ja", true],
    ["1", true],
    ["sí", true],
    ["non", false],
    ["FAUX", false],
    ["nein", false],
    ["não", false],
    ["لا", false],
    ["falskt", false],
  ])("takes %j for %s", async (value, alert) => {
    const { found } = await find("find_record", { dataset: air, field: "alert", value });
    expect(found).toMatchObject({ record: { alert } });
  });

  test.each([
    ["2024-03-04", undefined],
    ["2024/03/04", undefined],
    ["2024-3-4", undefined],
    ["04/03/2024", "dmy"],
    ["4.3.2024", "dmy"],
    ["03/04/2024", "mdy"],
    ["3-4-2024", "mdy"],
  ])("finds the date %j, whose format is %s", async (value, date_format) => {
    const choice = { dataset: permits, field: "filed_on", value, ...(date_format && { date_format }) };
    const { found, error } = await find("find_record", choice);
    expect(error).toBeUndefined();
    expect(found).toMatchObject({ record: { filed_on: "2024-03-04" } });
  });

  test.each([
    ["2024-03-15T11:15:00Z", "iso"],
    ["2024-03-15 11:15", "iso"],
    ["2024-03-15T12:15:00+01:00", "iso"],
    ["15/03/2024 11:15:00", "dmy"],
  ])("finds the point in time %j, whose format is %s", async (value, date_format) => {
    const { found } = await find("find_record", { dataset: air, field: "measured_at", value, date_format });
    expect(found).toMatchObject({ record: { measured_at: "2024-03-15T11:15:00+00:00" } });
  });

  test("finds a day among points in time", async () => {
    const on = (value: string) => find("find_record", { dataset: air, field: "measured_at", value });
    expect((await on("2024-03-15")).found).toMatchObject({ record: { station: "Marché" } });
    expect((await on("2024-03-14")).found).toBeUndefined();
  });

  test.each([
    ["04/03/2024", "iso", "2024-03-31"],
    ["2024-02-30", "iso", "2024-03-31"],
    ["31/02/2024", "dmy", "31/03/2024 or 31.03.2024"],
    ["13/13/2024", "mdy", "03/31/2024"],
    ["March 4", "iso", "2024-03-31"],
    ["2024", "iso", "2024-03-31"],
    ["2024-03-04T25:00", "iso", "2024-03-31"],
  ])("refuses the date %j for the format %s", async (value, date_format, example) => {
    const { error } = await find("find_record", { dataset: permits, field: "filed_on", value, date_format });
    expect(error).toMatchObject({
      name: "ErrorException",
      message: `The field "filed_on" holds dates, and "${value}" is not a date like ${example}. Write it like that, or choose another date format.`,
    });
  });

  test("shows the labels of the record's fields in the editor", async () => {
    const simulator = await held.platform();
    const { fields } = await simulator.customFields(
      { search: "find_record" },
      { fields: { dataset: permits }, result: true },
    );
    expect(fields).toContainEqual({ key: "record__permit_number", label: "Numéro", type: "string" });
  });
});
