// Source: explore-v2.1, "Date literal": an ISO 8601 date, or YYYY/MM/DD; '1972' and '2017' are among its examples.
const DATE =
  /^(\d{4})(?:([-/])(\d{2})(?:\2(\d{2}))?)?(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/u;

/**
 * A date's instant in milliseconds since 1970; undefined for what is no date.
 * Assumed: what is left out is the first month, day or hour, and a date without a zone is UTC.
 */
export function instantOf(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, , month = "01", day = "01", hour = "00", minute = "00", second = "00", fraction = ""] =
    match;
  const midnight = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  // Date.parse turns February 31 into March 2.
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  const instant = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${match[9] ?? "Z"}`,
  );
  return Number.isNaN(instant) ? undefined : instant;
}
