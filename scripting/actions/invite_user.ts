import type { Action, Write, WriteResult } from "zapc";
import { inviteUser } from "../automation.ts";

export const action = {
  label: "Invite User",
  noun: "User",
  help_text: "Creates an account on the portal, and mails its owner how to log in.",
  url: "https://{{domain}}/api/automation/v1.0/users/invite/",
  fields: [
    { key: "email", label: "Email", type: "unicode", required: true },
    { key: "first_name", label: "First Name", type: "unicode" },
    { key: "last_name", label: "Last Name", type: "unicode" },
    {
      key: "permissions",
      label: "Permissions",
      type: "unicode",
      list: true,
      choices: {
        explore_restricted_dataset: "Browse all data",
        create_dataset: "Create new datasets",
        edit_dataset: "Edit all datasets",
        publish_dataset: "Publish own datasets",
        manage_dataset: "Manage the security of datasets",
        explore_monitoring: "Explore monitoring data",
        create_page: "Create new pages",
        edit_page: "Edit all pages",
      },
      help_text: "What the user may do, besides what the groups allow.",
    },
    {
      key: "groups",
      label: "Groups",
      type: "unicode",
      list: true,
      help_text: "The identifiers of the groups that the user joins.",
    },
  ],
  sample: { id: "louise.data", username: "louise.data", email: "louise@example.com" },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const { auth_fields, action_fields } = bundle;
  const { email, first_name, last_name, permissions, groups } = action_fields;
  const { data, error } = inviteUser(auth_fields, {
    email: email.trim(),
    first_name,
    last_name,
    permissions,
    groups: groups && groups.map((uid) => ({ uid })),
  });
  if (!data) throw new ErrorException(`${email} could not be invited: ${z.JSON.stringify(error)}`);
  return { id: data.username, username: data.username, email: data.email };
}
