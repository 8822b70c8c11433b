import type { Poll, Results, Trigger } from "zapc";

const thing = {
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://example.com/things",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export { thing as trigger };

export function poll(bundle: Poll<typeof thing>): Results {
  const querystring = require("querystring");
  const { parse } = require("url");
  const { host } = parse(bundle.request.url);
  return [{ id: querystring.stringify({ host }) }];
}
