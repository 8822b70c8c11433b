import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { integration } from "./integration.ts";

/*
 * The features of TypeScript, each in a directory with sources, the `zap.js` expected of them, and in `outcome.json` what its
 * methods give when they are called. Most have one source, feature.ts, whose function `feature` gives a value. A platform.js
 * stands in for what the platform gives besides `z.JSON`. To add a case, write the sources and run
 * `npx vitest run test/compiler/cases -t '^NAME ' -u`; then read what was written.
 */
const cases = fileURLToPath(new URL("cases", import.meta.url));

export const caseNames: readonly string[] = readdirSync(cases);

const thing = `import type { Poll, Results, Trigger } from "zapc";
import { feature } from "../feature.ts";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [], sample: { id: 1 },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, value: feature() }];
}
`;

/** The files of a case that are no sources. */
const besides = ["zap.js", "outcome.json", "platform.js"];

/** One of the cases. */
export interface Case {
  /** Copies the sources into a directory of their own. */
  readonly directory: () => string;
  /** The path of a file that is expected. */
  readonly expected: (file: "zap.js" | "outcome.json") => string;
  /** What the platform gives: ES5. */
  readonly platform: string;
}

export function caseNamed(name: string): Case {
  const kept = join(cases, name);
  const platform = join(kept, "platform.js");
  return {
    directory() {
      const isFeature = existsSync(join(kept, "feature.ts"));
      const directory = integration(isFeature ? { "triggers/thing.ts": thing } : {});
      const isSource = (file: string) => !besides.includes(relative(kept, file));
      cpSync(kept, directory, { recursive: true, filter: isSource });
      return directory;
    },
    expected: (file) => join(kept, file),
    platform: existsSync(platform) ? readFileSync(platform, "utf8") : "",
  };
}

/** The code without zapc's version and the hashes in its header: a release of zapc changes no expected file. */
export function withoutItsSignature(code: string): string {
  return code.replace(/^\/\/ Made from TypeScript by zapc .*$/m, "// Made from TypeScript by zapc.");
}
