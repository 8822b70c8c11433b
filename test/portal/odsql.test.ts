import { describe, expect, test } from "vitest";
import { cityDatasets, DATA_TIME, type PortalDataset } from "./index.ts";
import { compileWhere } from "./odsql/compile-where.ts";
import { evaluateNow } from "./odsql/now.ts";
import { parseWhere } from "./odsql/parse-where.ts";
import { recordTable } from "./record-table.ts";

const now = new Date(DATA_TIME);

function tableOf(uid: string) {
  return recordTable(cityDatasets().find(({ dataset_uid }) => dataset_uid === uid) as PortalDataset, "UTC");
}

const permits = tableOf("da_p3rm1t");
const trees = tableOf("da_7r33s0");
const events = tableOf("da_3v3nt5");
const air = tableOf("da_a1rq7x");
const bicycles = tableOf("da_b1cyc1");

/** The values that one column has in the rows that match. */
function matching(table: typeof permits, where: string, column: string): unknown[] {
  const matches = compileWhere(parseWhere(where), { columns: table.columns, now });
  return table.rows.filter(({ values }) => matches(values)).map(({ values }) => values[column]);
}

const surfaces = (where: string) => matching(permits, where, "surface");
const uids = (where: string) => matching(events, where, "uid");
const counts = (where: string) => matching(bicycles, where, "2024");

describe("where compares", () => {
  test.each([
    ["surface = 36", [36]],
    ["surface!=36", [148, 1250]],
    ["surface > 36 and surface <= 148", [148]],
    ["surface >= 148.5", [1250]],
    ['status = "Accordé"', [36, null]],
    ["status: 'Accordé'", [36, null]],
    ['status = "accordé"', []],
    ['status != "Accordé"', [148, 1250]],
    ["address = '12 bis, rue de l\\'Église'", [148]],
    ['applicant = "SCI \\"Les Tilleuls\\""', [148]],
    ["filed_on > date'2024-02-19'", [148]],
    ["filed_on >= date'2024/02/19'", [148, 36]],
    ["filed_on = date'2024-02-19T00:00:00Z'", [36]],
    ["filed_on < DATE'2023-10'", [null]],
    ["filed_on > now(days=-12)", [148]],
    ["surface IS NULL", [null]],
    ["surface is not null", [148, 36, 1250]],
    ['status IN ("Accordé", "Refusé")', [36, 1250, null]],
    ["surface IN [36..148]", [148, 36]],
    ["surface in ]36 TO 1250]", [148, 1250]],
    ["surface in [36 TO 1250[", [148, 36]],
    ["filed_on in [date'2023'..date'2024'[", [1250, null]],
  ])("%s", (where, expected) => expect(surfaces(where)).toEqual(expected));

  test("dates with a time against now()", () => {
    expect(matching(air, "measured_at > now(minutes=-15)", "no2")).toEqual([]);
    expect(matching(air, "measured_at >= now(minutes=-15)", "no2")).toEqual([41.5, 18.2]);
    expect(matching(air, "measured_at < now(hours=-1)", "no2")).toEqual([]);
  });

  test("fields whose names need back quotes", () => {
    expect(counts("`2024` > 460")).toEqual([467, 476]);
  });

  test("boolean fields, which null is neither way", () => {
    expect(uids("free")).toEqual([503]);
    expect(uids("free is true")).toEqual([503]);
    expect(uids("free is false")).toEqual([501, 502]);
    expect(uids("free: FALSE")).toEqual([501, 502]);
    expect(uids("free is not true")).toEqual([501, 502, 504]);
  });

  test("fields with several values", () => {
    const named = (where: string) => matching(trees, where, "name");
    expect(named('"Abri de la Révolution" IN labels')).toEqual(["Le Grand Chêne"]);
    expect(named('labels = "Arbre remarquable de France"')).toEqual(["Le Grand Chêne", "Cèdre du parc"]);
    expect(named('labels != "Abri de la Révolution"')).toEqual(["Cèdre du parc"]);
  });
});

