import { parse as parseQuery } from "node:querystring";
import type { FieldValues } from "../fields/field-values.ts";
import { parseXml } from "../hooks/xml.ts";
import { isPlainObject } from "../json.ts";
import type { WireResponse } from "../protocol.ts";
import type { Runtime } from "../runtime.ts";
import { parsed } from "../steps/managed-call.ts";

/** The content of an answer with OAuth2 tokens. An error status throws. */
export function oauth2Answer(response: WireResponse, runtime: Runtime): unknown {
  const json = parsed(response);
  return runtime === "converted" || hasValues(json) ? json : (inXml(response) ?? inQuery(response));
}

/** The content of an answer with OAuth1 tokens. */
export function oauth1Answer(response: WireResponse, runtime: Runtime): FieldValues {
  if (runtime === "converted") return inQuery(response);
  const json = parsed(response);
  return hasValues(json) ? json : (inXml(response) ?? inQuery(response));
}

/** Source: the archived documentation, "OAuth v1" and "OAuth v2": the root element may have any name. */
function inXml({ body }: WireResponse): FieldValues | undefined {
  const elements: unknown[] = Object.values(parseXml(body.trim()) ?? {});
  return elements.find(isPlainObject);
}

function inQuery({ body }: WireResponse): FieldValues {
  return { ...parseQuery(body) };
}

function hasValues(value: unknown): value is FieldValues {
  return isPlainObject(value) && Object.keys(value).length > 0;
}
