import type { App } from "zapc";

export const app = {
  title: "Helpdesk",
  version: "1.0.0",
  description: "Helpdesk is a service for support teams.",
  test_trigger: "new_ticket",
  auth: {
    type: "session",
    fields: [
      { key: "domain", label: "Domain", type: "unicode", required: true },
      { key: "team", label: "Team", type: "int" },
    ],
    placement: "header",
    mapping: { "X-Token": "{{token}}" },
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    session: { token: string };
    hydrators: typeof import("./hydrators.ts");
  }
}

/** `bundle.auth_fields` of a connected account. */
export interface Account {
  domain: string;
  team?: number;
  token: string;
}

/** Before the account is connected there is no session. */
export interface Unconnected {
  domain: string;
  team?: number;
}
