import { assignments } from "./assignments.ts";
import { calls } from "./calls.ts";
import { chains } from "./chains.ts";
import { classes } from "./classes.ts";
import { enums } from "./enums.ts";
import { functions } from "./functions.ts";
import type { Rows } from "./lowering.ts";
import { members } from "./members.ts";
import { modules } from "./modules.ts";
import { objects } from "./objects.ts";
import { statements } from "./statements.ts";
import { templates } from "./templates.ts";
import { types } from "./types.ts";

/** How nodes become ES5, by their types. */
export const rows: Rows = {
  ...assignments,
  ...calls,
  ...chains,
  ...classes,
  ...enums,
  ...functions,
  ...members,
  ...modules,
  ...objects,
  ...statements,
  ...templates,
  ...types,
};
