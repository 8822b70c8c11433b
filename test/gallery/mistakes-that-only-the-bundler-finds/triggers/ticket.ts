// @ts-nocheck
import { value as v0 } from "../constant.ts";
import { value as v1 } from "../twice.ts";
import { value as v2 } from "../setting.ts";
import { value as v3 } from "../required.ts";
import { value as v4 } from "../sloppy.js";
import { value as v5 } from "../syntax.js";
import { value as v6 } from "../view.js";
import { value as v7 } from "../returning.js";
import { value as v8 } from "of-another-time";
import type { Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Ticket", noun: "Ticket", help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Trigger;

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, values: [v0(), v1(), v2(), v3(), v4(), v5(), v6(), v7(), v8()] }];
}
