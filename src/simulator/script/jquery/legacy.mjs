// `$` of the legacy runtime, bundled for the script's context. Assumed: its jsdom is the converted runtime's.
import $ from "jquery-legacy";
import { askByHost } from "./ajax.mjs";

/** @param host what comes from outside of the bundle: see src/simulator/script/jquery.ts */
export function makeJquery({ DOMParser, ...host }) {
  // The package has made the window itself.
  $("<p>")[0].ownerDocument.defaultView.DOMParser = DOMParser;
  return askByHost($, host);
}
