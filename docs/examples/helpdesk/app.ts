import type { App } from "zapc";
import type { get_session_info } from "./auth.ts";

export const app = {
  title: "Helpdesk",
  version: "1.0.0",
  description: "Helpdesk is a service in which support teams answer tickets.",
  test_trigger: "new_ticket",
  auth: {
    type: "session",
    fields: [
      {
        key: "domain",
        label: "Domain",
        type: "unicode",
        required: true,
        placeholder: "acme.helpdesk.example",
      },
      { key: "email", label: "Email", type: "unicode", required: true },
      { key: "password", label: "Password", type: "password", required: true },
    ],
    placement: "header",
    mapping: { "X-Session": "{{session}}" },
  },
  subscribe_url: "https://{{domain}}/api/webhooks",
  unsubscribe_url: "https://{{domain}}/api/webhooks",
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    session: ReturnType<typeof get_session_info>;
    hydrators: typeof import("./hydrators.ts");
  }
}