describe("where combines", () => {
  test.each([
    ["surface = 36 or surface = 148 and status = 'Accordé'", [36]],
    ["(surface = 36 or surface = 148) and status = 'Accordé'", [36]],
    ["(surface = 36 OR surface = 148) AND NOT status = 'Accordé'", [148]],
    ["status = 'Accordé' or surface > 1000 and surface < 2000", [36, 1250, null]],
    ["not surface > 100", [36, null]],
    ["not not surface > 100", [148, 1250]],
    ["not (surface > 100 or surface is null)", [36]],
  ])("%s", (where, expected) => expect(surfaces(where)).toEqual(expected));
});

describe("where searches", () => {
  test.each([
    ['"film"', [501]],
    ['"film muet"', [501]],
    ['"METROPOLIS"', [501]],
    ['"cinema etoile"', [501]],
    ['"film" OR "course"', [501, 502]],
    ['"culture" AND NOT "film"', [503, 504]],
    ["'hôtel de ville'", [503]],
    ['""', []],
    ['search("film")', [501, 504]],
    ['search(*, "film")', [501, 504]],
    ['search(place, "film")', []],
    ['search(title, "vizite guid")', [503]],
    ['search(title, "vizzzte guid")', []],
    ['search(title, "vizit")', []],
    ['search(title, place, "quai")', [502]],
    ['suggest(title, "cour")', [502, 504]],
    ['suggest(title, "our")', []],
    ['startswith(title, "Course")', [502]],
    ['startswith(title, "course")', []],
    ['startswith(title, "Films d\'ici :")', [504]],
    ['title like "metropolis"', [501]],
    ['title like "metro"', []],
    ['place like "etoile"', [501]],
  ])("%s", (where, expected) => expect(uids(where)).toEqual(expected));
});

describe("where refuses", () => {
  test.each([
    ["", "Unexpected end of the query"],
    ["surface >", "Unexpected end of the query"],
    ["surface > 3 4", "Unexpected 4"],
    ["surface => 3", "Unexpected >"],
    ["(surface > 3", "Unexpected end of the query"],
    ["surface > 3)", "Unexpected )"],
    ["surface == 3", "Unexpected ="],
    ["surface like 3", "Unexpected 3"],
    ["surface is maybe", "Unexpected maybe"],
    ["surface = null", "Unexpected null"],
    ["surface = filed_on", "Unexpected filed_on"],
    ["surface * 2 > 3", "Unexpected *"],
    ["3 < surface", "Unexpected <"],
    ["surface in [1, 2]", "Unexpected ,"],
    ["surface in (1", "Unexpected end of the query"],
    ["and", "Unexpected and"],
    ["year > 3", "Unexpected year"],
    ["year(filed_on) = 2024", "year() is not evaluated"],
    ["within_distance(place, geom'POINT(1 1)', 1km)", "Unknown field: place"],
    ["within_distance(status, geom'POINT(1 1)', 1km)", "status is no geo_point_2d field"],
    ["distance(status, 1)", "distance() is not evaluated"],
    ['"unfinished', 'Unexpected character: "'],
    ["surface > 3; drop", "Unexpected character: ;"],
    ["filed_on > date'yesterday'", "Invalid date: date'yesterday'"],
    ["filed_on > date'2024-02-31'", "Invalid date: date'2024-02-31'"],
    ["filed_on > now(month=13)", "Invalid value for month in now(): 13"],
    ["filed_on > now(days=1.5)", "Invalid value for days in now(): 1.5"],
    ["filed_on > now(mondays=-1)", "now(mondays=-1) is not evaluated"],
    ["filed_on > now(days=-1", "Unexpected end of the query"],
    ["surfaces > 3", "Unknown field: surfaces"],
    ["`sur face` > 3", "Unknown field: sur face"],
    ["SURFACE > 3", "Unknown field: SURFACE"],
    ['search(titel, "x")', "Unknown field: titel"],
    ['search(surface, "x")', "surface is no text field"],
    ['surface like "x"', "surface is no text field"],
    ['"x" in status', "status is no multivalued field"],
    ['surface = "36"', "A text cannot be compared to the int field surface"],
    ["status = 36", "A number cannot be compared to the text field status"],
    ['filed_on > "2024-01-01"', "A text cannot be compared to the date field filed_on"],
    ['status > "A"', "> is not defined on the text field status"],
    ["status", "A boolean cannot be compared to the text field status"],
  ])("%s", (where, message) => {
    expect(() => surfaces(where)).toThrow(new Error(message));
  });

  test("an unknown field where there are no rows", () => {
    const scope = { columns: permits.columns, now };
    expect(() => compileWhere(parseWhere("gone is null"), scope)).toThrow(new Error("Unknown field: gone"));
  });
});

