import type { MethodKind } from "./methods.ts";

/** The declarations of one file, or of each file of one folder, of a scripting directory. */
export interface LayoutRow {
  /** The path inside the scripting directory; `KEY` stands for the key of the trigger, action or search in the file. JavaScript ends in `.js`. */
  readonly path: string;
  /** The export that holds the file's metadata, if it has any. */
  readonly metadata?: "app" | "trigger" | "action" | "search";
  /** The owner of the methods that the file may export. */
  readonly kind?: MethodKind;
  readonly required?: true;
}

/** The places in a scripting directory. A file that no row names is shared code. */
export const layout: readonly LayoutRow[] = [
  { path: "app.ts", metadata: "app", required: true },
  { path: "auth.ts", kind: "auth" },
  { path: "hooks.ts", kind: "hook" },
  { path: "hydrators.ts", kind: "hydrator" },
  { path: "members.ts", kind: "member" },
  { path: "triggers/KEY.ts", metadata: "trigger", kind: "trigger" },
  { path: "actions/KEY.ts", metadata: "action", kind: "action" },
  { path: "searches/KEY.ts", metadata: "search", kind: "search" },
];

// Source: the archived documentation, "Key"; the schema's Key says the same.
/** The platform's rule for the key of anything. */
export const keyPattern = /^[A-Za-z][A-Za-z0-9_]+$/;
