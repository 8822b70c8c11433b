import type { App } from "zapc";

export const app = {
  title: "Example",
  version: 1,
  description: "Example is a service for tests.",
  test_trigger: "ticket",
  auth: {
    type: "api_key",
    fields: [{ key: "token", label: "Token", type: "password" }],
    placement: "header",
    mapping: { "X-Token": "{{token}}" },
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
  }
}
