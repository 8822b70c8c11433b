// The exports of "zapc/vitest".
import { importBundled } from "./run-command.cjs";

export const { simulator } = await importBundled("vitest/index.js");
