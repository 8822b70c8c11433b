import type { App } from "zapc";

const needed = { engine: "node" } as const;

export const app = {
  title: "Example",
  version: "1.2.3",
  description: "Example is a service for tests.",
  auth: { type: "none" },
  ...needed,
} as const satisfies App;
