import { Failure } from "../../model/failure.ts";
import { loadScript } from "../../simulator/load.ts";

const MOST_MILLISECONDS = 10_000;

/**
 * The names on `Zap` once a script has run, in a process of its own; none where it does not run, as one may that needs what a testing
 * tool gives.
 */
export async function membersAtRunTime(text: string): Promise<readonly string[]> {
  try {
    const { process, methods } = await loadScript(`${text}\n`, {
      time_limit: MOST_MILLISECONDS,
      runtime: "converted",
    });
    await process.close();
    return Object.keys(methods);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [];
  }
}
