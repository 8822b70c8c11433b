import type { App } from "zapc";
import type { get_session_info } from "./auth.ts";

export const app = {
  title: "Ledgerly",
  version: "2.4.0",
  description: "Ledgerly is a back office for small companies.",
  test_trigger: "new_invoice",
  auth: {
    type: "session",
    fields: [
      {
        key: "subdomain",
        label: "Subdomain",
        type: "unicode",
        required: true,
        help_text: "The first part of the address: `acme` of acme.ledgerly.example.",
      },
      { key: "token", label: "Token", type: "password", required: true },
    ],
    placement: "header",
    mapping: { Authorization: "{{authorization}}" },
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    session: ReturnType<typeof get_session_info>;
  }
}
