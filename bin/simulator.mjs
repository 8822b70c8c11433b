// The exports of "zapc/simulator".
import { importBundled } from "./run-command.cjs";

export const { compare, simulate } = await importBundled("simulator/index.js");
