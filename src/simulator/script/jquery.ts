import type { Context } from "node:vm";
import type { Runtime } from "../runtime.ts";
import { loadLibrary } from "./libraries.ts";
import type { ZFunctions } from "./z-functions.ts";

/** The bundle of src/simulator/script/jquery/: a window without Node.js, and jQuery. */
interface JqueryBundle {
  makeJquery(host: JqueryHost): unknown;
}

/** The values that come from outside of the bundle. All of them are of the context. */
interface JqueryHost extends Pick<ZFunctions, "request" | "requestLater"> {
  readonly DOMParser: unknown;
  /** Fails the run. */
  readonly refuse: (what: string) => never;
  /** `404` -> `Not Found` */
  readonly statusText: (status: number) => string;
  /** The user agent of `$.ajax`. */
  readonly userAgent: string;
}

/** Makes `$` inside the context: jQuery 3.5.0 or 1.8.3 on a window of jsdom 7.0.0. */
export function makeJquery(context: Context, host: JqueryHost, runtime: Runtime): unknown {
  // jQuery 1.8.3 takes DOMParser for a global.
  const globals = { DOMParser: host.DOMParser };
  return (loadLibrary(context, "jquery", { runtime, globals }) as JqueryBundle).makeJquery(host);
}
