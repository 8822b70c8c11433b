import type { Context } from "node:vm";
import type { Runtime } from "../runtime.ts";
import type { ScriptHost } from "./host.ts";
import type { Membrane } from "./membrane/membrane.ts";

/** The parts of a script's realm that its globals and modules are made with. */
export interface RealmParts {
  readonly context: Context;
  readonly membrane: Membrane;
  readonly host: ScriptHost;
  readonly runtime: Runtime;
}

/** Makes a global of a script's realm. */
export type GlobalFactory = (realm: RealmParts) => unknown;
