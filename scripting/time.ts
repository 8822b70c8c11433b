/** Points in time, as portals write them. */

const MINUTE = 60_000;

/** A day in minutes. */
export const DAY = 24 * 60;

/** The point in time a number of minutes ago. */
export function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * MINUTE);
}

/** Whether a point in time lies more than some minutes back. What is not known does not. */
export function isOlderThan(minutes: number, instant: string | null | undefined): boolean {
  return instant ? Date.parse(instant) < minutesAgo(minutes).getTime() : false;
}
