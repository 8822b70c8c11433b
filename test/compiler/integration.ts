import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const app = `import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a service for tests.",
  test_trigger: "thing",
  auth: { type: "session", fields: [], placement: "header", mapping: {} },
} as const satisfies App;
`;

/** Metadata of a trigger, for sources in which only the methods matter. */
export const trigger = `import type { Poll, PostPoll, PrePoll, RequestResult, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Thing", noun: "Thing", help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things", fields: [{ key: "colour", label: "Colour", type: "unicode" }], sample: { id: 1 },
} as const satisfies Trigger;
`;

/** A new scripting directory with the given files, and an app.ts if there is none among them. */
export function integration(files: { readonly [path: string]: string }): string {
  const directory = mkdtempSync(join(tmpdir(), "zapc-test-"));
  for (const [path, text] of Object.entries({ "app.ts": app, ...files })) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** A new scripting directory with the files of another and those given, and an app.ts if there is none among them. */
export function copyOf(directory: string, files: { readonly [path: string]: string } = {}): string {
  const copy = integration(files);
  cpSync(directory, copy, { recursive: true });
  return copy;
}

/** A new project with the given files, so deep in a folder: its scripting directory, with an app.ts. */
export function project(depth: string, files: { readonly [path: string]: string }): string {
  const root = join(mkdtempSync(join(tmpdir(), "zapc-project-")), depth);
  cpSync(integration(files), root, { recursive: true });
  cpSync(integration({}), join(root, "scripting"), { recursive: true });
  return join(root, "scripting");
}
