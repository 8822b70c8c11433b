import { describe, expect, test } from "vitest";
import { field } from "../portal/data/field.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";

async function records(own: object) {
  const simulator = await held.platform();
  const trigger_fields = { dataset: air, order_by: "measured_at", ...own };
  const { items, error } = await simulator.poll("new_record", { trigger_fields });
  const where = held.portal.requests.at(-1)?.query.find(([name]) => name === "where")?.[1];
  const stations = (items as unknown as { record: { station: string } }[]).map(
    ({ record }) => record.station,
  );
  return {
    stations: [...new Set(stations)],
    where,
    error: error && { name: error.name, message: error.message },
  };
}

const corners = "(45.75,4.84),(45.76,4.84),(45.76,4.85),(45.75,4.85)";
const square = "4.84 45.75,4.84 45.76,4.85 45.76,4.85 45.75,4.84 45.75";
const coordinates = [
  [
    [4.84, 45.75],
    [4.84, 45.76],
    [4.85, 45.76],
    [4.85, 45.75],
    [4.84, 45.75],
  ],
];

describe("an area", () => {
  const within = `(within(\`location\`, geom'POLYGON((${square}))'))`;
  test.each([
    corners,
    `${corners},(45.75,4.84)`,
    ` ${corners.replace(/,/g, " , ")} `,
    `geofilter.polygon=${corners}`,
    `geofilter.polygon=${encodeURIComponent(corners)}`,
    `https://data.example.com/explore/dataset/air/map/?q=a&geofilter.polygon=${encodeURIComponent(corners)}&location=3`,
    `https://data.example.com/map?geofilter.polygon%3D${encodeURIComponent(corners)}`,
    `POLYGON((${square}))`,
    `polygon ((${square.replace(/,/g, ", ")}))`,
    `POLYGON Z ((${square.replace(/,/g, " 0,")} 0))`,
    JSON.stringify({ type: "Polygon", coordinates }),
    JSON.stringify({ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates } }),
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", geometry: { type: "Polygon", coordinates } }],
    }),
  ])("may be the polygon %s", async (area) => {
    expect(await records({ area })).toEqual({ stations: ["Port de l'Île"], where: within, error: undefined });
  });

  test.each([
    `MULTIPOLYGON(((${square})),((1 1,1 2,2 2,1 1)))`,
    JSON.stringify({
      type: "MultiPolygon",
      coordinates: [
        coordinates,
        [
          [
            [1, 1],
            [1, 2],
            [2, 2],
            [1, 1],
          ],
        ],
      ],
    }),
  ])("may be several polygons: %s", async (area) => {
    expect((await records({ area })).where).toBe(
      `(within(\`location\`, geom'MULTIPOLYGON(((${square})),((1 1,1 2,2 2,1 1)))'))`,
    );
  });

  test.each([
    ["45.7583, 4.8422, 100m", "100m"],
    ["45.7583,4.8422,0.1 km", "0.1km"],
    ["45.7583, 4.8422, 10 KM", "10km"],
    ["45.7583, 4.8422, 10mi", "10mi"],
    ["45.7583, 4.8422, 100", "100m"],
    ["geofilter.distance=45.7583,4.8422,100", "100m"],
    ["https://data.example.com/map/?geofilter.distance=45.7583%2C4.8422%2C100&x=1", "100m"],
  ])("may be the circle %s", async (area, distance) => {
    const { where, error } = await records({ area });
    expect(error).toBeUndefined();
    expect(where).toBe(`(within_distance(\`location\`, geom'POINT(4.8422 45.7583)', ${distance}))`);
  });

  const forms =
    'Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before ' +
    'longitude, as "POLYGON((2.2 48.8, …))", or as GeoJSON.';
  test.each([
    "Lyon",
    "POLYGON((4.84 45.75,4.84 45.76,4.85 45.76))",
    "POLYGON((4.84 45.75,4.84 45.76,4.85 45.76,4.84 45.75)",
    "POLYGON((4.84 45.75,4.84 45.76))",
    "POLYGON()",
    "POINT(4.84 45.75)",
    "(45.75,4.84),(45.76,4.84)",
    "(45.75,4.84),(45.76,4.84),(45.76,4.85",
    "45.7583, 4.8422, 10 parsecs",
    "45.7583, 4.8422",
    "geofilter.polygon=",
    '{"type":"Polygon","coordinates":[[[4.84,45.75],[4.84,45.76],[4.85,45.76]]]}',
    '{"type":"Point","coordinates":[4.84,45.75]}',
    '{"type":"Polygon"',
  ])("is refused where it is typed: %s", async (area) => {
    expect(await records({ area })).toMatchObject({
      stations: [],
      error: { name: "ErrorException", message: `"${area}" is not an area. ${forms}` },
    });
  });

  test.each([
    ["95, 4.8422, 10km", "95, 4.8422"],
    ["POLYGON((45.75 148.4,4.84 45.76,4.85 45.76,45.75 148.4))", "148.4, 45.75"],
  ])("outside of the Earth is refused: %s", async (area, place) => {
    expect((await records({ area })).error).toEqual({
      name: "ErrorException",
      message: `${place} is not a place on Earth. ${forms}`,
    });
  });

  test("is compared with a point rather than with an outline", async () => {
    held.dataset(air).fields.unshift(field({ name: "outline", label: "Outline", type: "geo_shape" }));
    expect((await records({ area: corners })).where).toBe(within);
  });
});

describe("a facet", () => {
  test.each(["station:Marché", "station: Marché", " station :Marché ", "station : Marché"])(
    "may be typed as %j",
    async (facet) => {
      expect(await records({ facets: [facet, " "] })).toMatchObject({
        stations: ["Marché"],
        error: undefined,
      });
    },
  );

  test("may have a colon in its value", async () => {
    const { error } = await records({ facets: ["station:Gare: nord"] });
    expect(error).toBeUndefined();
    expect(held.portal.requests.at(-1)?.query).toContainEqual(["refine", "station:Gare: nord"]);
  });

  test.each(["station", "station:", ": Marché", "Marché station"])(
    "is refused without a value: %j",
    async (facet) => {
      expect((await records({ facets: [facet] })).error).toEqual({
        name: "ErrorException",
        message: `"${facet}" is not a facet with its value. Write it like station:Harbour.`,
      });
    },
  );
});
