import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.0.0",
  description: "Example is a service for tests.",
  test_trigger: "ticket",
  subscribe_url: "https://{{domain}}/hooks/{{queue}}/{{board}}",
  unsubscribe_url: "https://{{domain}}/hooks/{{hook_id}}",
  auth: {
    type: "oauth2",
    fields: [{ key: "domain", label: "Domain", type: "unicode", required: true }],
    authorize_url: "https://{{domian}}/authorize?state={{state}}",
    access_token_url: "https://{{ domain }}/token",
    placement: "header",
    connection_label: "{{owner__name}} of {{team}}",
  },
} as const satisfies App;
