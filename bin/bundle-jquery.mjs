// jQuery and jsdom as one file for each runtime, with nothing of Node.js in it: so they run inside of a script's context.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = `${root}src/simulator/script/jquery`;
const { resolve } = createRequire(import.meta.url);

/** Modules of Node.js that an npm package can be instead. */
const packages = { events: "events/", url: "url/", punycode: "punycode/", path: "path-browserify" };

/** The rest of what is asked for, as far as a window without a network or scripts needs it. */
const texts = {
  util: `exports.inherits = (child, parent) => {
      child.super_ = parent;
      Object.setPrototypeOf(child.prototype, parent.prototype);
    };
    exports.inspect = String;`,
  assert: "exports.equal = () => {};",
  vm: `exports.isContext = () => true;
    exports.runInContext = () => { throw new Error("A script in a page is not run."); };`,
  request: `module.exports = () => { throw new Error("A page asks for nothing."); };`,
  "tough-cookie": "exports.CookieJar = class {};",
  // What jquery 1.8.3 makes its window of.
  "jsdom 0.2": `exports.jsdom = () => ({ createWindow: () => require("jsdom").jsdom().defaultView });`,
  xmlhttprequest: "exports.XMLHttpRequest = class {};",
};

// What jsdom takes from the globals of Node.js. It is the context's own, so that it leads nowhere.
const banner = `var process = {
  nextTick: (work) => { setImmediate(work); }, cwd: () => "/", env: {}, platform: "linux", version: ""
};`;

const withoutNode = {
  name: "without Node.js",
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, importer }) => {
      const name = path.replace(/^node:/, "");
      if (packages[name]) return { path: resolve(packages[name]) };
      if (name === "jsdom" && importer.includes("jquery-legacy"))
        return { path: "jsdom 0.2", namespace: "text" };
      return texts[name] !== undefined || isBuiltin(name) ? { path: name, namespace: "text" } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({
      contents: texts[path] ?? "",
      resolveDir: root,
    }));
  },
};

/** The folder with `converted.js` and `legacy.js`, each of which declares `jquery`. Made once for the packages there are. */
export async function bundledJquery() {
  const folder = `${root}.cache/jquery-${hash()}`;
  if (existsSync(folder)) return folder;
  const { build } = await import("esbuild");
  const unfinished = `${folder}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: [`${sources}/converted.mjs`, `${sources}/legacy.mjs`],
    outdir: unfinished,
    bundle: true,
    format: "iife",
    globalName: "jquery",
    platform: "browser",
    mainFields: ["main"],
    target: "es2022",
    banner: { js: banner },
    define: { window: "undefined" },
    minifyWhitespace: true,
    plugins: [withoutNode],
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster: its folder has the same content.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function hash() {
  const files = readdirSync(sources).map((name) => `${sources}/${name}`);
  const hash = createHash("sha256");
  for (const file of [`${root}package.json`, fileURLToPath(import.meta.url), ...files.sort()]) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}
