// `$` of the legacy runtime, bundled for the script's context. Assumed: its jsdom is the converted runtime's.
import $ from "jquery-legacy";
import { refuseRequests } from "./refuse-requests.mjs";

/** @param {{ DOMParser: Function, refuse: (what: string) => never }} host */
export function makeJquery({ DOMParser, refuse }) {
  // The package has made the window itself.
  $("<p>")[0].ownerDocument.defaultView.DOMParser = DOMParser;
  return refuseRequests($, refuse);
}
