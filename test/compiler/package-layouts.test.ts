import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { project } from "./integration.ts";
import { thing } from "./tool-package.ts";

/** Packages of CommonJS, which need each other and one that is not installed. */
const packages: { readonly [name: string]: { readonly [file: string]: string } } = {
  tool: {
    "package.json": '{ "main": "index.js", "types": "index.d.ts" }',
    "index.js":
      "const pad = require('@some/pad');\nconst split = require('./split');\nexports.use = (text) => pad(split(text).join());\n",
    "split.js":
      "let extra;\ntry { extra = require('not-installed'); } catch (error) { extra = null; }\nmodule.exports = (text) => (extra || String(text)).split('');\n",
    "index.d.ts": "export declare function use(text: string): string;\n",
  },
  "@some/pad": {
    "package.json": '{ "main": "lib/index.js" }',
    "lib/index.js": "const fill = require('fill');\nmodule.exports = (text) => fill(text, 5);\n",
  },
  fill: {
    "package.json": '{ "main": "index.mjs" }',
    "index.mjs":
      "const spaces = '     ';\nexport default function fill(text, length) { return (text + spaces).slice(0, length); }\n",
  },
};

/** The files of a package, in a folder of a project. */
function placed(name: string, folder: string): { readonly [path: string]: string } {
  const files = packages[name] as (typeof packages)[string];
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${name}/${file}`, text]));
}

const inStore = (name: string) => `node_modules/.pnpm/${name.replace("/", "+")}@1.0.0/node_modules`;

/** Projects, by where their packages stand: their scripting directories. */
const layouts: { readonly [layout: string]: () => string } = {
  "each beside the others": () =>
    project("app", {
      "scripting/triggers/thing.ts": thing,
      ...placed("tool", "node_modules"),
      ...placed("@some/pad", "node_modules"),
      ...placed("fill", "node_modules"),
    }),
  "each below the one that needs it": () =>
    project("app", {
      "scripting/triggers/thing.ts": thing,
      ...placed("tool", "node_modules"),
      ...placed("@some/pad", "node_modules/tool/node_modules"),
      ...placed("fill", "node_modules/tool/node_modules/@some/pad/node_modules"),
    }),
  "in the store of pnpm, behind links": () => {
    const scripting = project("app", {
      "scripting/triggers/thing.ts": thing,
      ...placed("tool", inStore("tool")),
      ...placed("@some/pad", inStore("@some/pad")),
      ...placed("fill", inStore("fill")),
    });
    const root = dirname(scripting);
    link(root, "node_modules/tool", `${inStore("tool")}/tool`);
    link(root, `${inStore("tool")}/@some/pad`, `${inStore("@some/pad")}/@some/pad`);
    link(root, `${inStore("@some/pad")}/fill`, `${inStore("fill")}/fill`);
    return scripting;
  },
  "at the top of a workspace": () => {
    const scripting = project("repository", {
      "scripting/app.ts": "",
      ...placed("tool", "node_modules"),
      ...placed("@some/pad", "node_modules"),
      ...placed("fill", "node_modules"),
    });
    const member = project("member", { "scripting/triggers/thing.ts": thing });
    const place = join(dirname(scripting), "packages/integration");
    mkdirSync(place, { recursive: true });
    cpSync(member, join(place, "scripting"), { recursive: true });
    return join(place, "scripting");
  },
};

function link(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, from)), { recursive: true });
  symlinkSync(join(root, to), join(root, from));
}

test.each(Object.keys(layouts))("packages %s give the same bytes", async (layout) => {
  const [first] = Object.values(layouts);
  const [expected, given] = await Promise.all(
    [first, layouts[layout]].map(async (make) => outputFiles(await compile((make as () => string)()))),
  );
  expect(given).toEqual(expected);
  expect(given?.get("zap.js")).toContain('"@some/pad/lib/index.js": function(exports, module) {');
});
