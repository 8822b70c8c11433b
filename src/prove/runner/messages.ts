import type { ProbedMembers } from "../probed-script.ts";
import type { Observed } from "../subject.ts";

/** A message to the runner's process. */
export type MessageToRunner =
  /** Always the first: the script with its probe. */
  | { readonly source: string }
  /** Call one method in a fresh evaluation of the script or, with `goes_on`, in the one before. */
  | { readonly method: string; readonly bundle: object; readonly goes_on: boolean }
  /** Tell what is on `Zap`. */
  | { readonly members: true };

/** An answer of the runner's process. */
export type MessageFromRunner =
  /** The runner is loaded. */
  | { readonly ready: true }
  | { readonly members: ProbedMembers }
  | { readonly failure: string }
  | { readonly observed: Omit<Observed, "requests" | "late"> };
