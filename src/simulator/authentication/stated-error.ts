import { STATUS_CODES } from "node:http";
import { parseXml } from "../hooks/xml.ts";
import { isPlainObject } from "../json.ts";
import type { RecordedResponse } from "../run/run.ts";

// Source of the order and of the texts: the archived documentation, "Test Triggers", "Errors".
const longestPlainText = 180;
const explanations: { readonly [status: number]: string } = {
  400: "This usually happens when your Zap is missing a required field or a field value isn't in a recognized format.",
};
// Assumed: which names are like `message`, and that the first of them wins. The documentation says "or similar".
const names = [
  "message",
  "error_message",
  "error_description",
  "errormessage",
  "error",
  "errors",
  "detail",
  "reason",
];

/** The message that the user sees when a request was answered with an error. */
export function statedMessage(url: string, response: RecordedResponse): string {
  const { status } = response;
  const statusText = STATUS_CODES[status] ?? String(status);
  const explanation = explanations[status] ? ` ${explanations[status]}` : "";
  const said = statedIn(response) ?? statusText;
  return `The app returned "${said}".${explanation}\n\nWe made a request to ${new URL(url).hostname} and received (${status}) ${statusText}.`;
}

function statedIn({ headers, body }: RecordedResponse): string | undefined {
  if (typeof body !== "string") return undefined;
  const type = [headers["content-type"] ?? ""].flat().join();
  return inJson(body) ?? (type.includes("xml") ? inXml(body) : undefined) ?? inPlainText(type, body);
}

function inJson(body: string): string | undefined {
  try {
    return textIn(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** `{error: {message: "No"}}` and `{errors: [{detail: "No"}]}` -> `No` */
function textIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map((entry) => textOf(entry)).find(Boolean);
  if (!isPlainObject(value)) return undefined;
  const keys = Object.keys(value);
  const like = names.flatMap((name) => keys.filter((key) => key.toLowerCase() === name));
  return like.map((key) => textOf(value[key])).find(Boolean);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() : textIn(value);
}

/** `<error><message>No</message></error>` -> `No` */
function inXml(body: string): string | undefined {
  const parsed = parseXml(body);
  return isPlainObject(parsed)
    ? (Object.values(parsed).map(textIn).find(Boolean) ?? textIn(parsed))
    : undefined;
}

function inPlainText(type: string, body: string): string | undefined {
  const fits = type.includes("text/plain") && body.length < longestPlainText;
  return fits ? body.trim() || undefined : undefined;
}
