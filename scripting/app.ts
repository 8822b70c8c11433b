import type { App } from "zapc";
import type { get_session_info } from "./auth.ts";

export const app = {
  title: "Opendatasoft",
  version: "1.2.0",
  description: "Opendatasoft is a platform on which organisations publish their data as portals.",
  category: "Databases",
  test_trigger: "portal",
  // The trigger's field says where a subscription really goes: see hooks.ts.
  subscribe_url: "https://{{domain}}/hooks",
  unsubscribe_url: "https://{{domain}}/hooks",
  auth: {
    type: "session",
    fields: [
      {
        key: "domain",
        label: "Domain",
        type: "unicode",
        required: true,
        placeholder: "data.example.com",
        help_text: "The address of the portal. A name without a dot stands for NAME.opendatasoft.com.",
      },
      {
        key: "api_key",
        label: "API Key",
        type: "password",
        help_text:
          "Not needed to read a public portal. For everything else, create a key on the portal, at `/account/api-keys/` behind its domain: see [API keys](https://help.opendatasoft.com/apis/ods-explore-v2/#section/Authentication).",
      },
    ],
    placement: "header",
    mapping: { Authorization: "{{authorization}}" },
  },
} as const satisfies App;

declare module "zapc" {
  interface Register {
    app: typeof app;
    session: ReturnType<typeof get_session_info>;
    hydrators: typeof import("./hydrators.ts");
  }
}
