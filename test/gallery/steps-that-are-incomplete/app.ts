import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.0.0",
  description: "Example is a service for tests.",
  auth: {
    type: "api_key",
    fields: [{ key: "api_key", label: "API Key", type: "password", required: true }],
    placement: "header",
    mapping: { "X-Api-Key": "{{api_key}}" },
  },
} as const satisfies App;
