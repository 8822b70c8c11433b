import { build } from "esbuild";
import type { Declaration, Discovered } from "../compiler/discover.ts";
import { loadAlone } from "../compiler/load-alone.ts";
import { errorAt } from "../compiler/source.ts";
import type { App, Metadata, Trigger } from "../model/definitions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { offsetOf } from "./offset-of.ts";
import { validateMetadata } from "./validate.ts";

/** The metadata of the sources, and what is wrong with it. */
export interface Described {
  readonly metadata: Metadata;
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates the metadata that the sources declare, and checks it against its schema. */
export async function describe(discovered: Discovered): Promise<Described> {
  const declaring = discovered.declarations.filter(({ row }) => row.metadata);
  const values = await evaluate(discovered.directory, declaring);
  const metadataOf = (declaration: Declaration) => values[declaring.indexOf(declaration)];
  const app = declaring.find(({ row }) => row.metadata === "app") as Declaration;
  const triggers = declaring.filter(({ row }) => row.metadata === "trigger");
  const metadata: Metadata = {
    app: metadataOf(app) as App,
    methods: discovered.declarations.filter(({ key }) => key === "").flatMap(methodNames),
    triggers: triggers.map((it) => ({
      key: it.key,
      type: "polling",
      ...(metadataOf(it) as Omit<Trigger, "key" | "type">),
      methods: methodNames(it),
    })),
  };
  // "/triggers/0/fields/1/type", "/app/auth/type"
  const diagnostics = validateMetadata(metadata).map(({ path, message }) => {
    const [, list, ...steps] = path.split("/");
    const owner = (list === "triggers" && triggers[Number(steps.shift())]) || app;
    const offset = offsetOf(owner.source, owner.row.metadata as string, steps);
    return errorAt(owner.source, offset, { code: "metadata", message });
  });
  return { metadata, diagnostics };
}

function methodNames({ methods }: Declaration): string[] {
  return methods.map(({ method }) => method.name);
}

/** What each declaration exports as its metadata. Metadata is data: what JSON cannot hold is dropped. */
async function evaluate(directory: string, declaring: readonly Declaration[]): Promise<unknown[]> {
  const lines = declaring.map(({ row, source }, index) => {
    return `export { ${row.metadata} as m${index} } from ${JSON.stringify(`./${source.path}`)};`;
  });
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: directory },
    absWorkingDir: directory,
    bundle: true,
    write: false,
    outfile: "metadata.js",
    sourcemap: "external",
    format: "iife",
    globalName: "metadata",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "node20",
    logLevel: "silent",
  });
  const [map, code] = outputFiles.map(({ text }) => text) as [string, string];
  const values = JSON.parse(
    loadAlone({ code, map: JSON.parse(map), directory }, "JSON.stringify(metadata)") as string,
  );
  return declaring.map((_, index) => values[`m${index}`]);
}
