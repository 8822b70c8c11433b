import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a help desk.",
  test_trigger: "ticket",
  auth: { type: "none" },
} as const satisfies App;
