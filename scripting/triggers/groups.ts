import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { userGroups } from "../managed-portal.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  label: "List of Groups",
  noun: "Group",
  help_text: "Fills the dropdown of groups of users.",
  hidden: true,
  url: "https://{{domain}}/api/automation/v1.0/groups/",
  fields: [],
  sample: { id: "content_designers", title: "Content Designers" },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return userGroups(pollingPortal(bundle)).map(({ uid, title }) => ({ id: uid, title }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
