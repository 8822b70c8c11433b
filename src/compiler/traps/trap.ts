import type { Node, VisitorObject } from "oxc-parser";
import type { Engine } from "../../source/engine.ts";
import type { SourceNodes } from "../../source/nodes.ts";

/** A construct that type-checks, and cannot become readable ES5 or does not do on the platform what it seems to. */
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
  /** The further part of the message about a node, where there is one. */
  readonly more?: (node: Node, nodes: SourceNodes) => string | undefined;
  readonly hint: string;
  /** The pattern of TypeScript's message about the same, as `CODE message`. */
  readonly implies?: RegExp;
}
