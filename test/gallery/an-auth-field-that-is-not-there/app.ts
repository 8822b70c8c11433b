import type { App } from "zapc";
import type { get_session_info } from "./auth.ts";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a help desk.",
  test_trigger: "ticket",
  auth: {
    type: "session",
    fields: [{ key: "domain", label: "Domain", type: "unicode", required: true }],
    placement: "header",
    mapping: { "X-Token": "{{token}}" },
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    session: ReturnType<typeof get_session_info>;
  }
}
