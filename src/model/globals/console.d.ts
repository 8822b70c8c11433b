/*
 * Source: the archived documentation shows `console.log`; on the newer runtime it is a Console of Node.js, of which these write
 * lines that Node.js 4 writes too. Assumed: the older runtime has all four.
 */

/**
 * Writes to the integration's log: what its developers see, and its users do not. Do not log secrets: see `z.snipify`.
 *
 * A text with `%s`, `%d` or `%j` is filled in with the values after it.
 */
declare namespace console {
  /** Writes a line. */
  function log(...values: unknown[]): void;
  /** The same as `log`. */
  function info(...values: unknown[]): void;
  /** Writes a line, marked as an error. */
  function warn(...values: unknown[]): void;
  /** Writes a line, marked as an error. */
  function error(...values: unknown[]): void;
}
