import type { App } from "../model/definitions/app.ts";
import { exportedValue } from "./discovering/exported.ts";
import { unwrapped } from "./nodes.ts";
import type { Source } from "./source.ts";

/** The engine whose built-ins zap.js may use. Its syntax is ES5 on both. */
export type Engine = NonNullable<App["engine"]>;

/** The engine that app.ts names in the object of `app`: it is needed before anything is evaluated. */
export function engineIn(source: Source): Engine {
  if (!source.text.includes("engine")) return "es5";
  const app = exportedValue(source, "app");
  const object = app && unwrapped(app);
  if (object?.type !== "ObjectExpression") return "es5";
  for (const property of object.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    const value = unwrapped(property.value);
    if (property.key.name === "engine" && value.type === "Literal" && value.value === "node") return "node";
  }
  return "es5";
}
