import type { Cache } from "../compiler/cache.ts";
import type { Discovered } from "../compiler/discover.ts";
import type { Declaration } from "../compiler/discovering/declaration.ts";
import { findingAt } from "../compiler/source.ts";
import type { Metadata } from "../model/definitions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LayoutRow } from "../model/layout.ts";
import type { SchemaError } from "../model/validate.ts";
import { metadataValues } from "./evaluate.ts";
import { offsetOf } from "./offset-of.ts";
import { metadataRules } from "./rules.ts";
import { uncalledMethods } from "./uncalled-methods.ts";

/** The metadata of the sources, and what is wrong with it. */
export interface Described {
  readonly metadata: Metadata;
  readonly diagnostics: readonly Diagnostic[];
}

// The lists of metadata.json, and whose metadata each holds.
const lists = { triggers: "trigger", actions: "action", searches: "search" } as const;
type List = keyof typeof lists;

/** Evaluates the metadata that the sources declare, and checks it against its schema and the rules. */
export async function describe(discovered: Discovered, cache: Cache): Promise<Described> {
  const metadata = await metadataOf(discovered, cache);
  const misshapen = await shapeErrors(metadata, cache);
  // The rules take for granted what the schema says.
  const isInShape = misshapen.length === 0;
  const errors = isInShape ? metadataRules.flatMap((rule) => rule(metadata)) : misshapen;
  const uncalled = isInShape ? uncalledMethods(discovered, metadata) : [];
  return { metadata, diagnostics: [...errors.map((error) => inSource(discovered, error)), ...uncalled] };
}

// The key is the file's name, of which more is said elsewhere.
const keyOfStep = /^\/\w+\/\d+\/key$/;

/** What the schema says of the metadata of sources that do not type-check; nothing where it cannot be evaluated. */
export async function misshapenMetadata(discovered: Discovered, cache: Cache): Promise<Diagnostic[]> {
  try {
    const errors = await shapeErrors(await metadataOf(discovered, cache), cache);
    return errors.filter(({ path }) => !keyOfStep.test(path)).map((error) => inSource(discovered, error));
  } catch {
    return [];
  }
}

/** What the schema says. To load what compiles it takes a while: most edits leave the metadata as it is. */
function shapeErrors(metadata: Metadata, cache: Cache): Promise<SchemaError[]> {
  return cache.recall(["metadata", JSON.stringify(metadata)], async () => {
    const { validateMetadata } = await import("../model/validate.ts");
    return validateMetadata(metadata);
  });
}

async function metadataOf(discovered: Discovered, cache: Cache): Promise<Metadata> {
  const { declarations } = discovered;
  const values = await metadataValues(discovered, cache);
  const steps = (list: List) => declaring(declarations, lists[list]).map((it) => asStep(it, values.get(it)));
  const appWide = declarations.filter(({ key, row }) => key === "" && row.kind !== "hydrator");
  return {
    app: values.get(declaring(declarations, "app")[0] as Declaration),
    methods: appWide.flatMap(methodNames),
    hydrators: declarations.filter(({ row }) => row.kind === "hydrator").flatMap(methodNames),
    triggers: steps("triggers").map((trigger) => ({ type: "polling", ...trigger })),
    actions: steps("actions"),
    searches: steps("searches"),
  } as Metadata;
}

function declaring(declarations: readonly Declaration[], kind: LayoutRow["metadata"]): Declaration[] {
  return declarations.filter(({ row }) => row.metadata === kind);
}

/** "/triggers/0/fields/1/type", "/app/auth/type" -> the place in the file that declares it */
function inSource({ declarations }: Discovered, { path, message }: SchemaError): Diagnostic {
  const [, list = "", ...rest] = path.split("/");
  const kind = lists[list as List];
  const index = kind ? Number(rest.shift()) : 0;
  const owner = declaring(declarations, kind ?? "app")[index] as Declaration;
  const offset = offsetOf(owner.source, owner.row.metadata as string, rest);
  const pointer = new RegExp(`${kind ? `/${list}/${index}` : "/app"}((?:/\\w+)*)`, "g");
  const asWritten = message.replace(
    pointer,
    (_, inner: string) => `\`${owner.row.metadata}${accessed(inner)}\``,
  );
  const ofApp = asWritten.replace('"app" of the metadata', "`app`");
  return findingAt(owner.source, offset, { code: "metadata", message: ofApp });
}

/** "/fields/1/type" -> ".fields[1].type" */
function accessed(pointer: string): string {
  return pointer.replace(/\/(\d+)/g, "[$1]").replaceAll("/", ".");
}

function asStep(declaration: Declaration, value: unknown): object {
  return { key: declaration.key, ...(value as object), methods: methodNames(declaration) };
}

function methodNames({ methods }: Declaration): string[] {
  return methods.map(({ method }) => method.name);
}
