const MINUTE = 60_000;

/** In minutes. */
export const DAY = 24 * 60;

export function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * MINUTE);
}

export function minutesBetween(earlier: string, later: Date): number {
  return Math.floor((later.getTime() - Date.parse(earlier)) / MINUTE);
}

/** Tells whether it lies more than some minutes back. An unknown time does not. */
export function isOlderThan(minutes: number, instant: string | null | undefined): boolean {
  return instant ? Date.parse(instant) < minutesAgo(minutes).getTime() : false;
}

export function checkMinutes(minutes: number): void {
  if (!(minutes > 0)) throw new ErrorException("Minutes must be more than 0.");
}
