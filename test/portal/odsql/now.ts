import { OdsqlError } from "../errors.ts";
import type { NowSettings } from "./expression.ts";

interface Setting {
  min?: number;
  max?: number;
}

// Source: explore-v2.1, "Parameters to the now() function". Not evaluated here: microsecond(s), weekday, mondays to sundays.
const SETTINGS: { [name: string]: Setting } = {
  year: { min: 1, max: 9999 },
  years: {},
  month: { min: 1, max: 12 },
  months: {},
  day: { min: 1 },
  days: {},
  hour: { min: 0, max: 23 },
  hours: {},
  minute: { min: 0, max: 59 },
  minutes: {},
  second: { min: 0, max: 59 },
  seconds: {},
};

/** Complains about a parameter of now() that is unknown, not evaluated, or out of its range. */
export function checkNowSetting(name: string, value: number): void {
  const setting = SETTINGS[name];
  if (setting === undefined) throw new OdsqlError(`now(${name}=${value}) is not evaluated`);
  const { min = -Infinity, max = Infinity } = setting;
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new OdsqlError(`Invalid value for ${name} in now(): ${value}`);
  }
}

/**
 * The instant that now(…) stands for, in milliseconds.
 * Assumed: the singular parameters are applied before the plural ones, in any order of the query.
 */
export function evaluateNow(now: Date, settings: NowSettings): number {
  const month = (settings.month ?? now.getUTCMonth() + 1) - 1 + (settings.months ?? 0);
  const year = (settings.year ?? now.getUTCFullYear()) + (settings.years ?? 0) + Math.floor(month / 12);
  const month_of_year = ((month % 12) + 12) % 12;
  const day = Math.min(settings.day ?? now.getUTCDate(), daysIn(year, month_of_year));
  const instant = new Date(now);
  instant.setUTCFullYear(year, month_of_year, day + (settings.days ?? 0));
  instant.setUTCHours(
    (settings.hour ?? now.getUTCHours()) + (settings.hours ?? 0),
    (settings.minute ?? now.getUTCMinutes()) + (settings.minutes ?? 0),
    (settings.second ?? now.getUTCSeconds()) + (settings.seconds ?? 0),
  );
  return instant.getTime();
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
