import pointInPolygon from "@turf/boolean-point-in-polygon";
import distance from "@turf/distance";
import type { Geometry, MultiPolygon, Point, Polygon } from "geojson";
import wellknown from "wellknown";
import { OdsqlError } from "../errors.ts";
import { type Column, findColumn, type Values } from "../table.ts";
import { type Expression, GEOMETRY_FUNCTIONS, type GeometryFunction } from "./expression.ts";
import type { TokenStream } from "./token-stream.ts";

type Place = Extract<Expression, { kind: "in geometry" | "near" | "in box" }>;

/** Each function of places, and what is read behind its opening bracket. Source: explore-v2.1, "ODSQL predicates". */
const READERS: { [name: string]: (tokens: TokenStream) => Place } = {
  ...Object.fromEntries(
    GEOMETRY_FUNCTIONS.map((name) => [name, (tokens: TokenStream) => readGeometry(tokens, name)]),
  ),
  within_distance: readNear,
  in_bbox: readBox,
};

export function isGeoFunction(name: string): boolean {
  return Object.hasOwn(READERS, name);
}

/** within(field, geom'…'), within_distance(field, geom'POINT(…)', 1km), in_bbox(field, 48.8, 2.2, 48.9, 2.4) */
export function readGeoFunction(tokens: TokenStream): Place {
  const read = READERS[tokens.next().text.toLowerCase()] as (tokens: TokenStream) => Place;
  tokens.expectSymbol("(");
  const place = read(tokens);
  tokens.expectSymbol(")");
  return place;
}

function readGeometry(tokens: TokenStream, name: GeometryFunction): Place {
  const field = tokens.expectFieldName();
  tokens.expectSymbol(",");
  return { kind: "in geometry", name, field, geometry: expectGeometry(tokens) };
}

function readNear(tokens: TokenStream): Place {
  const field = tokens.expectFieldName();
  tokens.expectSymbol(",");
  const center = expectGeometry(tokens);
  tokens.expectSymbol(",");
  return { kind: "near", field, center, meters: readDistance(tokens) };
}

function readBox(tokens: TokenStream): Place {
  const field = tokens.expectFieldName();
  const [south, west, north, east] = Array.from({ length: 4 }, () => {
    tokens.expectSymbol(",");
    return tokens.expectNumber();
  }) as [number, number, number, number];
  return {
    kind: "in box",
    field,
    corners: [
      [south, west],
      [north, east],
    ],
  };
}

// Source: explore-v2.1, within_distance: miles, yards, feet, inches, kilometres, centimetres, millimetres, or metres.
const METERS: { [unit: string]: number } = { m: 1, km: 1000, mi: 1609.344, yd: 0.9144, ft: 0.3048 };

/** 10km is a name to the tokens, because a name may begin with a digit; 1.5 km is a number before a name. */
function readDistance(tokens: TokenStream): number {
  let text = tokens.next().source;
  while (!tokens.isSymbol(")") && tokens.peek().kind !== "end") text += tokens.next().source;
  const [, amount, unit = "m"] = /^(\d+(?:\.\d+)?)\s*([a-z]+)?$/iu.exec(text) ?? [];
  const meters = METERS[unit.toLowerCase()];
  if (amount === undefined || meters === undefined) throw new OdsqlError(`Invalid distance: ${text}`);
  return Number(amount) * meters;
}

function expectGeometry(tokens: TokenStream): Geometry {
  const { kind, text, source } = tokens.peek();
  if (kind !== "geometry") throw tokens.unexpected();
  const geometry = wellknown.parse(text) as Geometry | null;
  if (geometry === null || hasStrayPlace(geometry)) throw new OdsqlError(`Invalid geometry: ${source}`);
  tokens.next();
  return geometry;
}

/** Latitude and longitude in the wrong order are found out where there is no such latitude. */
function hasStrayPlace(geometry: Geometry): boolean {
  const flat = JSON.stringify(geometry).match(/\[-?[\d.]+,-?[\d.]+\]/gu) ?? [];
  return flat.some((place) => Math.abs(JSON.parse(place)[1]) > 90);
}

interface GeoPoint {
  lat: number;
  lon: number;
}

/** A test of the place of each row. A row without one is nowhere. Shapes are not evaluated: the data has points only. */
export function compilePlace(place: Place, columns: Column[]): (values: Values) => boolean {
  const column = findColumn(columns, place.field);
  if (column.type !== "geo_point_2d") throw new OdsqlError(`${place.field} is no geo_point_2d field`);
  const test = testOf(place);
  return (values) => {
    const at = values[column.name] as GeoPoint | null;
    return at !== null && test({ type: "Point", coordinates: [at.lon, at.lat] });
  };
}

function testOf(place: Place): (point: Point) => boolean {
  if (place.kind === "near") {
    const { center, meters } = place;
    if (center.type !== "Point") throw new OdsqlError("within_distance() needs a POINT");
    return (point) => distance(point, center, { units: "meters" }) <= meters;
  }
  if (place.kind === "in box") {
    const [[south, west], [north, east]] = place.corners as [[number, number], [number, number]];
    return ({ coordinates: [lon = 0, lat = 0] }) =>
      south <= lat && lat <= north && west <= lon && lon <= east;
  }
  const { name, geometry } = place;
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") {
    throw new OdsqlError(`${name}() needs a POLYGON`);
  }
  const isIn = (point: Point) => pointInPolygon(point, geometry as Polygon | MultiPolygon);
  return name === "disjoint" ? (point) => !isIn(point) : isIn;
}
