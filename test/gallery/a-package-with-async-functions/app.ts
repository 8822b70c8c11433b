import type { App } from "zapc";

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a service for tests.",
  engine: "node",
  auth: { type: "none" },
} as const satisfies App;
