import type { Callback, Poll, Results, Trigger } from "zapc";

export const trigger = {
  label: "New Other", noun: "Other", help_text: "Triggers when there is another thing.",
  url: "https://example.com/others", fields: [], sample: { id: 1 },
} as const satisfies Trigger;

export const poll = (bundle: Poll<typeof trigger>, callback: Callback<Results>) => {
  if (bundle.meta.frontend) callback(null, [{ id: 1, raw: JSON.stringify(bundle) }]);
  else callback(null, [{ id: 1, raw: JSON.stringify(bundle.trigger_fields) }]);
};
