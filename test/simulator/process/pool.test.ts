import { expect, test } from "vitest";
import { mostProcesses, pool } from "../../../src/simulator/process/pool.ts";

test("processes that could not be started are not among those that run at once", async () => {
  // The code of the process stands beside the bundles, not beside the sources: none can be started.
  for (let taken = 0; taken <= mostProcesses; taken++) await expect(pool.take()).rejects.toThrow("ENOENT");
});
