// The exports of "zapc" at run time; src/index.ts has its types.
import { loadCommand } from "./run-command.cjs";

export const { adopt, build, check, prove } = await loadCommand("functions");
