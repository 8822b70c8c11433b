/** The area that a user draws, in any of the forms in which portals show it. */
import { fieldName } from "./odsql.ts";

const number = "-?\\d+(?:\\.\\d+)?";
const pair = new RegExp(`^\\(?\\s*(${number})\\s*,\\s*(${number})\\s*\\)?$`);
const circle = new RegExp(`^(${number})\\s*,\\s*(${number})\\s*,\\s*(\\d+(?:\\.\\d+)?)\\s*(km|m)?$`);

/** What an area is told to be, for the user whose text is none. */
const forms =
  'Write a circle as "48.85, 2.35, 10km", a polygon as "(48.8,2.2),(48.9,2.2),(48.9,2.4)" with latitude before longitude, or as "POLYGON((2.2 48.8, …))".';

/**
 * The condition that a record lies in an area.
 *
 *     48.85, 2.35, 10km                     -> within_distance(`place`, geom'POINT(2.35 48.85)', 10km)
 *     (48.8,2.2),(48.9,2.2),(48.9,2.4)      -> within(`place`, geom'POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8))')
 *     POLYGON((2.2 48.8,2.2 48.9,2.4 48.9,2.2 48.8)) -> as it is
 */
export function inArea(field: string, typed: string): string {
  const area = typed.trim();
  const round = circle.exec(area);
  if (round) {
    const [, latitude, longitude, distance, unit = "m"] = round;
    const center = point(Number(latitude), Number(longitude));
    return `within_distance(${fieldName(field)}, geom'POINT(${center})', ${distance}${unit})`;
  }
  return `within(${fieldName(field)}, geom'${wellKnownText(area)}')`;
}

function wellKnownText(area: string): string {
  if (/^(MULTI)?POLYGON\s*\([-\d\s.,()]+\)$/i.test(area)) return area;
  // The text of a portal's own addresses: `geofilter.polygon=(48.8,2.2),(48.9,2.2),…`
  const typed = area.replace(/^geofilter\.polygon=/, "").split(/\)\s*,\s*\(/);
  if (typed.length < 3) throw new ErrorException(`"${area}" is not an area. ${forms}`);
  const corners = typed.map(corner);
  const isClosed = corners[0] === corners[corners.length - 1];
  return `POLYGON((${(isClosed ? corners : corners.concat(corners.slice(0, 1))).join(",")}))`;
}

function corner(typed: string): string {
  const [, latitude, longitude] = pair.exec(typed.trim()) || [];
  if (!latitude || !longitude) throw new ErrorException(`"${typed}" is not a corner of an area. ${forms}`);
  return point(Number(latitude), Number(longitude));
}

/** Longitude comes first in ODSQL. */
function point(latitude: number, longitude: number): string {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new ErrorException(`${latitude}, ${longitude} is no place on Earth. ${forms}`);
  }
  return `${longitude} ${latitude}`;
}
