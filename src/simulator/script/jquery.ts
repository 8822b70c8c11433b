import { readFileSync } from "node:fs";
import { type Context, Script } from "node:vm";
import type { Runtime } from "../runtime.ts";
import type { ZFunctions } from "./z-functions.ts";

/** What bin/bundle-jquery.mjs has made: a window with nothing of Node.js in it, and jQuery on it. */
interface Bundle {
  makeJquery(host: Host): unknown;
}

/** What comes from outside of the bundle. All of it is of the context. */
interface Host extends Pick<ZFunctions, "request" | "requestLater"> {
  readonly DOMParser: unknown;
  /** Fails the run. */
  readonly refuse: (what: string) => never;
  /** `404` -> `Not Found` */
  readonly statusText: (status: number) => string;
  /** What `$.ajax` calls itself. */
  readonly userAgent: string;
}

interface Place {
  readonly runtime: Runtime;
  /** Where bin/bundle-jquery.mjs has written it. */
  readonly folder: string;
}

const compiled = new Map<string, Script>();

/** Makes `$` inside the context: jQuery 3.5.0 or 1.8.3 on a window of jsdom 7.0.0. */
export function makeJquery(context: Context, host: Host, { runtime, folder }: Place): unknown {
  const file = `${folder}/${runtime}.js`;
  let script = compiled.get(file);
  if (!script) {
    // jQuery 1.8.3 takes DOMParser for a global.
    const text = `(function (DOMParser) {${readFileSync(file, "utf8")}\nreturn jquery;\n})`;
    script = new Script(text, { filename: "zapc:jquery" });
    compiled.set(file, script);
  }
  const bundle: Bundle = script.runInContext(context)(host.DOMParser);
  return bundle.makeJquery(host);
}
