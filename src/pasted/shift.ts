import { Failure } from "../model/failure.ts";
import type { Position } from "./positions.ts";
import type { ScriptIndex } from "./script-index.ts";

/** The positions of a trace that are of zap.js, and how many lines were put before that when it was pasted. */
export interface Shifted {
  readonly positions: readonly Position[];
  readonly shift: number;
}

/**
 * Finds how many lines were put before zap.js when it was pasted: so many that every position in the script falls on a token of a
 * function with the name that the trace says. As a rule none; then other code may follow it.
 *
 * @param file - what zap.js is called in messages
 * @throws {Failure} where no number fits, or several do.
 */
export function shiftOf(positions: readonly Position[], index: ScriptIndex, file: string): Shifted {
  const scripts = [...new Set(positions.map(({ script }) => script))].map((name) =>
    positions.filter(({ script }) => script === name),
  );
  const fitting = scripts.filter((it) => fitsUnshifted(it, index));
  if (fitting.length > 0 || scripts.length === 0) return { positions: fitting.flat(), shift: 0 };

  const shifts = [...new Set(scripts.flatMap((it) => fittingShifts(it, index)))];
  const [shift, ...others] = shifts;
  if (shift === undefined) throw noneFits(file);
  if (others.length > 0) throw severalFit(shifts, file);
  return { positions: scripts.filter((it) => it.every(fits(shift, index))).flat(), shift };
}

function fitsUnshifted(positions: readonly Position[], index: ScriptIndex): boolean {
  const before = positions.filter((position) => lineOf(position) <= index.lines);
  return before.length > 0 && before.every(fits(0, index));
}

function fittingShifts(positions: readonly Position[], index: ScriptIndex): number[] {
  const lines = positions.map(lineOf);
  const shifts: number[] = [];
  for (let shift = Math.max(...lines) - index.lines; shift < Math.min(...lines); shift++) {
    if (positions.every(fits(shift, index))) shifts.push(shift);
  }
  return shifts;
}

function fits(shift: number, index: ScriptIndex) {
  return (position: Position): boolean => {
    const { column, called } = position;
    return index.canBe({ line: lineOf(position) - shift, ...(column && { column }) }, called);
  };
}

function lineOf({ line, linesBefore }: Position): number {
  return line - linesBefore;
}

function noneFits(file: string): Failure {
  const why = `it is not of ${file}, whatever lines were put before that when it was pasted`;
  return new Failure(`Failed to map the trace: ${why}.`, {
    hint: "If another version was pasted, or an edited one: copy it from the editor into a file, and name that with --pasted FILE.",
  });
}

// More of them say no more.
const MOST_SHOWN = 5;

function severalFit(shifts: readonly number[], file: string): Failure {
  const rest = shifts.length - MOST_SHOWN;
  const shown = shifts.slice(0, MOST_SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  const why = `it fits ${file} with several numbers of lines put before that when it was pasted: ${shown}`;
  return new Failure(`Failed to map the trace: ${why}.`, {
    hint: "Say how many there are with --offset LINES, or copy what was pasted from the editor into a file, and name that with --pasted FILE.",
  });
}
