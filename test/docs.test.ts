import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Command } from "commander";
import { describe, expect, test } from "vitest";
import { pages as generated } from "../docs/generate.mjs";
import { addCommands } from "../src/cli/commands.ts";
import { anchorsIn, linksIn } from "./markdown.ts";

const inDocs = readdirSync("docs").filter((file) => file.endsWith(".md"));
const decisions = readdirSync("docs/decisions").map((file) => `docs/decisions/${file}`);
const files = [
  ...["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "test/README.md"],
  ...inDocs.map((file) => `docs/${file}`),
  ...decisions,
];
const pages = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

test.each(Object.entries(generated))("docs/%s is what `npm run docs` writes", (file, make) => {
  expect(pages.get(`docs/${file}`)).toBe(make());
});

describe.each([...pages])("%s", (file, text) => {
  test("has no heading twice", () => {
    const headings = anchorsIn(text);
    expect(headings).toEqual([...new Set(headings)]);
  });

  test("links to files and headings that exist", () => {
    for (const target of linksIn(text)) {
      if (/^https?:/.test(target)) continue;
      const [path = "", heading] = target.split("#");
      const linked = path === "" ? file : join(dirname(file), path);
      expect(existsSync(linked), `${file} links to ${target}`).toBe(true);
      if (heading === undefined) continue;
      expect(anchorsIn(readFileSync(linked, "utf8")), `${file} links to ${target}`).toContain(heading);
    }
  });

  test("names paths that exist", () => {
    const named = [...text.matchAll(/`((?:src|test|docs|schema|bench|bin)\/[\w./-]*)`/g)];
    for (const [, path = ""] of named) expect(existsSync(path), path).toBe(true);
  });

  test("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    for (const [, name = ""] of text.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([name]);
  });

  test("names commands that exist, with options that they have", () => {
    for (const [, command = "", rest = ""] of text.matchAll(commandLine)) {
      const help = helpOf(command);
      expect(help).toContain(`Usage: zapc ${command} `);
      for (const [option] of rest.matchAll(/--[\w-]+/g)) expect(help, command).toContain(option);
    }
  });
});

test("the README links to every page of docs/", () => {
  const readme = pages.get("README.md");
  for (const file of inDocs) expect(readme).toContain(`(docs/${file})`);
});

test("the README has a row for each command", () => {
  const shown = program.createHelp().visibleCommands(program);
  const commands = shown.map((command) => command.name());
  expect(commands).toContain("build");
  for (const command of commands.filter((name) => name !== "help"))
    expect(pages.get("README.md")).toContain(`| \`zapc ${command}\` |`);
});

test("ARCHITECTURE.md has a row for each folder of the repository", () => {
  const folders = readdirSync(".").filter((name) => /^[a-z]/.test(name) && statSync(name).isDirectory());
  const kept = folders.filter((name) => !["lib", "node_modules"].includes(name));
  for (const folder of kept) expect(pages.get("ARCHITECTURE.md")).toContain(`\`${folder}/`);
});

// A command in a block of code, `npx zapc simulate poll KEY --auth auth.json`, or in a sentence.
const commandLine = /(?:`|npx )zapc ((?:simulate )?[a-z]+)\b([^#\n`]*)/g;
const program = new Command("zapc");
addCommands(program, () => {});

/** The output of a command's `--help`; empty where the command does not exist. */
function helpOf(command: string): string {
  let found: Command | undefined = program;
  for (const word of command.split(" ")) found = found?.commands.find((inside) => inside.name() === word);
  return found?.helpInformation() ?? "";
}

test("a source of a fact in a comment names a section of docs/platform.md", () => {
  const sections = (pages.get("docs/platform.md") ?? "").matchAll(/^#+ (.+)$/gm);
  const titles = new Set([...sections].map(([, title = ""]) => title.replaceAll("`", "")));
  const named = sources.flatMap(sectionsNamedIn);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});

test("a comment names files that exist", () => {
  const folders = new Set(sources.map((file) => basename(dirname(file))));
  const named = sources.flatMap(filesNamedIn).filter(([, path]) => folders.has(basename(dirname(path))));
  expect(named.length).toBeGreaterThan(40);
  const files = sources.map((file) => `/${file}`);
  const isThere = (path: string) => existsSync(path) || files.some((file) => file.endsWith(`/${path}`));
  expect(named.filter(([, path]) => !isThere(path))).toEqual([]);
});

const sources = ["src", "bin", "bench", "docs", "schema", "scripting", "test"].flatMap(sourcesBelow);

function sourcesBelow(folder: string): string[] {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const own = inside.filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file) && !file.includes("node_modules"));
  return own.map((file) => join(folder, file));
}

// The files of integrations, which comments take as examples.
const ofIntegrations = /(?:^|\/)(?:scripting|triggers?|actions|searches|cases)\//;

/** The files that comments name, with the file of the comment: `simulator/process/spawn.ts`, `src/cli/main.ts`. */
function filesNamedIn(file: string): [file: string, named: string][] {
  const comments = readFileSync(file, "utf8").match(/\/\*[\s\S]*?\*\/|(?:^|[ \t])\/\/.*/gm) ?? [];
  const paths = comments.join("\n").matchAll(/(?<![\w./@-])(?:[\w-]+\/)+[\w.-]+\.(?:ts|tsx|mjs|cjs)\b/g);
  return [...paths].flatMap(([path]) => (ofIntegrations.test(path) ? [] : [[file, path]]));
}

/** Both titles of `docs/platform.md, "Limits" and "Hooks"`. A comment may break the line inside one. */
function sectionsNamedIn(file: string): string[] {
  const text = readFileSync(file, "utf8").replace(/\n\s*(?:\*|\/\/) /g, " ");
  const places = text.matchAll(/docs\/platform\.md((?:,? (?:and )?"[^"]+")+)/g);
  return [...places].flatMap(([, titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title.replaceAll("`", "")),
  );
}
