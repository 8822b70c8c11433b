/*
 * Moment, as far as 2.0.0 and the 2.29 of moment-timezone 0.5.43 agree. Source: docs/platform.md, "Two runtimes"; both versions, as
 * test/model/globals observes them. A difference of the older one with the same arguments is named where it matters.
 */

/** Now. */
declare function moment(): moment.Moment;
/**
 * A time: `moment("2024-03-01T09:00:00Z")`, `moment(1709283600000)`, `moment([2024, 2, 1])`.
 *
 * A text is ISO 8601, and without an offset it is in the time of the platform's machine: `moment.utc(…)` reads it as UTC. Do not
 * give an empty text: the older runtime then returns null.
 *
 * @param time - Another moment, a Date, a text, milliseconds since 1970, or `[year, month, day, hour, …]` with months from 0.
 */
declare function moment(time: moment.Time): moment.Moment;
/**
 * A time, read in a format: `moment("01/03/2024", "DD/MM/YYYY")`.
 *
 * @param text - Not empty: the older runtime returns null for that.
 * @param format - In Moment's letters; of several formats the one that fits best.
 * @param language - The language of the names of months: `fr`.
 */
declare function moment(text: string, format: string | string[], language?: string): moment.Moment;

declare namespace moment {
  /** A value that stands for a time. */
  type Time = Moment | Date | string | number | number[];

  /** Now, in UTC. */
  function utc(): Moment;
  /** A time in UTC: a text without an offset is read as UTC too. */
  function utc(time: Time): Moment;
  /** A time in UTC, read in a format. */
  function utc(text: string, format: string | string[], language?: string): Moment;
  /** A time from seconds since 1970. */
  function unix(seconds: number): Moment;

  // Source: docs/platform.md, "Two runtimes": 2.0.0 comes "with timezone". Which version of moment-timezone that was is not known.
  /** Now, in a time zone: `moment.tz("Europe/Paris")`. */
  function tz(zone: string): Moment;
  /**
   * A time, in a time zone: `moment.tz(bundle.zap.created, bundle.zap.user.timezone)`.
   *
   * Give a text with an offset or `Z`: one without is read in the zone by newer versions of Moment Timezone, and in the time of
   * the platform's machine by older ones.
   */
  function tz(time: Time, zone: string): Moment;

  /** A length of time: `moment.duration(2, "hours")`, `moment.duration({ days: 1, hours: 6 })`. */
  function duration(count: number, unit: Unit): Duration;
  /** A length of time; a number is milliseconds. */
  function duration(length: number | Duration | { [U in Unit]?: number }): Duration;

  /** Tells whether a value is a moment. */
  function isMoment(value: unknown): value is Moment;
  /** Tells whether a value is a duration. */
  function isDuration(value: unknown): value is Duration;

  /** The language of what is written, `en` to begin with. */
  function lang(): string;
  /** Sets the language for this call of the script. Newer versions write a line to the log about the function's new name. */
  function lang(language: string): void;

  /** Moment's version. */
  const version: string;
  /** The format that `format` uses when it is given none: ISO 8601. */
  const defaultFormat: string;
}
