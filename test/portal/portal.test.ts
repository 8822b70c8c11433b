import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { get } from "./get.ts";
import { type Portal, startPortal } from "./index.ts";

const BUDGET = "/catalog/datasets/city-budget/records";
const PERMITS = "/catalog/datasets/permis-de-construire/records";

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal();
});

afterEach(() => portal.close());

const ids = (body: { results: { dataset_id: string }[] }) => body.results.map(({ dataset_id }) => dataset_id);

describe("the catalog", () => {
  test("answers all datasets in the order they are kept", async () => {
    const { status, headers, body } = await get(portal, "/catalog/datasets");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(body.total_count).toBe(6);
    expect(ids(body)).toEqual([
      "qualite-de-lair-temps-reel",
      "permis-de-construire",
      "arbres-remarquables",
      "agenda-des-evenements",
      "comptages-velos",
      "city-budget",
    ]);
  });

  test("has the newest first, and the dataset without modified last", async () => {
    const { body } = await get(portal, "/catalog/datasets", { order_by: "modified desc", limit: "-1" });
    expect(ids(body).at(0)).toBe("qualite-de-lair-temps-reel");
    expect(ids(body).at(-1)).toBe("arbres-remarquables");
  });

  test.each([
    [{ refine: "theme:Environnement" }, 2],
    [{ refine: ["theme:Environnement", "keyword:arbre"] }, 1],
    [{ refine: "modified:2024" }, 4],
    [{ refine: "modified:2024/03/12" }, 1],
    [{ exclude: "language:fr" }, 1],
    [{ where: "theme = 'Environnement'" }, 2],
    [{ where: ["records_count > 4", "federated"] }, 1],
    [{ where: "data_processed < now(days=-30)" }, 2],
    [{ where: '"velos"' }, 1],
    [{ where: 'dataset_uid = "da_b1cyc1"' }, 1],
  ])("filters by %o", async (parameters, count) => {
    const { body } = await get(portal, "/catalog/datasets", parameters);
    expect(body.total_count).toBe(count);
    expect(body.results).toHaveLength(count);
  });

  test("selects keys of metas.default beside those of the dataset", async () => {
    const parameters = { select: "dataset_uid, title, records_count", where: "modified is null" };
    const { body } = await get(portal, "/catalog/datasets", parameters);
    const tree = { dataset_uid: "da_7r33s0", title: "Arbres remarquables", records_count: 3 };
    expect(body).toEqual({ total_count: 1, results: [tree] });
  });

  test("describes one dataset", async () => {
    const { status, body } = await get(portal, "/catalog/datasets/city-budget");
    expect(status).toBe(200);
    expect(body.metas.default).toMatchObject({ title: "City budget", records_count: 5, language: "en" });
    expect(body).not.toHaveProperty("records");
  });

  test("reads its data at each request", async () => {
    const [air] = portal.datasets;
    if (air === undefined) throw new Error("the portal has no dataset");
    air.metas.default.data_processed = "2024-03-15T11:59:00+00:00";
    air.records.pop();
    portal.datasets.push({ ...structuredClone(air), dataset_id: "bruit", dataset_uid: "da_n0153x" });
    const parameters = {
      where: "data_processed = date'2024-03-15T11:59'",
      select: "dataset_id, records_count",
    };
    const { body } = await get(portal, "/catalog/datasets", parameters);
    expect(body.results).toEqual([
      { dataset_id: "qualite-de-lair-temps-reel", records_count: 5 },
      { dataset_id: "bruit", records_count: 5 },
    ]);
  });
});

