/**
 * The effect of a change on the Zaps that are live:
 *
 * - `break`: it breaks them.
 * - `unknown`: it may break them; the two versions do not tell.
 * - `changed`: it works in another way from now on.
 * - `new`: it was not there before.
 * - `text`: users read another text or order.
 */
export type ChangeKind = "break" | "unknown" | "changed" | "new" | "text";

/** A difference between two versions of an integration. */
export interface Change {
  readonly kind: ChangeKind;
  /** The id of the platform's check, or zapc's name for the change: `field-removed`. */
  readonly id: string;
  /** The id of the same check on the current platform, where it is known. */
  readonly today?: string;
  /** The part of the integration: `triggers/new_ticket/fields/queue`. */
  readonly entity: string;
  /** The difference, as a sentence. */
  readonly message: string;
  /** The advice. */
  readonly hint?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The owner of fields or of a result. */
export interface Owner {
  /** `triggers/new_ticket` */
  readonly entity: string;
  /** `the trigger "new_ticket"` */
  readonly of: string;
}

/** Values by the names of their properties, of an object of any type. */
export type PropertyValues = { readonly [name: string]: unknown };

/** Properties of an object, and what a change of one of them means. */
export interface PropertyRow {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly id: string;
  readonly today?: string;
  readonly hint?: string;
  /** The value that a property has when it is absent. */
  readonly absent?: boolean;
}

/** The changes of some properties, compared as JSON. */
export function propertyChanges(
  rows: readonly PropertyRow[],
  [before, after]: readonly [object, object],
  { entity, of }: { readonly entity: string; readonly of: string },
): Change[] {
  const [old, now] = [before as PropertyValues, after as PropertyValues];
  return rows
    .filter(({ name, absent }) => !isSameJson(old[name] ?? absent, now[name] ?? absent))
    .map(({ name, absent: _, ...row }) => ({
      ...row,
      entity,
      message: `The \`${name}\` of ${of} ${changeText(old[name], now[name])}.`,
      ...(old[name] !== undefined && { before: old[name] }),
      ...(now[name] !== undefined && { after: now[name] }),
    }));
}

function changeText(before: unknown, after: unknown): string {
  if (before === undefined) return `is ${shown(after)} now`;
  return after === undefined
    ? `is no longer ${shown(before)}`
    : `was ${shown(before)}, and is ${shown(after)} now`;
}

const MOST_SHOWN = 80;

/** A value in a message. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Tells whether two values are the same JSON; a property that is undefined is not there. */
export function isSameJson(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

/** A text that begins with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
