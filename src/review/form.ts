import { hash } from "../built/signature.ts";

/** A value that is entered in the builder. */
export interface FormRow {
  /** The name of the input, as the builder shows it. */
  readonly name: string;
  readonly value: string;
  /** True if it is a box to tick or a choice: then there is nothing to copy. */
  readonly isChoice?: boolean;
}

/** A part of a screen of the builder, which is entered at once. */
export interface Form {
  /** Names the form within its screen or operation, for the checklist: `fields/queue` */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly FormRow[];
}

/** The way in which one property of the metadata is entered. A property without such an entry is not shown. */
export interface FormEntry<T> {
  readonly name: string;
  /** The text to enter; undefined where nothing is. */
  readonly value: (from: T) => string | undefined;
  readonly isChoice?: true;
}

/** The rows of the values that are set. */
export function rowsOf<T>(entries: readonly FormEntry<T>[], from: T): FormRow[] {
  return entries.flatMap(({ name, value, isChoice }) => {
    const text = value(from);
    return text === undefined ? [] : [{ name, value: text, ...(isChoice && { isChoice }) }];
  });
}

/** Tells whether what was entered is still what has to be: it changes with each value of the form. */
export function versionOf({ rows }: Form): string {
  return hash(JSON.stringify(rows)).slice(0, VERSION_LENGTH);
}

const VERSION_LENGTH = 8;

/** A box that is ticked. */
export function ticked(is: boolean | undefined): string | undefined {
  return is ? "yes" : undefined;
}
