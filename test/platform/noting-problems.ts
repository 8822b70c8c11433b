import type { Problem, RunReport, Simulator, Zap } from "zapc/simulator";

/** A simulator that notes the problems of all of its runs, and of those of the Zaps that it turns on. */
export function notingProblems(
  simulator: Simulator,
  note: (problems: readonly Problem[]) => void,
): Simulator {
  return watched(simulator, (run) => note(run.problems));
}

function watched<T extends object>(target: T, note: (run: RunReport) => void): T {
  return new Proxy(target, {
    get(_, name) {
      const property: unknown = Reflect.get(target, name, target);
      if (typeof property !== "function") return property;
      return (...args: unknown[]) => {
        const returned: unknown = property.apply(target, args);
        return returned instanceof Promise ? returned.then((done) => watchedResult(done, note)) : returned;
      };
    },
  });
}

function watchedResult(done: unknown, note: (run: RunReport) => void): unknown {
  if (isRun(done)) note(done);
  if (!isZap(done)) return done;
  note(done.turnedOn);
  return watched(done, note);
}

function isRun(done: unknown): done is RunReport {
  return typeof done === "object" && done !== null && "problems" in done;
}

function isZap(done: unknown): done is Zap {
  return typeof done === "object" && done !== null && "turnedOn" in done;
}
