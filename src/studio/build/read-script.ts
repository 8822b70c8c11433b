import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readGivenMetadata } from "../../inference/given-metadata.ts";
import { buildIt, completedBy } from "../../simulator/given-metadata.ts";
import { callTimeLimit } from "../../simulator/limits.ts";
import { loadScript } from "../../simulator/load.ts";
import type { RunnableScript } from "../session/script.ts";

/** A script of any origin, and its metadata. */
export interface ScriptInput {
  readonly script: string;
  readonly metadata?: string | undefined;
  readonly since: number;
  /** The folder below which a copy of it is kept. */
  readonly folder: string;
}

/**
 * Reads a script and its metadata, and keeps a copy: the file may be broken the next moment.
 *
 * @throws {Failure} when it cannot be loaded.
 */
export async function readRunnableScript({
  script,
  metadata,
  since,
  folder,
}: ScriptInput): Promise<RunnableScript> {
  const read = readGivenMetadata(metadata, buildIt);
  const { process, methods, source } = await loadScript(script, {
    time_limit: callTimeLimit,
    runtime: "converted",
  });
  await process.close();
  const completed = completedBy({ source, methods }, read);
  const own = mkdtempSync(join(folder, "script-"));
  const file = join(own, "zap.js");
  writeFileSync(file, source);
  if (existsSync(`${script}.map`)) copyFileSync(`${script}.map`, `${file}.map`);
  return {
    ...{ file, metadata: completed.metadata, warnings: [], took: Math.round(performance.now() - since) },
    ...(metadata !== undefined && { given: "whole" in read ? read.whole : read.partial }),
  };
}
