import type { Metadata } from "../model/definitions.ts";
import { Code, objectText } from "../output/object-text.ts";
import { definitionOf, type ExportedDefinition, platform } from "./definition.ts";
import { readmeOf } from "./readme.ts";
import type { FunctionSource } from "./run.ts";
import { appTest } from "./test-file.ts";

/** The files of a CLI app, by their paths in its directory. */
export type AppFiles = ReadonlyMap<string, string>;

/** The folders of the steps of a CLI app, which are also the names of their lists in the definition. */
const stepFolders = ["triggers", "creates", "searches"] as const;

/** The CLI app that runs a script on today's platform. Source: docs/platform.md, "A converted CLI app". */
export function cliApp(metadata: Metadata, script: string): AppFiles {
  const definition = definitionOf(metadata, script);
  const { authentication, hydrators } = definition;
  const name = packageName(metadata.app.title);
  const files = new Map([
    [".gitignore", "/build/\n/node_modules/\n.env\n*.log\n"],
    [".zapierapprc", json({ includeInBuild: ["scripting.js"] })],
    ["README.md", readmeOf(metadata)],
    ["package.json", json(packageOf(name, metadata))],
    ["index.js", indexText(definition)],
    ["hydrators.js", moduleText(hydrators)],
    ["scripting.js", script],
    ["test/app.test.js", appTest(metadata)],
  ]);
  if (authentication) files.set("authentication.js", moduleText(authentication));
  for (const folder of stepFolders) {
    for (const step of Object.values(definition[folder]))
      files.set(`${folder}/${step.key}.js`, moduleText(step));
  }
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** `Acme Help Desk` -> `acme-help-desk` */
function packageName(title: string): string {
  const name = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "integration" : name;
}

function packageOf(name: string, { app }: Metadata): object {
  return {
    name,
    version: app.version,
    description: app.description,
    private: true,
    main: "index.js",
    scripts: { test: "node --test test/*.test.js" },
    engines: { node: `>=${platform.node}` },
    dependencies: {
      "zapier-platform-core": platform.core,
      "zapier-platform-legacy-scripting-runner": platform.runner,
    },
    devDependencies: { "zapier-platform-cli": platform.cli },
    // With a later one, `build --skip-dep-install` of this CLI fails.
    overrides: { "get-intrinsic": "1.3.0" },
  };
}

const header =
  "// Made by zapc from metadata.json. `zapc export --into` replaces this file unless it was edited.";

function moduleText(value: unknown): string {
  return `${header}\n\nmodule.exports = ${objectText(withCode(value))};\n`;
}

function indexText({ authentication, hydrators: _, legacy, ...definition }: ExportedDefinition): string {
  const steps = stepFolders.map((folder) => [
    folder,
    Object.fromEntries(
      Object.keys(definition[folder]).map((key) => [key, new Code(`require("./${folder}/${key}")`)]),
    ),
  ]);
  const { beforeRequest, afterResponse, flags, searchOrCreates } = definition;
  const value = {
    version: new Code("version"),
    platformVersion: new Code("platformVersion"),
    ...(authentication && { authentication: new Code('require("./authentication")') }),
    hydrators: new Code('require("./hydrators")'),
    ...{ beforeRequest, afterResponse, flags },
    ...Object.fromEntries(steps),
    ...(Object.keys(searchOrCreates).length > 0 && { searchOrCreates }),
    legacy: { ...legacy, scriptingSource: new Code("scriptingSource") },
  };
  return `${header}

const fs = require("node:fs");
const path = require("node:path");

const { version: platformVersion } = require("zapier-platform-core");

const { version } = require("./package.json");

// The script that zapc has compiled. The runner makes its methods the functions of this app.
const scriptingSource = fs.readFileSync(path.join(__dirname, "scripting.js"), "utf8");

module.exports = ${objectText(withCode(value))};
`;
}

/** Functions as code instead of data: `{ source: "return x;" }` -> `(z, bundle) => x` */
function withCode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withCode);
  if (typeof value !== "object" || value === null || value instanceof Code) return value;
  if (isFunction(value)) return functionCode(value);
  return Object.fromEntries(
    // A sample is data, also where it looks like code.
    Object.entries(value).map(([name, inner]) => [name, name === "sample" ? inner : withCode(inner)]),
  );
}

function isFunction(value: object): value is FunctionSource {
  return (
    "source" in value &&
    typeof value.source === "string" &&
    value.source.startsWith("return z.legacyScripting.")
  );
}

function functionCode({ source, args = ["z", "bundle"] }: FunctionSource): Code {
  const result = source.replace(/^return /, "").replace(/;$/, "");
  return new Code(`(${args.join(", ")}) => ${result}`);
}
