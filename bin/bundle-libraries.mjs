// The packages that run beside a script, each as one file with all it requires: the process that runs scripts may read no
// other file. All but `request` run inside the script's realm, without Node.js.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const jquery = `${root}src/simulator/script/jquery`;
const { resolve } = createRequire(import.meta.url);

/** The files, and what each exports. src/simulator/script/libraries.ts says which runtime has which. */
const inRealm = {
  // The file for browsers: the one for Node.js takes a quarter of a millisecond more in each call.
  underscore: "underscore/underscore-umd.js",
  "underscore-legacy": "underscore-legacy",
  moment: "moment-timezone",
  "moment-legacy": "moment-legacy",
  async: "async",
  "async-legacy": "async-legacy",
  xmldom: "@xmldom/xmldom",
  lodash: "lodash",
  "lodash-fp": "lodash/fp",
  flat: "flat",
  "mime-types": "mime-types",
  "content-disposition": "content-disposition",
  buffer: "buffer/",
  events: "events/",
  inspect: "node-inspect-extracted",
  jquery: `${jquery}/converted.mjs`,
  "jquery-legacy": `${jquery}/legacy.mjs`,
};
const outsideOfIt = { request: "request" };

/** The packages of which a script can require a single file: `lodash/get`. */
const packagesWithFiles = [
  ...["async", "content-disposition", "flat", "lodash", "mime-types", "moment", "moment-timezone"],
  ...["node-fetch", "request", "underscore", "@xmldom/xmldom"],
];

/** Modules of Node.js that an npm package can be instead. */
const packages = { events: "events/", url: "url/", punycode: "punycode/", path: "path-browserify" };

/** The other modules that jQuery's window without a network or scripts requires. */
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
  // The module that jquery 1.8.3 makes its window with.
  "jsdom 0.2": `exports.jsdom = () => ({ createWindow: () => require("jsdom").jsdom().defaultView });`,
  xmlhttprequest: "exports.XMLHttpRequest = class {};",
};

// The globals of Node.js that jsdom uses, made of the realm's own.
const jsdomBanner = `var process = {
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

/** Moment hides its `require` of a language from bundlers, and esbuild knows a file by its whole name. */
const withLocales = {
  name: "with all of moment's languages",
  setup(build) {
    build.onLoad({ filter: /[\\/]moment[\\/]moment\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        "aliasedRequire('./locale/' + normalizedName)",
        "require('./locale/' + normalizedName + '.js')",
      ),
    }));
  },
};

/** The folder with one file for each of them. Made once for the installed packages. */
export async function bundledLibraries() {
  const folder = `${root}.cache/libraries-${hash()}`;
  if (existsSync(folder)) return folder;
  const { build } = await import("esbuild");
  const unfinished = `${folder}.${process.pid}`;
  const shared = {
    absWorkingDir: root,
    outdir: unfinished,
    bundle: true,
    mainFields: ["main"],
    target: "es2022",
    minifyWhitespace: true,
    logLevel: "error",
  };
  const realm = { ...shared, format: "iife", globalName: "library", platform: "browser" };
  const isJquery = ([name]) => name.startsWith("jquery");
  const entries = Object.entries(inRealm).map(([out, name]) => [
    out,
    name.startsWith("/") ? name : resolve(name),
  ]);
  await Promise.all([
    build({
      ...realm,
      entryPoints: Object.fromEntries(entries.filter((entry) => !isJquery(entry))),
      plugins: [withLocales],
      alias: { path: packages.path },
    }),
    build({
      ...realm,
      entryPoints: Object.fromEntries(entries.filter(isJquery)),
      banner: { js: jsdomBanner },
      define: { window: "undefined" },
      plugins: [withoutNode],
    }),
    build({ ...shared, entryPoints: outsideOfIt, format: "cjs", platform: "node" }),
  ]);
  writeFileSync(`${unfinished}/files.json`, JSON.stringify(packagesWithFiles.flatMap(filesOf)));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster: its folder has the same content.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** `async/each.js`, and all other files of a package that can be required */
function filesOf(name) {
  const files = readdirSync(dirname(resolve(`${name}/package.json`)), { recursive: true });
  return files
    .map((file) => `${name}/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.js(on)?$/.test(file) && !file.includes("/node_modules/"))
    .sort();
}

function hash() {
  const files = readdirSync(jquery).map((name) => `${jquery}/${name}`);
  const hash = createHash("sha256");
  for (const file of [
    `${root}package.json`,
    `${root}package-lock.json`,
    fileURLToPath(import.meta.url),
    ...files.sort(),
  ]) {
    if (existsSync(file)) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}
