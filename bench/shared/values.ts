/** Values of the API, as Zaps want them. */

export interface Money {
  cents: number;
  currency?: string;
}

export interface Person {
  id: number;
  first_name?: string;
  last_name?: string;
  email?: string | null;
}

export interface Address {
  street?: string;
  postcode?: string;
  city?: string;
  country?: string;
}

/** `{ cents: 1250, currency: "EUR" }` -> `12.50 EUR` */
export function amount({ cents, currency = "EUR" }: Money): string {
  const sign = cents < 0 ? "-" : "";
  const [whole, rest] = (Math.abs(cents) / 100).toFixed(2).split(".");
  return `${sign}${whole}.${rest} ${currency}`;
}

/** The name, or else what is known of a person. */
export function fullName({ first_name, last_name, email, id }: Person): string {
  const parts = [first_name, last_name].filter((part) => part);
  return parts.length > 0 ? parts.join(" ") : (email ?? `Person ${id}`);
}

/** One line: `1 Main Street, 12345 Example, FR` */
export function oneLine({ street, postcode, city, country }: Address): string {
  const place = [postcode, city].filter(Boolean).join(" ");
  return [street, place, country].filter(Boolean).join(", ");
}

/** `2024-03-01` and `2024-03-01T09:00:00Z` -> `2024-03-01T09:00:00.000Z`; nothing where there is no date. */
export function timestamp(date: string | null | undefined): string | undefined {
  return date ? new Date(date).toISOString() : undefined;
}

/** `net_total` -> `Net Total` */
export function titled(key: string): string {
  return key
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** The moment that many days before now. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
}
