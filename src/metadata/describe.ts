import type { Metadata } from "../model/definitions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { LayoutRow } from "../model/layout.ts";
import type { SchemaError } from "../model/validate.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import type { Declaration } from "../source/discovering/declaration.ts";
import { isSilencing, silencesIn } from "../source/silences.ts";
import { findingAt } from "../source/source.ts";
import { metadataValues } from "./evaluate.ts";
import { accessed, offsetOf } from "./offset-of.ts";
import { ordered } from "./property-order.ts";
import { type FindingOfRule, foundInBuild } from "./rules/index.ts";
import { uncalledMethods } from "./uncalled-methods.ts";

/** The metadata of the sources, and what is wrong with it. */
export interface DescribedMetadata {
  readonly metadata: Metadata;
  readonly diagnostics: readonly Diagnostic[];
}

// The lists of metadata.json, and whose metadata each holds.
const lists = { triggers: "trigger", actions: "action", searches: "search" } as const;
type StepListName = keyof typeof lists;

/** Evaluates the metadata that the sources declare, and checks it against its schema and the rules. */
export async function describe(discovered: Discovered, cache: Cache): Promise<DescribedMetadata> {
  const metadata = await metadataOf(discovered, cache);
  const { misshapen, found } = await checkMetadata(metadata, cache);
  if (misshapen.length > 0)
    return { metadata, diagnostics: misshapen.map((error) => inSource(discovered, error, cache)) };
  const diagnostics = [
    ...found.map((finding) => inSource(discovered, finding, cache)),
    ...uncalledMethods(discovered, metadata),
  ];
  return { metadata, diagnostics: withoutSilenced(diagnostics, discovered) };
}

/** The audit reports its comments and counts the findings that they silence. */
function withoutSilenced(diagnostics: readonly Diagnostic[], { declarations }: Discovered): Diagnostic[] {
  const isWarned = ({ severity }: Diagnostic) => severity === "warning";
  if (!diagnostics.some(isWarned)) return [...diagnostics];
  const silences = declarations.flatMap(({ source }) => silencesIn(source));
  return diagnostics.filter((it) => !isWarned(it) || !silences.some((silence) => isSilencing(silence, it)));
}

// The key is the file's name, of which more is said elsewhere.
const keyOfStep = /^\/\w+\/\d+\/key$/;

/** The schema's findings about sources that do not type-check; none where the metadata cannot be evaluated. */
export async function misshapenMetadata(discovered: Discovered, cache: Cache): Promise<Diagnostic[]> {
  try {
    const { misshapen } = await checkMetadata(await metadataOf(discovered, cache), cache);
    return misshapen
      .filter(({ path }) => !keyOfStep.test(path))
      .map((error) => inSource(discovered, error, cache));
  } catch {
    return [];
  }
}

interface MetadataCheck {
  /** The schema's findings. */
  readonly misshapen: readonly SchemaError[];
  /** The findings of the rules, which take for granted what the schema says. */
  readonly found: readonly MetadataFinding[];
}

/** Checks metadata. The validator takes a while to load: most edits leave the metadata as it is. */
function checkMetadata(metadata: Metadata, cache: Cache): Promise<MetadataCheck> {
  return cache.recall(["metadata", JSON.stringify(metadata)], async () => {
    const { validateMetadata } = await import("../model/validate.ts");
    const misshapen = validateMetadata(metadata);
    return { misshapen, found: misshapen.length > 0 ? [] : foundInBuild(metadata).map(asFinding) };
  });
}

// The kinds whose exports the table of methods does not name.
const anyName: readonly LayoutRow["kind"][] = ["hydrator", "member"];

async function metadataOf(discovered: Discovered, cache: Cache): Promise<Metadata> {
  const { declarations } = discovered;
  const values = await metadataValues(discovered, cache);
  const steps = (list: StepListName) =>
    declarationsOf(declarations, lists[list]).map((it) => asStep(it, values.get(it)));
  const appWide = declarations.filter(({ key, row }) => key === "" && !anyName.includes(row.kind));
  return {
    app: ordered(values.get(declarationsOf(declarations, "app")[0] as Declaration)),
    methods: appWide.flatMap(methodNames),
    hydrators: declarations.filter(({ row }) => row.kind === "hydrator").flatMap(methodNames),
    triggers: steps("triggers").map((trigger) => ordered({ type: "polling", ...trigger })),
    actions: steps("actions").map(ordered),
    searches: steps("searches").map(ordered),
  } as Metadata;
}

function declarationsOf(declarations: readonly Declaration[], kind: LayoutRow["metadata"]): Declaration[] {
  return declarations.filter(({ row }) => row.metadata === kind);
}

/** A finding of the schema or of a rule, at a JSON pointer. */
export type MetadataFinding = Pick<Diagnostic, "message" | "hint"> &
  Partial<Pick<Diagnostic, "code" | "severity">> & { readonly path: string };

function asFinding({ rule, ...finding }: FindingOfRule): MetadataFinding {
  return { code: rule.id, severity: rule.build, ...finding };
}

/** "/triggers/0/fields/1/type", "/app/auth/type" -> the place in the file that declares it */
export function inSource(
  { declarations }: Discovered,
  { path, message, ...more }: MetadataFinding,
  cache: Cache,
): Diagnostic {
  const [, list = "", ...rest] = path.split("/");
  const kind = lists[list as StepListName];
  const index = kind ? Number(rest.shift()) : 0;
  const owner = declarationsOf(declarations, kind ?? "app")[index] as Declaration;
  const name = owner.row.metadata as string;
  // To find it, the source is parsed.
  const offset = cache.recallNow(["offset", owner.source.path, owner.source.text, name, ...rest], () =>
    offsetOf(owner.source, name, rest),
  );
  const pointer = new RegExp(`${kind ? `/${list}/${index}` : "/app"}((?:/\\w+)*)`, "g");
  const asWritten = message.replace(
    pointer,
    (_, inner: string) => `\`${name}${accessed(inner.split("/").slice(1))}\``,
  );
  const ofApp = asWritten.replace('"app" of the metadata', "`app`");
  return findingAt(owner.source, offset, { code: "metadata", message: ofApp, ...more });
}

function asStep(declaration: Declaration, value: unknown): object {
  return { key: declaration.key, ...(value as object), methods: methodNames(declaration) };
}

function methodNames({ methods }: Declaration): string[] {
  return methods.map(({ method }) => method.name);
}
