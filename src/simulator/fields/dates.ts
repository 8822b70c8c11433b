import { createRequire } from "node:module";
import type { Component, ParsedComponents } from "chrono-node";
import moment from "moment-timezone";

/** The time and the place at which a value is read: they say when "tomorrow" is. */
export interface Clock {
  readonly now: Date;
  /** The time zone of the Zap's user: `Europe/Paris`. */
  readonly timezone: string;
}

/** Assumed: the time zone of a user of whom nothing is known. */
export const unknownTimeZone = "UTC";

/** Tells whether there is a time zone of that name. */
export function isTimeZone(name: unknown): boolean {
  return typeof name === "string" && moment.tz.zone(name) !== null;
}

// Source: "DateTime" and "Datetimes in Actions": epoch timestamps, ISO-8601 and natural language become ISO-8601.
const epoch = /^\d{9,13}$/;
const isoWithZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i;
const isoWithoutZone = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

/**
 * Reads a date that a person or a machine has written, and writes it as ISO-8601. Undefined where the text is no date. Assumed: a
 * date without a zone of its own is in that of the Zap's user, at the clock time that it says; a date with one keeps it.
 */
export function readDate(value: string, { now, timezone }: Clock): string | undefined {
  const text = value.trim();
  if (epoch.test(text)) return moment.utc(Number(text) * (text.length > 11 ? 1 : 1000)).format();
  if (isoWithZone.test(text)) return formatted(moment.parseZone(text));
  if (isoWithoutZone.test(text)) return formatted(moment.tz(text, timezone));
  // The offset of now says what day "tomorrow" is; that of the date may be another.
  const [found] = english().parse(text, { instant: now, timezone: moment.tz(now, timezone).utcOffset() });
  return found && formatted(inZone(found.start, timezone));
}

/** Loaded where it is needed: few values are written so, and it takes long. */
function english(): typeof import("chrono-node/en")["casual"] {
  return createRequire(import.meta.url)("chrono-node/en").casual;
}

/** Source: the CLI, invoke/input-types.js, `maybeImplyTimeInfo`. */
const hourOfADay = 9;

/**
 * `July 4 9am` is at 9 in the zone, with the offset of that day. With an offset it is a moment: `9am EST`, `in 3 hours`. Source: the CLI,
 * invoke/input-types.js, `parseDatetime`, which takes an offset that is only implied for one that is written.
 */
function inZone(start: ParsedComponents, timezone: string): moment.Moment {
  if (start.isCertain("timezoneOffset")) return moment.tz(start.date(), timezone);
  const part = (name: Component) => start.get(name) ?? 0;
  const day = [part("year"), part("month") - 1, part("day")];
  const time = saysTime(start) ? [part("hour"), part("minute"), part("second")] : [hourOfADay];
  return moment.tz([...day, ...time], timezone);
}

/** `this evening` and `tonight` do, `tomorrow` does not. Source: the CLI, invoke/input-types.js, `hasTimeInfo`. */
function saysTime(start: ParsedComponents): boolean {
  return start.isCertain("hour") || [...start.tags()].some((tag) => /Time|ISOFormat|tonight/.test(tag));
}

/** Undefined where there is no such day: 2026-02-30. */
function formatted(date: moment.Moment): string | undefined {
  return date.isValid() ? date.format() : undefined;
}
