import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { ownVersion, packageRoot } from "../package-root.ts";
import type { AuthName } from "./auth-kinds.ts";
import { type NewProject, type Packages, projectFiles } from "./project-files.ts";
import { requireFree, writeProject } from "./write-project.ts";

/** The options of `zapc init`. */
export interface InitOptions {
  readonly title: string;
  readonly auth: AuthName;
  readonly url: string;
  readonly noun?: string;
  readonly description?: string;
  readonly category?: string;
}

/** The files that were written, and the steps that are left to do. */
export interface Initialized {
  /** The files that were written. */
  readonly files: readonly string[];
  /** Files of the user's own that were there, and stay as they are. */
  readonly kept: readonly string[];
  /** The packages and scripts that a package.json which was there lacks. */
  readonly missing: { readonly [section: string]: { readonly [name: string]: string } };
}

/** The files that may be there already: a project has them before it has sources. */
const mayBeThere = [
  "package.json",
  "tsconfig.json",
  ".gitignore",
  "README.md",
  ".github/workflows/check.yml",
];

/**
 * Writes a new project into a directory.
 *
 * @throws {Failure} where the directory holds sources or tests of these names already, or cannot be written.
 */
export function init(directory: string, options: InitOptions): Initialized {
  const files = projectFiles(projectOf(options), packagesFor(directory));
  const kept = mayBeThere.filter((path) => existsSync(join(directory, path)));
  const added = files.filter(({ path }) => !kept.includes(path));
  requireFree(directory, added, `begin a project in ${directory}`);
  writeProject(directory, added);
  const ownPackage = files.find(({ path }) => path === "package.json")?.text ?? "{}";
  const missing = kept.includes("package.json") ? missingIn(join(directory, "package.json"), ownPackage) : {};
  return { files: added.map(({ path }) => path), kept, missing };
}

function projectOf({
  title,
  auth,
  url,
  noun = "Item",
  description,
  category = "Other",
}: InitOptions): NewProject {
  const api = apiAddress(url);
  return {
    ...{ title, auth, api, noun, category },
    description: description ?? `${title} is a service with an API at ${new URL(api).host}.`,
  };
}

/** Says why the address of an API is wrong; undefined when it is right. */
export function problemWithAddress(url: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== "https:") return "must be an https address such as https://api.example.com";
  if (parsed.search !== "" || parsed.hash !== "" || parsed.username !== "")
    return "must be an address without a query, such as https://api.example.com/v2";
  return undefined;
}

/** Says why a name that users read is wrong; undefined when it is right. */
export function problemWithName(name: string): string | undefined {
  return /^[^\n\r\u2028\u2029]*\p{L}[^\n\r\u2028\u2029]*$/u.test(name)
    ? undefined
    : "must be a name on one line, such as Helpdesk";
}

/** Says why the noun of a trigger is wrong; undefined when it is right. */
export function problemWithNoun(noun: string): string | undefined {
  return /^[A-Za-z][A-Za-z\d ]*$/.test(noun)
    ? undefined
    : "must be a word or two, such as Ticket or Support Ticket";
}

function apiAddress(url: string): string {
  return url.replace(/\/+$/, "");
}

/** The parts of the package.json that would have been written and that the present one lacks. */
function missingIn(file: string, wanted: string): Initialized["missing"] {
  const there = packageJson(file);
  const sections = JSON.parse(wanted);
  const lacking = ["scripts", "devDependencies"].map((section) => {
    const has = { ...there[section], ...(section === "devDependencies" && there.dependencies) };
    const entries = Object.entries<string>(sections[section]).filter(([name]) => !(name in has));
    return [section, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(lacking.filter(([, entries]) => Object.keys(entries).length > 0));
}

/** The sections of a package.json that name something; of none that can be read, no sections. */
function packageJson(file: string): { readonly [section: string]: { readonly [name: string]: string } } {
  try {
    return Object(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}

/** The packages that a project installs. zapc comes from where this one has come from. */
function packagesFor(directory: string): Packages {
  const { dependencies, devDependencies } = packageJson(join(packageRoot, "package.json"));
  const versions = { ...dependencies, ...devDependencies };
  const names = ["@types/node", "typescript", "vitest"];
  return {
    ...Object.fromEntries(names.map((name) => [name, versions[name] as string])),
    zapc: ownSource(directory),
  };
}

/** The source of zapc for a project in a directory: a clone, the file that this one was installed from, or the registry. */
function ownSource(directory: string): string {
  if (existsSync(join(packageRoot, "src"))) return fileSource(directory, packageRoot);
  const project = dirname(dirname(packageRoot));
  const { dependencies, devDependencies } = packageJson(join(project, "package.json"));
  const { zapc = `^${ownVersion}` } = { ...dependencies, ...devDependencies };
  const [, file] = /^file:(.*)$/.exec(zapc) ?? [];
  return file === undefined ? zapc : fileSource(directory, resolve(project, file));
}

function fileSource(directory: string, file: string): string {
  return `file:${relative(resolve(directory), file).replaceAll("\\", "/")}`;
}
