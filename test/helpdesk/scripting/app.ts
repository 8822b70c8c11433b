import type { App } from "zapc";

export const app = {
  title: "Deskly",
  version: "1.0.0",
  description: "Deskly is a helpdesk for small teams.",
  test_trigger: "account",
  auth: {
    type: "oauth2_refresh",
    fields: [
      { key: "domain", label: "Domain", type: "unicode", required: true, placeholder: "acme.deskly.example" },
    ],
    authorize_url: "https://{{domain}}/oauth/authorize",
    access_token_url: "https://{{domain}}/oauth/token",
    refresh_token_url: "https://{{domain}}/oauth/token",
    scope: "tickets",
    placement: "header",
    extra_fields: ["team"],
  },
  subscribe_url: "https://{{domain}}/api/hooks",
  unsubscribe_url: "https://{{domain}}/api/hooks",
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    hydrators: typeof import("./hydrators.ts");
  }
}
