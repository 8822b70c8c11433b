// `$` of the converted runtime, bundled for the script's context. Source: runner, $.js.
import jQuery from "jquery";
import { jsdom } from "jsdom";
import { askByHost } from "./ajax.mjs";

/** @param host what comes from outside of the bundle: see src/simulator/script/jquery.ts */
export function makeJquery({ DOMParser, ...host }) {
  const window = jsdom().defaultView;
  window.DOMParser = DOMParser;
  const $ = jQuery(window);
  $.parseXML = (data) => parseXml(DOMParser, data);
  return askByHost($, host);
}

function parseXml(DOMParser, data) {
  if (!data || typeof data !== "string") return null;
  let xml;
  try {
    xml = new DOMParser().parseFromString(data, "text/xml");
  } catch {
    // Told below.
  }
  if (!xml?.documentElement || xml.getElementsByTagName("parsererror").length > 0) {
    throw new Error(`Invalid XML: ${data}`);
  }
  return xml;
}
