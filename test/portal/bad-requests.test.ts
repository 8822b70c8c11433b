import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { get } from "./get.ts";
import { type Portal, startPortal } from "./index.ts";

const BUDGET = "/catalog/datasets/city-budget/records";

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal();
});

afterEach(() => portal.close());

describe("a request that is wrong", () => {
  const odsql = (text: string, clause: string) =>
    `ODSQL query is malformed: ${text} Clause(s) containing the error(s): ${clause}.`;

  test.each([
    [{ where: "amont > 3" }, odsql("Unknown field: amont", "where")],
    [{ where: ["amount > 3", "amount >"] }, odsql("Unexpected end of the query", "where")],
    [{ order_by: "amont desc" }, odsql("Unknown field: amont", "order_by")],
    [{ select: "chapter, amont" }, odsql("Unknown field: amont", "select")],
    [{ select: "count(*)", group_by: "amont" }, odsql("Unknown field: amont", "group_by")],
    [{ select: "avg(chapter)" }, odsql("avg() is not defined on the text field chapter", "select")],
    [{ where: "_id = 'x'" }, odsql("Unknown field: _id", "where")],
  ])("by %o is 400 ODSQLError", async (parameters, message) => {
    const { status, body } = await get(portal, BUDGET, parameters);
    expect({ status, body }).toEqual({ status: 400, body: { message, error_code: "ODSQLError" } });
  });

  const invalid = (text: string) => `Invalid value for ${text}`;

  test.each([
    [{ limit: "101" }, invalid("limit API parameter: 101 was found but -1 <= limit <= 100 is expected.")],
    [{ limit: "-2" }, invalid("limit API parameter: -2 was found but -1 <= limit <= 100 is expected.")],
    [{ limit: "ten" }, invalid("limit API parameter: ten was found but an integer is expected.")],
    [{ offset: "-1" }, invalid("offset API parameter: -1 was found but 0 <= offset is expected.")],
    [
      { offset: "9990" },
      invalid("offset API parameter: 9990 was found but offset + limit < 10000 is expected."),
    ],
    [{ timezone: "Mars" }, invalid("timezone API parameter: Mars was found but a time zone is expected.")],
    [
      { lang: "xx" },
      invalid(
        "lang API parameter: xx was found but one of en, fr, nl, pt, it, ar, de, es, ca, eu, sv is expected.",
      ),
    ],
    [
      { include_links: "yes" },
      invalid("include_links API parameter: yes was found but one of true, false is expected."),
    ],
    [{ refine: "chapter:Roads" }, invalid("refine API parameter: chapter is not a facet")],
    [{ exclude: "gone:x" }, invalid("exclude API parameter: Unknown field: gone")],
    [{ refine: "2022" }, invalid("refine API parameter: 2022 is not FACETNAME:FACETVALUE")],
    [{ limit: ["1", "2"] }, "API parameter limit was found more than once"],
    [{ rows: "5" }, "Unknown API parameter: rows"],
  ])("by %o is 400", async (parameters, message) => {
    const { status, body } = await get(portal, BUDGET, parameters);
    expect({ status, body }).toEqual({
      status: 400,
      body: { message, error_code: "InvalidRESTParameterError" },
    });
  });

  test("may reach up to the window's last record", async () => {
    expect((await get(portal, BUDGET, { offset: "9989" })).body).toEqual({ total_count: 5, results: [] });
  });

  test("is 404 for a dataset or a path that is not there", async () => {
    const unknown = { message: "Unknown dataset: gone", error_code: "UnknownDatasetError" };
    expect(await get(portal, "/catalog/datasets/gone")).toMatchObject({ status: 404, body: unknown });
    expect(await get(portal, "/catalog/datasets/gone/records")).toMatchObject({ status: 404, body: unknown });
    expect(await get(portal, "/catalog/exports")).toMatchObject({
      status: 404,
      body: { message: "Unknown path: /api/explore/v2.1/catalog/exports", error_code: "NotFound" },
    });
  });

  test("is 403 for records that are not visible", async () => {
    for (const dataset of portal.datasets) dataset.data_visible = false;
    const { status, body } = await get(portal, BUDGET);
    const message = "The records of city-budget are not visible";
    expect({ status, body }).toEqual({ status: 403, body: { message, error_code: "PermissionDenied" } });
  });

  test("is 405 for another method than GET", async () => {
    const response = await fetch(`${portal.url}/api/explore/v2.1/catalog/datasets`, { method: "POST" });
    expect(response.status).toBe(405);
    expect(await response.json()).toEqual({
      message: "Method POST is not allowed: only GET is supported",
      error_code: "MethodNotAllowed",
    });
  });
});
