import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a help desk.",
  test_trigger: "ticket",
  auth: {
    type: "oauth2_refresh",
    fields: [],
    authorize_url: "https://example.com/authorize",
    access_token_url: "https://example.com/token",
    refresh_token_url: "https://example.com/token",
    placement: "header",
    extra_fields: ["team"],
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
  }
}
