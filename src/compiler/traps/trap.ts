import type { Node, VisitorObject } from "oxc-parser";
import type { Engine } from "../../source/engine.ts";
import type { SourceNodes } from "../../source/nodes.ts";

/** What type-checks, and cannot become ES5 a person would have written or does not do on the platform what it seems to. */
export interface Trap {
  readonly code: string;
  /** An error, when it is left out. */
  readonly severity?: "warning";
  /** Packages may have it: the editor marks it only, or it is looked for in the bundle, where it is known what runs. */
  readonly isOfSources?: true;
  /** The engine on which alone it is a trap; any, when it is left out. */
  readonly engine?: Engine;
  readonly nodes: readonly (keyof VisitorObject)[];
  /** Given a node, and all nodes of the source. */
  readonly found: (node: Node, nodes: SourceNodes) => boolean;
  readonly message: string;
  /** What the message says besides of a node, where there is something to say. */
  readonly more?: (node: Node, nodes: SourceNodes) => string | undefined;
  readonly hint: string;
  /** What TypeScript says of the same, as `CODE message`. */
  readonly implies?: RegExp;
}
