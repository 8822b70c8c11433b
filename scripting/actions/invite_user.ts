import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { inviteUser } from "../managed-portal.ts";
import { actingPortal } from "../portal.ts";
import { faultsIn } from "../refusals.ts";

export const action = {
  label: "Invite User",
  noun: "User",
  help_text: "Creates an account on the portal and sends its owner an email with a link to log in.",
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
      help_text: "The rights of the user, in addition to those of the groups.",
    },
    {
      key: "groups",
      label: "Groups",
      type: "unicode",
      list: true,
      prefill: "groups.id.title",
      help_text: "The groups that the user joins.",
    },
  ],
  sample: { id: "louise.data", username: "louise.data", email: "louise@example.com" },
} as const satisfies Action;

export function write(bundle: Write<typeof action>): WriteResult {
  const { email: typed, groups, ...others } = bundle.action_fields;
  const email = typed.trim();
  const { data, error } = inviteUser(actingPortal(bundle), {
    email,
    ...others,
    groups: groups && groups.map((uid) => ({ uid })),
  });
  if (error) throw new ErrorException(`${email} could not be invited: ${faultsIn(error).join(", ")}`);
  // An answer that was cut off on its way does not say more.
  const { username = email } = data || {};
  return { id: username, username, email };
}

({ write }) satisfies ActionMethods<typeof action>;
