import { describe, expect, test } from "vitest";
import { account } from "../platform/world.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";

interface Exported {
  file: string;
  filename: string;
  records_count: number;
}

async function write(action_fields: object, auth_fields: object = account) {
  const simulator = await held.platform(auth_fields);
  const { result, error } = await simulator.write("export_records", { action_fields: { ...action_fields } });
  return {
    simulator,
    result: result as Exported | undefined,
    error: error && { name: error.name, message: error.message },
  };
}

describe("export_records", () => {
  test("gives a file with the chosen records and fields, which a later step downloads", async () => {
    const { simulator, result } = await write({
      ...{ dataset: air, filter: "no2 > 40", facets: ["station:Marché"], fields: ["no2", "station"] },
    });
    expect(result).toMatchObject({
      filename: `${air}.csv`,
      format: "csv",
      records_count: 3,
      dataset_id: air,
    });
    held.portal.requests.length = 0;
    const { file } = await simulator.hydrate(result?.file ?? "");
    expect(file).toMatchObject({ filename: `${air}.csv`, content_type: "text/csv; charset=utf-8" });
    expect(new TextDecoder().decode(file?.content)).toBe(
      "no2;station\r\n41.5;Marché\r\n44;Marché\r\n203.7;Marché\r\n",
    );
    expect(held.portal.requests[0]?.headers.authorization).toBe("Apikey secret-key");
  });

  test("works on a public portal without a key", async () => {
    const { simulator, result } = await write({ dataset: "city-budget" }, { domain: "data.example.com" });
    const { file } = await simulator.hydrate(result?.file ?? "");
    expect(new TextDecoder().decode(file?.content).split("\r\n")[0]).toBe("year;chapter;amount");
    expect(held.portal.requests.filter(({ headers }) => "authorization" in headers)).toEqual([]);
  });

  test.each(["xlsx", "geojson", "json"])("may be a file of the format %s", async (format) => {
    const { result } = await write({ dataset: air, format, use_labels: true });
    expect(result?.filename).toBe(`${air}.${format}`);
    expect(result?.file).toContain(
      `/api/explore/v2.1/catalog/datasets/${air}/exports/${format}?use_labels=true`,
    );
  });

  test.each([
    [
      { dataset: "city-budget", fields: ["amont"] },
      'This dataset has no field "amont". Choose one of: year, chapter, amount.',
    ],
    [
      { dataset: "city-budget", filter: "amont > 3" },
      "data.example.com does not accept what this Zap asks for: ODSQL query is malformed: Unknown field: amont " +
        "Clause(s) containing the error(s): where (ODSQLError).",
    ],
  ])("says at once what is wrong with %j", async (action_fields, message) => {
    expect((await write(action_fields)).error).toEqual({ name: "ErrorException", message });
  });
});
