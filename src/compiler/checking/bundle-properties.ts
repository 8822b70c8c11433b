import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Method } from "../../model/methods.ts";
import { packageRoot } from "../../package-root.ts";

/** The properties of a method's bundle, by its schema. */
export function bundleProperties({ bundle }: Method): string[] {
  return bundleSchemas().get(`${bundle}Bundle`) ?? [];
}

let properties: Map<string, string[]> | undefined;

function bundleSchemas(): Map<string, string[]> {
  if (properties) return properties;
  const folder = join(packageRoot, "schema");
  const schemas = readdirSync(folder)
    .filter((file) => file.endsWith("-bundle.schema.json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")));
  properties = new Map(schemas.map((schema) => [schema.title, Object.keys(schema.properties)]));
  return properties;
}