describe("now()", () => {
  const thursday = new Date("2021-05-06T12:34:55.450Z");

  test.each([
    [{}, "2021-05-06T12:34:55.450Z"],
    [{ year: 2000 }, "2000-05-06T12:34:55.450Z"],
    [{ years: -1 }, "2020-05-06T12:34:55.450Z"],
    [{ year: 2001, months: -1 }, "2001-04-06T12:34:55.450Z"],
    [{ day: 31, month: 2 }, "2021-02-28T12:34:55.450Z"],
    [{ months: -5 }, "2020-12-06T12:34:55.450Z"],
    [{ months: 8 }, "2022-01-06T12:34:55.450Z"],
    [{ day: 31, days: 1 }, "2021-06-01T12:34:55.450Z"],
    [{ hours: -13 }, "2021-05-05T23:34:55.450Z"],
    [{ minutes: -15 }, "2021-05-06T12:19:55.450Z"],
    [{ hour: 0, minute: 0, second: 0, seconds: -1 }, "2021-05-05T23:59:59.450Z"],
  ])("%o", (settings, expected) => {
    expect(new Date(evaluateNow(thursday, settings)).toISOString()).toBe(expected);
  });

  test("takes the last of a parameter that is there twice", () => {
    expect(matching(air, "measured_at >= now(hours=-9, hours=0, minutes=-15)", "no2")).toEqual([41.5, 18.2]);
  });
});

describe("where finds places", () => {
  const stations = (where: string) => [...new Set(matching(air, where, "station"))];

  test.each([
    // 830 metres lie between the two stations.
    ["within_distance(location, geom'POINT(4.8357 45.7641)', 500m)", ["Marché"]],
    ["within_distance(location, geom'POINT(4.8357 45.7641)', 0.4 km)", ["Marché"]],
    ["within_distance(location, geom'POINT(4.8357 45.7641)', 1km)", ["Marché", "Port de l'Île"]],
    ["within(location, geom'POLYGON((4.83 45.76,4.84 45.76,4.84 45.77,4.83 45.77,4.83 45.76))')", ["Marché"]],
    [
      "disjoint(location, geom'POLYGON((4.83 45.76,4.84 45.76,4.84 45.77,4.83 45.77,4.83 45.76))')",
      ["Port de l'Île"],
    ],
    ["in_bbox(location, 45.75, 4.84, 45.76, 4.85)", ["Port de l'Île"]],
  ])("%s", (where, expected) => {
    expect(stations(where)).toEqual(expected);
  });

  test.each([
    ["within_distance(location, geom'POINT(4.8 45.7)', 10 furlongs)", "Invalid distance: 10furlongs"],
    ["within(location, geom'POINT(4.8 45.7)')", "within() needs a POLYGON"],
    ["within_distance(location, geom'POLYGON((1 1,1 2,2 2,1 1))', 1km)", "within_distance() needs a POINT"],
    ["within(location, geom'AREA(1 1)')", "Invalid geometry: geom'AREA(1 1)'"],
    [
      "within(location, geom'POLYGON((1 91,1 2,2 2,1 91))')",
      "Invalid geometry: geom'POLYGON((1 91,1 2,2 2,1 91))'",
    ],
    ['within(location, "POLYGON")', 'Unexpected "POLYGON"'],
  ])("refuses %s", (where, message) => {
    expect(() => stations(where)).toThrow(new Error(message));
  });
});
