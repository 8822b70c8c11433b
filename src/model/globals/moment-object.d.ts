declare namespace moment {
  /** A part of a time to which one can round. */
  type Part =
    | "year"
    | "years"
    | "month"
    | "months"
    | "week"
    | "weeks"
    | "day"
    | "days"
    | "hour"
    | "hours"
    | "minute"
    | "minutes"
    | "second"
    | "seconds";
  /** A unit in which one can count. */
  type Unit = Part | "millisecond" | "milliseconds";

  /** A time. The methods that change it change this one, and return it: `clone` first to keep it. */
  interface Moment {
    /** A copy. */
    clone(): Moment;
    /**
     * As text: `format("YYYY-MM-DD HH:mm")`; ISO 8601 with an offset when left out, which for UTC is `+00:00` on the older runtime
     * and `Z` on the newer one.
     *
     * @param format - `YYYY MM DD HH mm ss SSS`, `MMM` or `MMMM` for the month's name, `ddd` or `dddd` for the day's, `h A` for 12
     *   hours, `Z` for the offset, `X` for seconds since 1970, and `[…]` around what is kept as it is.
     */
    format(format?: string): string;
    /** `2024-03-01T09:00:00.000Z`: always UTC. Not there: `toISOString`. */
    toJSON(): string;
    /** Milliseconds since 1970. */
    valueOf(): number;
    /** Seconds since 1970. */
    unix(): number;
    /** As a Date of JavaScript. */
    toDate(): Date;
    /** `[year, month, day, hour, minute, second, millisecond]`, with months from 0. */
    toArray(): number[];
    /** In English, for reading; its form differs by version. */
    toString(): string;
    /** Tells whether there is such a time: not for `2024-02-30`. Versions differ in what they take: give a format to be sure. */
    isValid(): boolean;

    /** Shows the same time in UTC. */
    utc(): this;
    /** Shows the same time in that of the platform's machine. */
    local(): this;
    /** Shows the same time in a time zone: `tz("Europe/Paris")`. */
    tz(zone: string): this;
    /** Minutes that UTC is ahead: -60 for `+01:00`. */
    zone(): number;
    /** Tells whether it is summer time. */
    isDST(): boolean;

    /** Makes it later: `add(3, "days")`. The old order, `add("days", 3)`, is not typed: newer versions warn of it. */
    add(count: number, unit: Unit): this;
    add(length: Duration | { [U in Unit]?: number }): this;
    /** Makes it earlier. */
    subtract(count: number, unit: Unit): this;
    subtract(length: Duration | { [U in Unit]?: number }): this;
    /** Goes back to the beginning of the year, month, … A week begins on Sunday. */
    startOf(part: Part): this;
    /** Goes on to the last millisecond of the year, month, … */
    endOf(part: Part): this;

    /**
     * The time from another one to it, in milliseconds or in a unit.
     *
     * @param precise - With the fraction; a whole number when left out.
     */
    diff(time: Time, unit?: Unit, precise?: boolean): number;
    /** Tells whether it is later than another time; with a part, whether its year, month, … is. */
    isAfter(time: Time, part?: Part): boolean;
    /** Tells whether it is earlier than another time; with a part, whether its year, month, … is. */
    isBefore(time: Time, part?: Part): boolean;
    /** Tells whether it is the same as another time; with a part, whether it is in the same year, month, … */
    isSame(time: Time, part?: Part): boolean;
    /** In words, as seen from another time: `3 days ago`, `in an hour`. */
    from(time: Time, without_suffix?: boolean): string;
    /** In words, as seen from now. */
    fromNow(without_suffix?: boolean): string;
    /** In words, as seen from today: `Yesterday at 2:30 AM`. */
    calendar(): string;
    /** The language of what is written. */
    lang(language: string): this;

    /** The year; with a value, sets it. */
    year(): number;
    year(value: number): this;
    /** The month, from 0; with a value, sets it. */
    month(): number;
    month(value: number): this;
    /** The day of the month, from 1; with a value, sets it. */
    date(): number;
    date(value: number): this;
    /** The day of the week, from 0 for Sunday; with a value, sets it. */
    day(): number;
    day(value: number): this;
    /** The day of the year, from 1; with a value, sets it. */
    dayOfYear(): number;
    dayOfYear(value: number): this;
    /** The week of the year, from 1; weeks begin on Sunday. With a value, sets it. */
    week(): number;
    week(value: number): this;
    /** The week of the year as ISO 8601 counts: weeks begin on Monday. With a value, sets it. */
    isoWeek(): number;
    isoWeek(value: number): this;
    /** The hour, from 0; with a value, sets it. */
    hour(): number;
    hour(value: number): this;
    /** The same as `hour`. */
    hours(): number;
    hours(value: number): this;
    /** The minute, from 0; with a value, sets it. */
    minute(): number;
    minute(value: number): this;
    /** The same as `minute`. */
    minutes(): number;
    minutes(value: number): this;
    /** The second, from 0; with a value, sets it. */
    second(): number;
    second(value: number): this;
    /** The same as `second`. */
    seconds(): number;
    seconds(value: number): this;
    /** The millisecond, from 0; with a value, sets it. */
    millisecond(): number;
    millisecond(value: number): this;
    /** The same as `millisecond`. */
    milliseconds(): number;
    milliseconds(value: number): this;
    /** The number of days of its month. */
    daysInMonth(): number;
    /** Tells whether its year has a 29 February. */
    isLeapYear(): boolean;
  }

  /** A length of time. `hours()` is the hours' part of it, `asHours()` all of it in hours. */
  interface Duration {
    /** In words: `2 hours`; with the suffix, `in 2 hours`. */
    humanize(with_suffix?: boolean): string;
    /** Milliseconds. */
    valueOf(): number;
    /** The language of what is written. */
    lang(language: string): this;
    /** The years' part of it. */
    years(): number;
    /** The months' part of it. */
    months(): number;
    /** The weeks' part of it. */
    weeks(): number;
    /** The days' part of it. */
    days(): number;
    /** The hours' part of it. */
    hours(): number;
    /** The minutes' part of it. */
    minutes(): number;
    /** The seconds' part of it. */
    seconds(): number;
    /** The milliseconds' part of it. */
    milliseconds(): number;
    /** All of it in weeks, with the fraction. */
    asWeeks(): number;
    /** All of it in days, with the fraction. */
    asDays(): number;
    /** All of it in hours, with the fraction. */
    asHours(): number;
    /** All of it in minutes, with the fraction. */
    asMinutes(): number;
    /** All of it in seconds, with the fraction. */
    asSeconds(): number;
    /** All of it in milliseconds, with the fraction. */
    asMilliseconds(): number;
  }
}
