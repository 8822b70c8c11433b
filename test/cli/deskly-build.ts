import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { signed } from "../../src/built/signature.ts";
import type { Metadata } from "../../src/model/definitions.ts";
import { deskly } from "../audit/deskly.ts";

/** Writes a build of the help desk into dist/ of a directory. */
export function buildDeskly(
  directory: string,
  change: Partial<Metadata> = {},
  result = "bundle.response",
): void {
  const header =
    "// Deskly 1.0.0\n// Made from TypeScript by zapc 0.2.0; sources 0123456789abcdef, file 0000000000000000.\n";
  const body = `'use strict';\nvar Zap = { new_ticket_pre_poll: function (bundle) { return ${result}; } };\n`;
  const { code, file } = signed(`${header}${body}`);
  mkdirSync(join(directory, "dist"), { recursive: true });
  writeFileSync(join(directory, "dist/zap.js"), code);
  writeFileSync(
    join(directory, "dist/metadata.json"),
    JSON.stringify({ format: 1, script: file, ...deskly, ...change }),
  );
}
