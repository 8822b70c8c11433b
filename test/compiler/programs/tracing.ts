/** What a generated program calls. It is compiled with it, so it is written in what ES5 has. */
export function tracing() {
  const trace: string[] = [];
  const kept: (() => unknown)[] = [];
  let steps = 0;
  let chances = 0;

  function note<T>(value: T): T {
    trace.push(show(value));
    return value;
  }

  return {
    note,
    /** Ends what takes too long, after the same number of steps everywhere. */
    step() {
      if (++steps > 300) throw new Error("too many steps");
    },
    cut: <T extends string | unknown[]>(value: T) => value.slice(0, 8) as T,
    later: (call: () => unknown) => void kept.push(call),
    chance: () => ++chances % 3 > 0,
    tag: (texts: TemplateStringsArray, ...values: unknown[]) =>
      [texts.raw.join("|"), texts.join("|"), show(values)].join("; "),
    nameOf,
    none: undefined,
    finish() {
      steps = 0;
      for (const call of kept.slice(0, 50)) {
        try {
          note(call());
        } catch (error) {
          note(nameOf(error as Error));
        }
      }
      return trace.slice(0, 200).join("; ");
    },
  };
}

/** Engines word their own errors differently. */
function nameOf({ name, message }: Error): string {
  return name === "Error" ? message : name;
}

/** What a function gives or throws, as a text that is the same on every engine. */
export function outcome(call: () => unknown): string {
  try {
    return show(call());
  } catch (error) {
    return `throws ${nameOf(error as Error)}`;
  }
}

function show(value: unknown): string {
  if (typeof value === "number") return shownNumber(value);
  if (typeof value === "string") return value.replace(/[\d.]{15,}/g, shownDigits);
  if (typeof value === "function") return "function";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(show).join()}]`;
  const record = value as { [key: string]: unknown };
  // Engines order an object's keys in their own ways.
  const keys = Object.keys(record).sort();
  return `{${keys.map((key) => `${key}:${show(record[key])}`).join()}}`;
}

/** What is left of a number that a program made a text of: the last digits are the engine's. */
function shownDigits(digits: string): string {
  return `${digits.slice(0, 12)}…`;
}

/** Engines write the last digits of a fraction, and of what is very large, in their own ways: it is shown in whole numbers. */
function shownNumber(value: number): string {
  if (!(Math.abs(value) < 1 / 0) || (value % 1 === 0 && Math.abs(value) < 1e9)) return String(value);
  let thousands = 0;
  for (; Math.abs(value) >= 1e9; value /= 1024) thousands++;
  return `${Math.round(value * 1024)}/1024*1024^${thousands}`;
}
