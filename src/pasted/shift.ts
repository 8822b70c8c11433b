import type { TracePosition } from "../built/positions.ts";
import type { ScriptIndex } from "../built/script-index.ts";
import { DataFailure, Failure } from "../model/failure.ts";

/** The positions of a trace that are of zap.js, and the number of lines that were put before it when it was pasted. */
export interface ShiftedTrace {
  readonly positions: readonly TracePosition[];
  readonly shift: number;
}

/**
 * Finds how many lines were put before zap.js when it was pasted: with that shift, every position in the script falls on a token of
 * a function with the name in the trace. As a rule it is 0; then other code may follow.
 *
 * @param file - the name of zap.js in messages
 * @throws {Failure} where no number fits, or several do.
 */
export function shiftOf(positions: readonly TracePosition[], index: ScriptIndex, file: string): ShiftedTrace {
  const scripts = [...new Set(positions.map(({ script }) => script))].map((name) =>
    positions.filter(({ script }) => script === name),
  );
  const fitting = scripts.filter((it) => fitsUnshifted(it, index));
  if (fitting.length > 0 || scripts.length === 0) return { positions: fitting.flat(), shift: 0 };

  const shifts = [...new Set(scripts.flatMap((it) => fittingShifts(it, index)))];
  const [shift, ...others] = shifts;
  if (shift === undefined) throw noneFits(file);
  if (others.length > 0) throw severalFit(shifts, file);
  return { positions: scripts.filter((it) => it.every(matchesAt(shift, index))).flat(), shift };
}

function fitsUnshifted(positions: readonly TracePosition[], index: ScriptIndex): boolean {
  const before = positions.filter((position) => lineOf(position) <= index.lines);
  return before.length > 0 && before.every(matchesAt(0, index));
}

function fittingShifts(positions: readonly TracePosition[], index: ScriptIndex): number[] {
  const lines = positions.map(lineOf);
  const shifts: number[] = [];
  for (let shift = Math.max(...lines) - index.lines; shift < Math.min(...lines); shift++) {
    if (positions.every(matchesAt(shift, index))) shifts.push(shift);
  }
  return shifts;
}

function matchesAt(shift: number, index: ScriptIndex) {
  return (position: TracePosition): boolean => {
    const { column, called } = position;
    return index.canBe({ line: lineOf(position) - shift, ...(column && { column }) }, called);
  };
}

function lineOf({ line, linesBefore }: TracePosition): number {
  return line - linesBefore;
}

function noneFits(file: string): DataFailure {
  const why = `it is not of ${file}, with any number of lines before it`;
  return new DataFailure(`Failed to map the trace: ${why}.`, {
    hint: "If another version was pasted, or an edited one: copy it from the editor into a file, and name that with --pasted FILE.",
  });
}

// More of them say no more.
const MOST_SHOWN = 5;

function severalFit(shifts: readonly number[], file: string): Failure {
  const before = shifts.filter((shift) => shift > 0);
  const missing = shifts.filter((shift) => shift < 0).map((shift) => -shift);
  const ways = [
    ...(before.length > 0 ? [`with ${numbersOfLines(before)} put before it`] : []),
    ...(missing.length > 0 ? [`without its first ${numbersOfLines(missing)}`] : []),
  ];
  const examples = [
    ...(before.length > 0 ? ["`--offset 2` where 2 lines stand before it in the editor"] : []),
    ...(missing.length > 0 ? ["`--offset -2` where its first 2 lines are missing there"] : []),
  ];
  return new Failure(`Failed to map the trace: it fits ${file} pasted ${ways.join(", and ")}.`, {
    hint: `Say which: ${examples.join(", ")}. Or copy what was pasted from the editor into a file, and name that with --pasted FILE.`,
  });
}

/** `3, 5 or 9 lines`: the smallest first, as they are the likeliest. */
function numbersOfLines(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((one, other) => one - other);
  const shown = sorted.slice(0, MOST_SHOWN);
  const last = sorted.length > shown.length ? "another number of" : shown.pop();
  return `${[shown.join(", "), last].filter((part) => part !== "").join(" or ")} ${last === 1 ? "line" : "lines"}`;
}
