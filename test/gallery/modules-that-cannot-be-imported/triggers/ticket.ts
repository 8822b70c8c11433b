import fs from "node:fs";
import querystring from "querystring";
import dayjs from "dayjs";
import util = require("util");
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: querystring.stringify({ at: dayjs(fs.readFileSync("at.txt")) }) }];
}
