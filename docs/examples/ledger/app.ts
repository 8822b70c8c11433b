import type { App } from "zapc";

export const app = {
  title: "Ledger",
  version: "1.0.0",
  description: "Ledger is a service in which companies keep their customers.",
  test_trigger: "new_customer",
  auth: {
    type: "oauth2_refresh",
    fields: [{ key: "region", label: "Region", type: "unicode", required: true, choices: ["eu", "us"] }],
    connection_label: "{{name}}",
    authorize_url: "https://{{region}}.ledger.example/oauth/authorize",
    access_token_url: "https://{{region}}.ledger.example/oauth/token",
    refresh_token_url: "https://{{region}}.ledger.example/oauth/token",
    scope: "customers",
    placement: "header",
    extra_fields: ["tenant"],
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
  }
}
