import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { get, urlOf } from "./get.ts";
import { type Portal, startPortal } from "./index.ts";

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal();
});

afterEach(() => portal.close());

const AIR = "/catalog/datasets/qualite-de-lair-temps-reel";

describe("an export", () => {
  test("has all records, as one list", async () => {
    const { status, body } = await get(portal, `${AIR}/exports/json`);
    expect(status).toBe(200);
    expect(body).toHaveLength(6);
    expect(body[0]).toMatchObject({ station: "Marché", no2: 41.5 });
  });

  test("filters, orders, selects and limits as a list of records does", async () => {
    const { body } = await get(portal, `${AIR}/exports/json`, {
      where: "no2 > 40",
      refine: "station:Marché",
      order_by: "no2 desc",
      select: "no2, recordid",
      limit: "2",
    });
    expect(body).toEqual([
      { no2: 203.7, recordid: expect.stringMatching(/^[0-9a-f]{40}$/) },
      { no2: 44, recordid: expect.stringMatching(/^[0-9a-f]{40}$/) },
    ]);
  });

  test("is a CSV file with semicolons", async () => {
    const response = await fetch(
      urlOf(portal, `${AIR}/exports/csv`, { select: "station, no2, location", limit: "1" }),
    );
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await response.text()).toBe(
      'station;no2;location\r\nMarché;41.5;"{""lat"":45.7641,""lon"":4.8357}"\r\n',
    );
  });

  test("of another format is not there", async () => {
    expect((await get(portal, `${AIR}/exports/shp`)).status).toBe(404);
  });

  test("has no offset", async () => {
    expect((await get(portal, `${AIR}/exports/json`, { offset: "1" })).body.message).toBe(
      "Unknown API parameter: offset",
    );
  });
});

describe("the export of the catalog", () => {
  test("is one list, of any length, from an offset on", async () => {
    const { body } = await get(portal, "/catalog/exports/json", {
      select: "dataset_id",
      order_by: "title",
      limit: "200",
      offset: "4",
    });
    expect(body).toEqual([
      { dataset_id: "permis-de-construire" },
      { dataset_id: "qualite-de-lair-temps-reel" },
    ]);
  });

  test("of another format is not there", async () => {
    expect((await get(portal, "/catalog/exports/rdf")).status).toBe(404);
  });
});

describe("an aggregation", () => {
  const aggregate = async (parameters: { [name: string]: string }) => {
    const { status, body } = await get(portal, `${AIR}/records`, parameters);
    expect(status).toBe(200);
    return body.results;
  };

  test("is one row for all records", async () => {
    expect(await aggregate({ select: "max(no2) as highest" })).toEqual([{ highest: 203.7 }]);
    expect(await aggregate({ select: "count(*)" })).toEqual([{ "count(*)": 6 }]);
    expect(await aggregate({ select: "avg(no2) as mean", where: "no2 in (41.5, 44)" })).toEqual([
      { mean: 42.75 },
    ]);
    expect(await aggregate({ select: "min(measured_at) as first" })).toEqual([
      { first: "2024-03-15T11:15:00+00:00" },
    ]);
  });

  test("of no records has no value, and counts none", async () => {
    const where = "no2 > 1000";
    expect(await aggregate({ select: "sum(no2) as total", where })).toEqual([{ total: null }]);
    expect(await aggregate({ select: "count(*) as how_many", where })).toEqual([{ how_many: 0 }]);
  });

  test("with groups is a row for each value", async () => {
    expect(await aggregate({ select: "count(no2) as known", group_by: "station", limit: "10000" })).toEqual([
      { station: "Marché", known: 3 },
      { station: "Port de l'Île", known: 2 },
    ]);
  });
});

describe("facets", () => {
  test("of the catalog are counted over what is chosen, the most frequent first", async () => {
    const { body } = await get(portal, "/catalog/facets", {
      facet: ["theme", "language"],
      where: "records_count > 0",
    });
    expect(body.facets[0].name).toBe("theme");
    expect(body.facets[0].facets[0]).toEqual({
      count: 2,
      state: "displayed",
      name: "Environnement",
      value: "Environnement",
    });
    expect(body.facets[1].name).toBe("language");
  });

  test("of a dataset are those that its schema marks, when none is named", async () => {
    const { body } = await get(portal, `${AIR}/facets`);
    expect(body.facets.map(({ name }: { name: string }) => name)).toEqual(["station", "measured_at"]);
  });

  test("can only be asked of facets", async () => {
    expect((await get(portal, `${AIR}/facets`, { facet: "no2" })).body.message).toBe(
      "Invalid value for facet API parameter: no2 is not a facet",
    );
  });
});

test("attachments are listed, and are files", async () => {
  const { body } = await get(portal, "/catalog/datasets/permis-de-construire/attachments");
  expect(body.attachments).toEqual([
    {
      href: `${portal.url}/api/explore/v2.1/catalog/datasets/permis-de-construire/attachments/notice_pdf`,
      metas: { "mime-type": "application/pdf", title: "notice.pdf", id: "notice_pdf" },
    },
  ]);
  const file = await fetch(body.attachments[0].href);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(await file.text()).toBe("The file notice.pdf.\n");
});

test("one record is read by its id", async () => {
  const { body } = await get(portal, `${AIR}/records`, { limit: "1", include_app_metas: "true" });
  const [{ _id }] = body.results;
  expect((await get(portal, `${AIR}/records/${_id}`)).body).toMatchObject({ _id, station: "Marché" });
  expect((await get(portal, `${AIR}/records/${"0".repeat(40)}`)).status).toBe(404);
});
