import { existsSync } from "node:fs";
import { resolve } from "node:path";
import colors from "picocolors";
import { Bundler } from "../compiler/bundle/bundle.ts";
import { Failure } from "../model/failure.ts";
import { rebuilding, startEsbuild, stopEsbuild } from "../source/esbuild.ts";
import { buildSources } from "../studio/build/build-sources.ts";
import { readRunnableScript } from "../studio/build/read-script.ts";
import { pageFiles } from "../studio/page-files.ts";
import type { RunnableScript } from "../studio/session/script.ts";
import { openStudio, type Studio } from "../studio/studio.ts";
import { changesOfFiles } from "./changed-files.ts";
import { changesOf } from "./changes.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { openInBrowser } from "./open-in-browser.ts";

export interface StudioCommandOptions {
  readonly scripting: string;
  readonly script?: string;
  readonly metadata?: string;
  readonly port?: number;
  readonly open: boolean;
  readonly allowLive?: true;
  readonly allowWrite?: true;
  readonly urlBase?: string;
}

/** The folder of the studio's own files, in the current directory. */
const own = ".zapc";

/** `zapc studio`: builds and watches, and serves the page of the studio until the process is interrupted. */
export async function studioCommand(options: StudioCommandOptions): Promise<0> {
  const { script, scripting, metadata, port, urlBase, allowLive = false, allowWrite = false } = options;
  if (metadata !== undefined && script === undefined)
    throw new Failure("Failed to open the studio: there is --metadata without --script.", {
      hint: "Sources have their own metadata. Name the script: --script zap.js.",
    });
  for (const path of script === undefined ? [scripting] : [script, metadata]) checkIsThere(path);
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => interrupted.abort());
  const { CLIENT_ID, CLIENT_SECRET } = process.env;
  const studio = await openStudio({
    app: {
      name: script ?? scripting,
      script: script ?? "zap.js",
      ...(script === undefined && { scripting: resolve(scripting) }),
    },
    tests: testsOf(options),
    may: { live: allowLive, write: allowWrite },
    client: { client_id: CLIENT_ID, client_secret: CLIENT_SECRET },
    ...{ page: pageFiles(), own, port, url_base: urlBase },
  });
  try {
    console.log(`${colors.bold("zapc studio")} ${colors.cyan(studio.address)}`);
    console.log(
      colors.dim("The address is secret: who has it can do what you can do there. Ctrl+C ends it."),
    );
    if (options.open) openInBrowser(studio.address);
    for await (const make of builds(options, { studio, until: interrupted.signal })) {
      await studio.build(make);
      // An interrupt from the keyboard reaches the type-check as well.
      if (interrupted.signal.aborted) break;
    }
  } finally {
    await studio.close();
    await stopEsbuild();
  }
  return 0;
}

/** A path that is mistyped would never have a build. */
function checkIsThere(path: string | undefined): void {
  if (path === undefined || existsSync(path)) return;
  throw new Failure(`Failed to open the studio: there is no ${path}.`, {
    hint: "`--scripting` names the directory of the sources, `--script` a script, `--metadata` its metadata.",
  });
}

/** Tests are saved below the folder that `zapc init` makes for them. */
function testsOf({ script, metadata }: StudioCommandOptions) {
  const named = script === undefined ? undefined : { script, ...(metadata !== undefined && { metadata }) };
  return { root: resolve(), folder: resolve("test"), named };
}

interface OpenStudio {
  readonly studio: Studio;
  readonly until: AbortSignal;
}

/** Gives the work of each build: one at first, then one after each change. */
async function* builds(
  options: StudioCommandOptions,
  { studio, until }: OpenStudio,
): AsyncGenerator<() => Promise<RunnableScript>> {
  const { script, metadata, scripting } = options;
  const { folder } = studio;
  if (script !== undefined) {
    const files = [script, `${script}.map`, ...(metadata === undefined ? [] : [metadata])];
    for await (const since of changesOfFiles({ files, until }))
      yield () => readRunnableScript({ script, metadata, since, folder });
    return;
  }
  startEsbuild();
  const directory = resolve(scripting);
  const cache = earlierBuilds(directory);
  const bundler = new Bundler(rebuilding());
  for await (const since of changesOf({ directory, out: folder, until }))
    yield () => buildSources({ scripting, cache, bundler, since, folder });
}
