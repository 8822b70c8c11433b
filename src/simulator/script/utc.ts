import type { Context } from "node:vm";
import { inContext } from "./context.ts";

const isUtc = new Intl.DateTimeFormat().resolvedOptions().timeZone === "UTC";

/**
 * Makes UTC the time zone of a context. Whatever the machine's is, a script does the same. Assumed: the platform's is UTC, as
 * that of AWS Lambda is, where it runs.
 */
export function useUtc(context: Context): void {
  if (isUtc) return;
  const define = inContext(context, defineAll);
  inContext(context, useInDates)(define);
  inContext(context, useInParsing)(define);
  inContext(context, useInFormats)(define);
}

// All that follows is made inside the context: see `inContext`.

type Define = typeof defineAll;

function defineAll(target: object, properties: { readonly [name: string]: unknown }): void {
  for (const [name, value] of Object.entries(properties)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}

/** What a Date says of itself. */
function useInDates(define: Define): void {
  const { prototype } = Date;
  const zone = "GMT+0000 (Coordinated Universal Time)";
  for (const part of ["Date", "FullYear", "Hours", "Milliseconds", "Minutes", "Month", "Seconds"]) {
    define(prototype, {
      [`get${part}`]: Reflect.get(prototype, `getUTC${part}`),
      [`set${part}`]: Reflect.get(prototype, `setUTC${part}`),
    });
  }
  define(prototype, {
    getDay: prototype.getUTCDay,
    getYear(this: Date) {
      return this.getUTCFullYear() - 1900;
    },
    setYear(this: Date, year: unknown) {
      const given = Math.trunc(Number(year));
      return this.setUTCFullYear(given >= 0 && given <= 99 ? 1900 + given : given);
    },
    getTimezoneOffset(this: Date) {
      return Number.isNaN(this.getTime()) ? Number.NaN : 0;
    },
    toString: shown((day, time) => `${day} ${time}`),
    toDateString: shown((day) => day),
    toTimeString: shown((_, time) => time),
  });

  /** `Sun, 01 Mar 2026 09:00:00 GMT` -> `Sun Mar 01 2026`, `09:00:00 GMT+0000 (…)` */
  function shown(as: (day: string, time: string) => string): (this: Date) => string {
    return function (this: Date) {
      const text = this.toUTCString();
      const [weekday = "", date, month, year, time] = text.split(" ");
      return time ? as([weekday.slice(0, -1), month, date, year].join(" "), `${time} ${zone}`) : text;
    };
  }
}

/** What a Date is made of. */
function useInParsing(define: Define): void {
  const Real = Date;
  // What V8 takes for a zone: a word for one, or a sign behind a time.
  const zoned = /(^|[^a-z])(z|utc?|gmt|[ecmp][sd]t)(?![a-z])|:([\d:.]*|.*\D)[+-]\s*\d/i;
  const dateOnly = /^([+-]\d{6}|\d{4})(-\d\d){0,2}$/;
  const isoTime = /^\S+T[\d:.,]+$/;

  function Utc(...given: Parameters<typeof Date.UTC>): unknown {
    if (!new.target) return new Real().toString();
    return Reflect.construct(Real, given.length > 1 ? [Real.UTC(...given)] : given.map(timeOf), new.target);
  }
  Object.defineProperties(Utc, Object.getOwnPropertyDescriptors(Real));
  define(Utc, { parse: (text: unknown) => parse(String(text)) });
  define(Real.prototype, { constructor: Utc });
  define(globalThis, { Date: Utc });

  function timeOf(given: unknown): unknown {
    if (typeof given === "string") return parse(given);
    if (Object(given) !== given || given instanceof Real) return given;
    const value = (given as object).valueOf();
    return timeOf(Object(value) === value ? String(given) : value);
  }

  function parse(text: string): number {
    const time = Real.parse(text);
    let bare = text;
    // V8 takes no notice of what stands in parentheses.
    while (/\([^()]*\)/.test(bare)) bare = bare.replace(/\([^()]*\)/g, " ");
    if (Number.isNaN(time) || dateOnly.test(text) || zoned.test(bare)) return time;
    return Real.parse(isoTime.test(text) ? `${text}Z` : `${bare} UTC`);
  }
}

/** How a Date is written in other languages. */
function useInFormats(define: Define): void {
  const Format = Intl.DateTimeFormat;
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const) {
    const format = Date.prototype[name] as (locales: unknown, options: unknown) => string;
    define(Date.prototype, {
      [name](this: Date, locales?: unknown, options?: unknown) {
        return format.call(this, locales, withZone(options));
      },
    });
  }

  function DateTimeFormat(locales?: unknown, options?: unknown): unknown {
    return Reflect.construct(Format, [locales, withZone(options)], new.target ?? Format);
  }
  Object.defineProperties(DateTimeFormat, Object.getOwnPropertyDescriptors(Format));
  define(Format.prototype, { constructor: DateTimeFormat });
  define(Intl, { DateTimeFormat });

  function withZone(options: unknown): unknown {
    const given = Object(options);
    if (options === null || given.timeZone !== undefined) return options;
    return Object.create(given, { timeZone: { value: "UTC" } });
  }
}
