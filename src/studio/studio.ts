import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { removeOnExit, temporaryFolder } from "../output/temporary-folder.ts";
import type { State } from "./api.ts";
import { findingsOf, shownFindings } from "./build/shown.ts";
import type { PageFiles } from "./page-files.ts";
import { serve } from "./server/server.ts";
import { OwnFiles } from "./session/own-files.ts";
import type { RunnableScript } from "./session/script.ts";
import { Session, type SessionOptions } from "./session/session.ts";

/** The options of a studio. */
export interface StudioOptions extends Pick<SessionOptions, "may" | "client" | "url_base" | "tests"> {
  readonly app: State["app"];
  readonly page: PageFiles;
  readonly port?: number | undefined;
  /** The folder of the studio's own files: pins, and accounts that are remembered. */
  readonly own: string;
}

/** A studio that is open. */
export interface Studio {
  /** The address of its page, with the token in the fragment. */
  readonly address: string;
  /** The folder below which builds are written. It is gone when the studio is closed. */
  readonly folder: string;
  /** Makes a build, and shows what comes of it. */
  build(make: () => Promise<RunnableScript>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a studio: a session, and its page on the loopback interface.
 *
 * @throws {Failure} when the port is taken, the studio's own files are damaged, or there is no place for builds.
 */
export async function openStudio({ page, port, own, ...options }: StudioOptions): Promise<Studio> {
  const session = new Session({ ...options, files: new OwnFiles(own) });
  const folder = temporaryFolder("zapc-studio-");
  const remove = removeOnExit(folder);
  const server = await serve({ session, page, port }).catch((error) => {
    remove();
    throw error;
  });
  const builds: string[] = [];
  return {
    address: `${server.origin}/#token=${server.token}`,
    folder,
    async build(make) {
      session.building();
      try {
        const script = await make();
        builds.push(dirname(script.file));
        session.built(script, shownFindings(script.warnings));
        // A Zap that is on may still run the build before, and names its lines by its map.
        for (const old of builds.splice(0, Math.max(0, builds.length - 5))) rmSync(old, { recursive: true });
      } catch (error) {
        session.broken(findingsOf(error, options.app.scripting ?? options.app.script));
      }
    },
    async close() {
      await server.close();
      await session.close();
      remove();
    },
  };
}