describe("the records of a dataset", () => {
  test("have all fields, null too, and no app metas", async () => {
    const { body } = await get(portal, PERMITS, { limit: "1" });
    expect(body).toEqual({
      total_count: 4,
      results: [
        {
          permit_number: "PC 099 24 00012",
          status: "En instruction",
          applicant: 'SCI "Les Tilleuls"',
          address: "12 bis, rue de l'Église",
          surface: 148,
          filed_on: "2024-03-04",
          decided_on: null,
        },
      ],
    });
  });

  test("have app metas where they are asked for", async () => {
    const parameters = { include_app_metas: "true", select: "chapter", limit: "1" };
    const { body } = await get(portal, BUDGET, parameters);
    expect(body.results).toEqual([
      {
        _id: expect.stringMatching(/^[0-9a-f]{40}$/u),
        _timestamp: "2021-12-20T10:00:05+00:00",
        _size: 50,
        chapter: "Schools",
      },
    ]);
  });

  test("get another _id by an edit, unless the edited field is not what is annotated as the id", async () => {
    const first = async (path: string) =>
      (await get(portal, path, { include_app_metas: "true", limit: "1" })).body.results[0]._id;
    const before = { budget: await first(BUDGET), permit: await first(PERMITS) };
    edit("city-budget", { amount: 1 });
    edit("permis-de-construire", { status: "Accordé" });
    expect(await first(BUDGET)).not.toBe(before.budget);
    expect(await first(PERMITS)).toBe(before.permit);
    edit("permis-de-construire", { permit_number: "PC 099 24 00013" });
    expect(await first(PERMITS)).not.toBe(before.permit);
  });

  test("are filtered, ordered and cut to a page", async () => {
    const parameters = {
      where: ["`year` = 2022", "amount > -20000"],
      order_by: "amount desc",
      limit: "1",
      offset: "1",
    };
    const { body } = await get(portal, BUDGET, parameters);
    expect(body).toEqual({ total_count: 3, results: [{ year: 2022, chapter: "Roads", amount: 2350500.75 }] });
  });

  test("are refined by a path, by either value of a disjunctive facet, and by a number", async () => {
    const count = async (path: string, refine: string[]) =>
      (await get(portal, path, { refine })).body.total_count;
    const events = "/catalog/datasets/agenda-des-evenements/records";
    expect(await count(events, ["category:Culture"])).toBe(3);
    expect(await count(events, ["category:Culture/Cinéma"])).toBe(2);
    expect(await count(events, ["category:Cult"])).toBe(0);
    expect(await count(PERMITS, ["status:Accordé", "status:Refusé"])).toBe(3);
    expect(await count(BUDGET, ["year:2021", "year:2022"])).toBe(0);
  });

  test("have their times in the time zone of the request", async () => {
    const parameters = { timezone: "Europe/Paris", select: "uid, starts_at", lang: "en" };
    const { body } = await get(portal, "/catalog/datasets/agenda-des-evenements/records", parameters);
    expect(body.results.slice(0, 2)).toEqual([
      { uid: 501, starts_at: "2024-03-22T20:30:00+01:00" },
      { uid: 502, starts_at: "2024-04-07T09:00:00+02:00" },
    ]);
  });

  test("have links where they are asked for", async () => {
    const { body } = await get(portal, BUDGET, { include_links: "true", limit: "2", select: "chapter,_id" });
    const records = `${portal.url}/api/explore/v2.1${BUDGET}`;
    const page = (offset: number) =>
      `${records}?include_links=true&limit=2&select=chapter%2C_id&offset=${offset}`;
    expect(body._links).toEqual([
      { href: page(0), rel: "self" },
      { href: page(0), rel: "first" },
      { href: page(4), rel: "last" },
      { href: page(2), rel: "next" },
    ]);
    expect(body.results[0]._links).toEqual([
      { href: `${records}/${body.results[0]._id}`, rel: "self" },
      { href: `${portal.url}/api/explore/v2.1/catalog/datasets/city-budget`, rel: "dataset" },
      { href: `${portal.url}/api/explore/v2.1/catalog/datasets`, rel: "catalog" },
    ]);
  });

  function edit(dataset_id: string, change: { [field: string]: string | number }): void {
    const record = portal.datasets.find((dataset) => dataset.dataset_id === dataset_id)?.records[0];
    Object.assign(record ?? {}, change);
  }
});
