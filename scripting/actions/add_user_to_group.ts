import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { addToGroup } from "../managed-portal.ts";
import { actingPortal } from "../portal.ts";

export const action = {
  label: "Add User to Group",
  noun: "User",
  help_text: "Adds a user of the portal to a group, whose rights the user then has.",
  url: "https://{{domain}}/api/automation/v1.0/groups/{{group}}/users/",
  fields: [
    {
      key: "group",
      label: "Group",
      type: "unicode",
      required: true,
      prefill: "groups.id.title",
      help_text: "Choose a group, or give its identifier.",
    },
    {
      key: "username",
      label: "Username",
      type: "unicode",
      required: true,
      placeholder: "louise.data",
      help_text: "The name with which the user logs in.",
    },
  ],
  sample: {
    id: "content_designers:louise.data",
    username: "louise.data",
    email: "louise@example.com",
    group: "content_designers",
  },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const group = bundle.action_fields.group.trim();
  const username = bundle.action_fields.username.trim();
  const { email } = addToGroup(actingPortal(bundle), group, username);
  return { id: `${group}:${username}`, username, email, group };
}

({ write }) satisfies ActionMethods<typeof action>;
