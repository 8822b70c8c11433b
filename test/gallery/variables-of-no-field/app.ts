import type { App } from "zapc";

export const app = {
  title: "Helpdesk",
  version: "1.0.0",
  description: "Helpdesk is a service for questions.",
  test_trigger: "ticket",
  auth: {
    type: "api_key",
    fields: [
      { key: "domain", label: "Domain", type: "unicode", required: true },
      { key: "api_key", label: "API Key", type: "password", required: true },
    ],
    placement: "header",
    mapping: { "X-Key": "{{apikey}}" },
  },
} as const satisfies App;
