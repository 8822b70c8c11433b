import { existsSync } from "node:fs";
import { fileHash, hash, signatureOf } from "../built/signature.ts";
import { readJson } from "../input/read-json.ts";
import type { Version } from "../metadata/diff/diff.ts";
import { readVersion } from "../metadata/diff/sides.ts";
import type { Metadata } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { generator, ownJson } from "../output/generator.ts";
import { type WriteFilesOptions, writeFiles } from "../output/write-files.ts";
import { builtInCommit } from "../pasted/built-in-commit.ts";

/** A delivery to the platform, with its date. */
export interface Delivery {
  /** `2026-11-29` */
  readonly date: string;
  /** The hash of zap.js, as its header has it. */
  readonly script: string;
  /** The hash of the sources, as the header of zap.js has it; absent where it has none. */
  readonly sources?: string;
  /** The hash of all metadata. */
  readonly metadata: string;
}

/** The task for an integration. */
export type DeliveryTask = "first" | "script" | "metadata" | "both" | "nothing";

/** The delivery of a build. */
export function deliveryOf(script: string, metadata: Metadata, date: string): Delivery {
  const sources = signatureOf(script)?.sources;
  return {
    date: checkedDate(date),
    script: fileHash(script),
    ...(sources !== undefined && { sources }),
    metadata: metadataHash(metadata),
  };
}

/** The values that name a file do not count, only its content does. */
function metadataHash({ format: _, generator: __, script: ___, ...metadata }: Metadata): string {
  return hash(JSON.stringify(metadata));
}

/** The task after a build, by the last delivery. */
export function todoOf(script: string, metadata: Metadata, last: Delivery | undefined): DeliveryTask {
  if (!last) return "first";
  const isSameScript = fileHash(script) === last.script;
  const isSameMetadata = metadataHash(metadata) === last.metadata;
  if (isSameScript) return isSameMetadata ? "nothing" : "metadata";
  return isSameMetadata ? "script" : "both";
}

function checkedDate(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined;
  const isDate = time && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  if (isDate) return date;
  throw new Failure(`Failed to record the delivery: ${JSON.stringify(date)} is not a date.`, {
    hint: "Write it as in `--delivered 2026-11-29`.",
  });
}

/**
 * Reads the last delivery; undefined where nothing was delivered yet.
 *
 * @throws {Failure} when the file is there and is not of a delivery.
 */
export function readDelivery(file: string): Delivery | undefined {
  if (!existsSync(file)) return undefined;
  const hint = "`zapc deliver --delivered DATE` writes it.";
  const value = readJson({ file, what: "the last delivery", hint });
  const { date, script, metadata } = Object(value);
  if ([date, script, metadata].every((text) => typeof text === "string")) return value as Delivery;
  throw new DataFailure(
    `Failed to read the last delivery from ${file}: it must have \`date\`, \`script\` and \`metadata\`, each a text.`,
    { hint },
  );
}

/** Records a delivery. */
export function writeDelivery(file: string, delivery: Delivery, options: WriteFilesOptions): void {
  const content = `${JSON.stringify({ format: 1, generator, ...delivery }, null, 2)}\n`;
  writeFiles([{ file, content, isOwn: ownJson(() => false) }], options);
}

/** The version that was delivered, from Git's history; undefined where it was never committed. */
export async function deliveredVersion(last: Delivery, dist: string): Promise<Version | undefined> {
  const { script: file, sources = "" } = last;
  const commit = await builtInCommit(dist, { app: "", compiler: "", sources, file, intact: true });
  if (!commit) return undefined;
  try {
    const version = await readVersion(commit.hash, dist);
    return metadataHash(version.metadata) === last.metadata
      ? { ...version, name: `${last.date} (${commit.hash})` }
      : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
