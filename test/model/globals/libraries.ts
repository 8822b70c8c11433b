import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
/** The libraries that the runner itself loads: jsdom, @xmldom, its own changes to jQuery. */
const loadFromRunner = createRequire(load.resolve("zapier-platform-legacy-scripting-runner"));

/** The libraries of one runtime. */
export interface Libraries {
  readonly _: { readonly [name: string]: unknown };
  readonly moment: { readonly [name: string]: unknown } & ((time: number) => object);
  readonly async: { readonly [name: string]: unknown };
  readonly $: { readonly [name: string]: unknown; fn: object };
}

// Source of the versions: docs/platform.md, "Two runtimes".
export const legacy: Libraries = {
  _: Object.assign(load("underscore-legacy"), { templateSettings: { interpolate: /\{\{(.+?)\}\}/g } }),
  moment: load("moment-legacy"),
  async: load("async-legacy"),
  $: oldJQuery(),
};

export const converted: Libraries = {
  _: currentUnderscore(),
  moment: Object.assign(load("moment-timezone"), { suppressDeprecationWarnings: true }),
  async: load("async"),
  $: loadFromRunner("./$.js"),
};

/** The runner's changes. Source: runner, index.js. */
function currentUnderscore() {
  const underscore = load("underscore");
  underscore.templateSettings = { interpolate: /\{\{(.+?)\}\}/g, evaluate: false, escape: false };
  underscore.collect ??= underscore.map;
  underscore.contains ??= underscore.includes;
  return underscore;
}

/**
 * jQuery 1.8.3 on the runner's window. Its npm package wants a DOM of 2012 that no longer compiles, and so package.json overrides
 * what it depends on; the file that it was built of is whole.
 */
function oldJQuery() {
  const { jsdom } = loadFromRunner("jsdom");
  const window = jsdom().defaultView;
  window.DOMParser = loadFromRunner("@xmldom/xmldom").DOMParser;
  const source = readFileSync(load.resolve("jquery-legacy/tmp/jquery.js"), "utf8");
  new Function("window", source)(window);
  // Source: docs/platform.md, "Two runtimes": "`$.parseXML` through @xmldom".
  window.jQuery.parseXML = loadFromRunner("./$.js").parseXML;
  return window.jQuery;
}
