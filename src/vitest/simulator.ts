import { afterAll, onTestFinished } from "vitest";
import { type SimulateOptions, type Simulator, simulate } from "../simulator/index.ts";

/** The files that `zapc build` writes. */
const built = { script: "dist/zap.js", metadata: "dist/metadata.json" };

/** The simulators that were begun outside of a test: in a `beforeAll`, in a concurrent test, or while the file is collected. */
const open = new Set<Promise<Simulator>>();

afterAll(closeAll);

/**
 * A simulator that is closed when the test ends; begun outside of a test, when the file does. It runs `dist/zap.js` with
 * `dist/metadata.json`, unless another script is named.
 *
 * ```ts
 * const sim = await simulator({ auth_fields: { api_key: "k" }, http: () => Response.json([{ id: 7 }]) });
 * expect(await sim.poll("new_ticket")).toTrigger([{ id: 7 }]);
 * ```
 *
 * @throws {Failure} as `simulate` of `zapc/simulator`: an option is wrong, or nothing has been built yet.
 */
export function simulator(options: Partial<SimulateOptions> = {}): Promise<Simulator> {
  const { script, ...others } = options;
  const started = simulate(script === undefined ? { ...built, ...others } : { script, ...others });
  closeAtEnd(started);
  return started;
}

function closeAtEnd(started: Promise<Simulator>): void {
  try {
    onTestFinished(() => close(started));
  } catch {
    open.add(started);
    // A module that test files share is collected with the first of them alone.
    afterAll(closeAll);
  }
}

async function closeAll(): Promise<void> {
  const begun = [...open];
  open.clear();
  await Promise.all(begun.map(close));
}

/** One that could not start has nothing to close. */
async function close(started: Promise<Simulator>): Promise<void> {
  const sim = await started.catch(() => undefined);
  await sim?.close();
}
