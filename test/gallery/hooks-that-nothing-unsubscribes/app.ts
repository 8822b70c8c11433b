import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.0.0",
  description: "Example is a service for tests.",
  test_trigger: "ticket",
  subscribe_url: "https://{{domain}}/hooks",
  auth: {
    type: "api_key",
    fields: [{ key: "domain", label: "Domain", type: "unicode", required: true }],
    placement: "header",
    mapping: { "X-Domain": "{{domain}}" },
  },
} as const satisfies App;
