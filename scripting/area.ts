import { fieldName } from "./odsql.ts";
import { parsed, percentDecoded } from "./portal.ts";

const number = "(-?\\d+(?:\\.\\d+)?)";
// Source: explore-v2.1, within_distance: the units.
const circle = new RegExp(
  `^${number}\\s*,\\s*${number}\\s*,\\s*(\\d+(?:\\.\\d+)?)\\s*(km|mi|yd|ft|cm|mm|m)?$`,
  "i",
);
/** `(48.8,2.2)`, with latitude first. */
const corner = new RegExp(`\\(\\s*${number}\\s*,\\s*${number}\\s*\\)`, "g");
const point = new RegExp(`${number}\\s+${number}(?:\\s+${number})?`, "g");
/** A parameter in the address of a map on a portal. */
const mapParameter = /geofilter\.(?:polygon|distance)(?:=|%3d)([^&]*)/i;

const forms =
  'Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before longitude, as "POLYGON((2.2 48.8, …))", or as GeoJSON.';

/** Longitude comes first, as in ODSQL and GeoJSON. */
type Position = number[];
/** Ends where it begins. */
type Ring = Position[];
/** An outline, and the holes in it. */
type Polygon = Ring[];

/**
 * The condition that a record lies in an area.
 *
 *     48.85, 2.35, 10km                 -> within_distance(`place`, geom'POINT(2.35 48.85)', 10km)
 *     (48.8,2.2),(48.9,2.2),(48.9,2.4)  -> within(`place`, geom'POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8))')
 */
export function inArea(field: string, typed: string): string {
  const [, parameter] = mapParameter.exec(typed) || [];
  const area = parameter ? percentDecoded(parameter.replace(/\+/g, " ")).trim() : typed.trim();
  const [round, latitude, longitude, distance, unit = "m"] = circle.exec(area) || [];
  if (round && isPosition([Number(longitude), Number(latitude)])) {
    const center = `geom'POINT(${longitude} ${latitude})'`;
    return `within_distance(${fieldName(field)}, ${center}, ${distance}${unit.toLowerCase()})`;
  }
  const polygons = polygonsIn(area);
  if (Array.isArray(polygons) && polygons.length > 0 && polygons.every(isPolygon)) {
    const shape = polygons.length > 1 ? `MULTIPOLYGON${asText(polygons)}` : `POLYGON${asText(polygons[0])}`;
    return `within(${fieldName(field)}, geom'${shape}')`;
  }
  throw new ErrorException(`"${area}" is not an area. ${forms}`);
}

/** Any form is read as the lists of GeoJSON. */
function polygonsIn(area: string): unknown {
  const [, multi, shape] = /^(MULTI)?POLYGON\s*Z?\s*(\(.*\))$/i.exec(area) || [];
  if (shape) {
    const lists = parsed(shape.replace(point, "[$1,$2]").replace(/\(/g, "[").replace(/\)/g, "]"));
    return multi ? lists : [lists];
  }
  if (/^\{/.test(area)) return ofGeoJson(parsed(area));
  const ring = parsed(`[${area.replace(corner, "[$2,$1]")}]`);
  return isRing(ring, 3) ? [[ring.concat(isClosed(ring) ? [] : ring.slice(0, 1))]] : [];
}

interface GeoJson {
  type?: string;
  coordinates?: unknown;
  geometry?: GeoJson;
  features?: GeoJson[];
}

function ofGeoJson(given: GeoJson | null | undefined): unknown {
  const { type, coordinates, geometry, features = [] } = given || {};
  if (type === "Polygon") return [coordinates];
  if (type === "MultiPolygon") return coordinates;
  if (type === "Feature") return ofGeoJson(geometry);
  return features.reduce<unknown[]>((polygons, feature) => polygons.concat(ofGeoJson(feature)), []);
}

function isPolygon(rings: unknown): rings is Polygon {
  return Array.isArray(rings) && rings.length > 0 && rings.every((ring) => isRing(ring, 4) && isClosed(ring));
}

function isRing(ring: unknown, fewest: number): ring is Ring {
  return Array.isArray(ring) && ring.length >= fewest && ring.every(isPosition);
}

function isPosition(position: unknown): position is Position {
  const [longitude, latitude] = Array.isArray(position) ? position : [];
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new ErrorException(`${latitude}, ${longitude} is not a place on Earth. ${forms}`);
  }
  return typeof longitude === "number" && typeof latitude === "number";
}

function isClosed(ring: Ring): boolean {
  return String(ring[0]) === String(ring[ring.length - 1]);
}

/** `[[[2.2,48.8],…]]` -> `((2.2 48.8,…))` */
function asText(lists: unknown): string {
  const pairs = JSON.stringify(lists).replace(/\[([^[\],]+),([^[\],]+)[^[\]]*\]/g, "$1 $2");
  return pairs.replace(/\[/g, "(").replace(/\]/g, ")");
}
