/** The memory of a Zap between two polls. */
import type { Meta, ZapInfo } from "zapc";
import { openStorage, readStorage, writeStorage } from "./storage.ts";

export const storageField = {
  key: "storage_secret",
  label: "Storage Secret",
  type: "password",
} as const;

/** The form of the state, the state itself, and the last events, the newest first. */
type Memory<State, Event> = [form: string, state: State, events: Event[]];

interface Now<State, Event> {
  state: State;
  events: Event[];
}

/** The way in which a trigger uses its memory. */
interface Comparison<State, Event> {
  /** A memory of another form is of something else. */
  form: string;
  /**
   * The state as it is now, for a Zap that does not remember it.
   *
   * @param isOther - whether it remembers the state of another form
   */
  begin: (isOther: boolean) => State;
  /** The state as it is now, and the events that lie between it and the one before. */
  compare: (before: State) => Now<State, Event>;
}

/** The most events that a poll may find, and the most of earlier polls that are told again. */
export const MOST_EVENTS = 500;

/**
 * The state now, and the events that were found. Earlier ones are told again with the same ids: the poll that found them may have
 * come to nothing.
 */
export function remember<State, Event = never>(
  { meta, zap }: { meta: Meta; zap: ZapInfo },
  secret: string,
  { form, begin, compare }: Comparison<State, Event>,
): Now<State, Event> {
  const storage = openStorage(secret, zap.id);
  const memory = meta.first_poll ? undefined : readStorage<Memory<State, Event>>(storage);
  const isKnown = memory !== undefined && memory[0] === form;
  const now = isKnown ? compare(memory[1]) : { state: begin(memory !== undefined), events: [] };
  const events = now.events.concat(isKnown ? memory[2].slice(0, MOST_EVENTS) : []);
  writeStorage(storage, [form, now.state, events]);
  return { state: now.state, events };
}

/** A test and the editor only look. */
export function remembers(meta: Meta): boolean {
  return !meta.frontend && !meta.prefill && !meta.test_poll;
}
