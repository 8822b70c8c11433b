import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a help desk.",
  test_trigger: "ticket",
  auth: {
    type: "basic",
    fields: [
      { key: "login", label: "User Name", type: "unicode" },
      { key: "login", label: "Password", type: "password" },
    ],
    mapping: { username: "{{login}}", password: "{{login}}" },
  },
} as const satisfies App;
