import { instantOf } from "./odsql/instant.ts";

/**
 * A date and time as the API writes it in a time zone; undefined for a text that is none.
 * 2024-03-15T11:00:00+00:00, Europe/Paris -> 2024-03-15T12:00:00+01:00
 * Source: explore-v2.1, parameter timezone, and the dates of its examples.
 */
export function inTimezone(text: string, timezone: string): string | undefined {
  const instant = instantOf(text);
  if (instant === undefined) return undefined;
  const offset = offsetOf(instant, timezone);
  const local = new Date(instant + minutesOf(offset) * 60_000).toISOString().slice(0, 19);
  const fraction = /\.\d+/u.exec(text)?.[0] ?? "";
  return local + fraction + offset;
}

/** To make one takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** +01:00 */
function offsetOf(instant: number, timezone: string): string {
  const known = formats.get(timezone);
  const format = known ?? new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  formats.set(timezone, format);
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace(/^GMT/u, "") || "+00:00";
}

function minutesOf(offset: string): number {
  const [hours = "0", minutes = "0"] = offset.slice(1).split(":");
  const total = Number(hours) * 60 + Number(minutes);
  return offset.startsWith("-") ? -total : total;
}
