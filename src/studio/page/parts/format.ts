const units = ["B", "KB", "MB", "GB"] as const;

/** `0 B`, `12 KB`, `5.2 MB` */
export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(Math.floor(Math.log2(count) / 10), units.length - 1);
  const value = count / 1024 ** power;
  return `${power > 1 && value < 100 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)} ${units[power]}`;
}

/** `12 ms`, `1.4 s`, `2 min 5 s` */
export function duration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`;
}

/** `14:03:27` in the time zone of the browser. */
export function timeOfDay(iso: string): string {
  return new Date(iso).toLocaleTimeString("en-GB");
}

/** `30 Nov 2026, 14:03` in the time zone of the browser. */
export function dateAndTime(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** `1 request`, `3 requests` */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : nouns}`;
}
